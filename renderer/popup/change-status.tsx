import { useSignal } from '@preact/signals';
import { useAct } from '../ui/act.ts';
import { aboutTime } from '../ui/command-error.ts';
import { type LeavingDraft, NO_LEAVING } from '../ui/leaving-draft.ts';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { StatusFields, useLeaving } from '../ui/status-fields.tsx';
import { t } from '../ui/words.ts';
import { ChangeBody, type ChangeDraft, type ChangeProps, filled, timed } from './change-body.tsx';

/** The status fields as they are filled in, and what they mean. */
function useStatus(workOrderId: number, status: Partial<LeavingDraft>, finish: boolean) {
  const draft = useSignal<LeavingDraft>({ ...NO_LEAVING, ...status });
  const choice = useLeaving({ workOrderId }, draft.value, finish);
  const change = (part: Partial<LeavingDraft>) => {
    draft.value = { ...draft.value, ...part };
  };
  return { draft, choice, change };
}

/** A refused check-out: its status and text, and its time where that was refused. A pause may stay one. */
export function ChangeCheckOut({ change, ...of }: ChangeProps<'check-out'>) {
  const acting = useAct();
  const { error, clear } = acting;
  const time = useSignal(filled(change.at));
  const status = useStatus(of.workOrderId, change.status ?? {}, false);
  const unchanged = { primaryStatus: change.pause ? null : ('NoStatusChange' as const) };
  const staysAsItIs = !change.status || (change.pause && status.draft.value.primaryStatus === '');
  const to = (): ChangeDraft =>
    timed(time.value, (at) => {
      if (staysAsItIs) return { kind: 'check-out', ...unchanged, extendedStatus: '', resolution: '', at };
      const { leaving } = status.choice;
      return leaving && { kind: 'check-out', ...leaving, at };
    });
  return (
    <ChangeBody of={of} acting={acting} to={to} atField={change.at !== null && aboutTime(error)}>
      {change.status && (
        <StatusFields
          workOrderId={of.workOrderId}
          draft={status.draft.value}
          choice={status.choice}
          onChange={(part) => {
            status.change(part);
            clear();
          }}
          hint={change.pause ? t().pauseHasNone : ''}
        />
      )}
      {change.at && (
        <LocalTimeField
          label={t().leftAt}
          time={time.value}
          onChange={(chosen) => {
            time.value = chosen;
            clear();
          }}
          error={aboutTime(error) ? error : null}
        />
      )}
    </ChangeBody>
  );
}

/** A refused status of a paused visit. */
export function ChangeStatus({ change, ...of }: ChangeProps<'status'>) {
  const acting = useAct();
  const status = useStatus(of.workOrderId, change.status, true);
  const to = (): ChangeDraft => {
    const { leaving } = status.choice;
    return leaving && { kind: 'status', ...leaving };
  };
  return (
    <ChangeBody of={of} acting={acting} to={to}>
      <StatusFields
        workOrderId={of.workOrderId}
        draft={status.draft.value}
        choice={status.choice}
        onChange={(part) => {
          status.change(part);
          acting.clear();
        }}
        hint=""
      />
    </ChangeBody>
  );
}
