import { useSignal } from '@preact/signals';
import type { Result, RunningLateView } from '../../preload/contract.ts';
import { dateTimeText } from '../../words/dates.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { InPlace } from '../ui/in-place.tsx';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { locale, send } from '../ui/snapshot.ts';
import { NO_LOCAL_TIME, typedInstant, withTime } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';

const OPENER = 'running-late';

interface FormProps {
  readonly workOrderId: number;
  readonly onSent: (sent: RunningLateView) => void;
  readonly onClose: () => void;
}

/** The note to the client, with the time that is expected now; typed over, it stays as it was typed. */
function LateForm({ workOrderId, onSent, onClose }: FormProps) {
  const typed = useSignal<string | null>(null);
  const time = useSignal(NO_LOCAL_TIME);
  const { error, run, clear } = useAct();
  const at = typedInstant(time.value);
  const text = typed.value ?? t().lateNote(typeof at === 'number' ? dateTimeText(at, locale.value) : null);
  const tell = async (expected: number | null): Promise<Result> => {
    const result = await send('order:running-late', { workOrderId, text, at: expected });
    if (!result.ok) return result;
    onSent(result.value);
    return { ok: true, value: null };
  };
  const timeError = error?.code === 'time' ? error : null;
  return (
    <InPlace
      openedBy={OPENER}
      act="note:late"
      name={t().sendNote}
      disabled={text.trim() === ''}
      error={timeError ? null : error}
      onSubmit={() => void run('note:late', () => withTime(time.value, tell))}
      onClose={onClose}
    >
      <LocalTimeField
        label={t().expectedAt}
        time={time.value}
        onChange={(changed) => {
          time.value = changed;
          clear();
        }}
        error={timeError}
        hint={t().expectedHint}
      />
      <Field label={t().note}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            value={text}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
              clear();
            }}
          />
        )}
      </Field>
    </InPlace>
  );
}

function sentText({ date, message }: RunningLateView): string {
  if (date === 'moved') return t().lateMoved;
  return date === 'not-moved' ? t().lateNotMoved(message) : t().lateSent;
}

interface Props {
  readonly workOrderId: number;
  /** The form is open from the beginning. */
  readonly open: boolean;
  readonly onSent: () => void;
}

/** Tells the client of an order that the visit comes later. */
export function RunningLate({ workOrderId, open: wanted, onSent }: Props) {
  const open = useSignal(wanted);
  const sent = useSignal<RunningLateView | null>(null);
  const done = (what: RunningLateView) => {
    sent.value = what;
    open.value = false;
    onSent();
  };
  if (open.value)
    return <LateForm workOrderId={workOrderId} onSent={done} onClose={() => (open.value = false)} />;
  return (
    <>
      <div class="links start">
        <Button look="link" opens={OPENER} onClick={() => (open.value = true)}>
          {t().runningLate}
        </Button>
      </div>
      <p class="hint late-sent" aria-live="polite">
        {sent.value && sentText(sent.value)}
      </p>
    </>
  );
}
