import { useId } from 'preact/hooks';
import type { PrimaryStatus } from '../../preload/contract.ts';
import { Beside } from './field.tsx';
import { snapshot } from './snapshot.ts';
import { orderedStatuses } from './status-options.ts';
import { t } from './words.ts';

/** `Finished (Completed)` as its word and ServiceChannel's. */
function partsOf(text: string): readonly [string, string] {
  const [, word, theirs] = /^(.*?) \((.*)\)$/.exec(text) ?? [];
  return [word ?? text, theirs ?? ''];
}

/** Enter chooses a tile; it does not check out. */
function choose(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (event.target instanceof HTMLInputElement) event.target.click();
}

interface Props {
  readonly value: PrimaryStatus | '';
  readonly onChange: (status: PrimaryStatus) => void;
  /** Said beside the label. */
  readonly beside: string | null;
  readonly first: boolean;
}

/** How the work order stands now, one click each. */
export function StatusTiles({ value, onChange, beside, first }: Props) {
  const name = useId();
  const statuses = orderedStatuses(snapshot.value?.leavings.likeliest ?? null);
  return (
    <div class="field">
      <div>
        <span class="label" id={name}>
          {t().status}
        </span>
        <Beside id={`${name}-beside`} text={beside} />
      </div>
      <div
        class="tiles"
        role="radiogroup"
        aria-labelledby={name}
        aria-describedby={beside ? `${name}-beside` : undefined}
        onKeyDown={choose}
      >
        {statuses.map((status, index) => {
          const [word, theirs] = partsOf(t().statuses[status]);
          const isFirst = value ? value === status : index === 0;
          return (
            <label class="tile" key={status}>
              <input
                type="radio"
                name={name}
                aria-label={t().statuses[status]}
                checked={value === status}
                data-first={first && isFirst ? '' : undefined}
                onChange={() => onChange(status)}
              />
              <span>{word}</span>
              {theirs && <small>{theirs}</small>}
            </label>
          );
        })}
      </div>
    </div>
  );
}
