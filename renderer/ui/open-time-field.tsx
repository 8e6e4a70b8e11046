import { MINUTE } from '../../main/visit/time.ts';
import type { CommandError } from '../../preload/contract.ts';
import { Button } from './button.tsx';
import { now } from './clock.ts';
import { useEscape } from './escape.ts';
import { LocalTimeField } from './local-time-field.tsx';
import { type LocalTime, localTime, NO_TIME, type TimeDraft } from './time-draft.ts';
import { t } from './words.ts';

/** Minutes that are one click away. */
const BACK = [5, 15, 30, 60];

export interface TimeFieldProps {
  readonly label: string;
  readonly draft: TimeDraft;
  readonly onChange: (draft: TimeDraft) => void;
  readonly error: CommandError | null;
}

/** The time field, with the keyboard in it. */
export function OpenTimeField({ label, draft, onChange, error }: TimeFieldProps) {
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
