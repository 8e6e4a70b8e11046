import { useId } from 'preact/hooks';
import type { PrimaryStatus } from '../../preload/contract.ts';
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
  readonly first: boolean;
}

/** How the work order stands now, one click each. */
export function StatusTiles({ value, onChange, first }: Props) {
  const name = useId();
  const statuses = orderedStatuses(snapshot.value?.leavings.likeliest ?? null);
  return (
    <div class="field">
      <span class="label" id={name}>
        {t().status}
      </span>
      <div class="tiles" role="radiogroup" aria-labelledby={name} onKeyDown={choose}>
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
