import { MINUTE } from '../../main/visit/time.ts';
import type { CommandError } from '../../preload/contract.ts';
import { Button } from './button.tsx';
import { now } from './clock.ts';
import { useEscape } from './escape.ts';
import { t } from './first-words.ts';
import { LocalTimeField } from './local-time-field.tsx';
import { type LocalTime, localTime, NO_TIME, type TimeDraft } from './time-draft.ts';

/** Minutes that are one click away. */
const BACK = [5, 15, 30, 60];

interface Props {
  readonly label: string;
  readonly draft: TimeDraft;
  readonly onChange: (draft: TimeDraft) => void;
  readonly error: CommandError | null;
}

/** Opens and closes the time field; closing it takes the time back. */
export function EarlierButton({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  return (
    <Button
      look="link"
      opens="earlier"
      expanded={draft.open}
      onClick={() => onChange(draft.open ? NO_TIME : { ...NO_TIME, open: true })}
    >
      {t().earlier}
    </Button>
  );
}

/** `Arrived at`, `Left at`, `Back at`. */
export function TimeField(props: Props) {
  return props.draft.open && <OpenTimeField {...props} />;
}

function OpenTimeField({ label, draft, onChange, error }: Props) {
  useEscape(() => onChange(NO_TIME));
  const change = (time: LocalTime) => onChange({ ...time, open: true });
  return (
    <div class="earlier" data-opened-by="earlier">
      <LocalTimeField
        label={label}
        time={draft}
        onChange={change}
        error={error}
        hint={t().untouchedIsNow}
        unsaid={now.value}
        focused
      />
      <div class="links">
        {BACK.map((minutes) => (
          <Button key={minutes} look="link" onClick={() => change(localTime(now.peek() - minutes * MINUTE))}>
            {t().minutesAgo(minutes)}
          </Button>
        ))}
      </div>
    </div>
  );
}
