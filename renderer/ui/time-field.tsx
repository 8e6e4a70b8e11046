import { useEffect, useRef } from 'preact/hooks';
import { MINUTE } from '../../main/visit/time.ts';
import type { CommandError } from '../../preload/contract.ts';
import { Button } from './button.tsx';
import { now } from './clock.ts';
import { LocalTimeField } from './local-time-field.tsx';
import { type LocalTime, localTime, NO_TIME, type TimeDraft } from './time-draft.ts';
import { t } from './words.ts';

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
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), []);
  const change = (time: LocalTime) => onChange({ ...time, open: true });
  return (
    <div class="earlier" ref={root}>
      <LocalTimeField
        label={label}
        time={draft}
        onChange={change}
        error={error}
        hint={t().emptyIsNow}
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
