import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChangeRequest, ChangeView } from '../../preload/contract.ts';
import { fieldTime } from '../../words/times.ts';
import { type Acting, useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { aboutTime } from '../ui/command-error.ts';
import { Select } from '../ui/field.tsx';
import { type LeavingDraft, NO_LEAVING } from '../ui/leaving-draft.ts';
import { send } from '../ui/snapshot.ts';
import { StatusFields, useLeaving } from '../ui/status-fields.tsx';
import { TechniciansField } from '../ui/technicians-field.tsx';
import { t } from '../ui/words.ts';
import { FilledText, FilledTime } from './filled-fields.tsx';
import { otherTypes } from './work-types.ts';

/** The refused report, and what the form is filled in with. */
interface Props<K extends ChangeView['kind'] = ChangeView['kind']> {
  readonly reportId: string;
  readonly workOrderId: number;
  readonly change: Extract<ChangeView, { kind: K }>;
  readonly onClose: () => void;
}

interface BodyProps {
  readonly of: Pick<Props, 'reportId' | 'onClose'>;
  readonly acting: Acting;
  /** What is sent; null while something is missing. */
  readonly to: () => ChangeRequest | null;
  /** The error is said beside its field. */
  readonly atField?: boolean;
  readonly children: ComponentChildren;
}

/** The form around the fields: `Send` and `Back`, and the focus on the first field. */
function Body({ of, acting, to, atField = false, children }: BodyProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    const changed = to();
    if (!changed) return;
    const { reportId, onClose } = of;
    void acting.run('change', () => send('report:change', { reportId, to: changed }), onClose);
  };
  return (
    <form class="in-place" noValidate onSubmit={submit} ref={form}>
      {children}
      <ErrorLine error={atField ? null : acting.error} />
      <div class="buttons">
        <Button onClick={of.onClose}>{t().back}</Button>
        <Button submit act="change">
          {t().send}
        </Button>
      </div>
    </form>
  );
}

function ChangeCheckIn({ change, ...of }: Props<'check-in'>) {
  const acting = useAct();
  const { error, clear } = acting;
  const workTypeId = useSignal(change.workTypeId);
  const technicians = useSignal(String(change.techsCount));
  const at = useSignal(change.at ? fieldTime(change.at.ms) : '');
  const to = () => ({
    kind: change.kind,
    workTypeId: workTypeId.value,
    technicians: technicians.value,
    at: at.value,
  });
  const types = otherTypes(change.workTypes, change.workTypeId);
  return (
    <Body of={of} acting={acting} to={to} atField={error?.code === 'technicians' || aboutTime(error)}>
      <div class="side-by-side">
        <Select
          label={t().workType}
          value={String(workTypeId.value)}
          onChange={(value) => {
            workTypeId.value = Number(value);
            clear();
          }}
          options={types.map(({ id, name }) => ({ value: String(id), text: name }))}
        />
        <TechniciansField
          value={technicians.value}
          onInput={(text) => {
            technicians.value = text;
            clear();
          }}
          error={error?.code === 'technicians' ? error : null}
        />
      </div>
      {change.at && (
        <FilledTime
          label={change.resumed ? t().backAt : t().arrivedAt}
          value={at}
          onChange={clear}
          error={aboutTime(error) ? error : null}
        />
      )}
    </Body>
  );
}

/** The status fields, filled in; `lacking` is set by a click in vain. */
function useStatusDraft(of: Pick<Props, 'workOrderId'>, status: Omit<LeavingDraft, 'time'>, finish: boolean) {
  const draft = useSignal<LeavingDraft>({ ...NO_LEAVING, ...status });
  const lacking = useSignal(false);
  const choice = useLeaving(of, draft.value, finish);
  return { draft, lacking, choice };
}

function ChangeCheckOut({ change, ...of }: Props<'check-out'>) {
  const acting = useAct();
  const { error, clear } = acting;
  const at = useSignal(change.at ? fieldTime(change.at.ms) : '');
  const { draft, lacking, choice } = useStatusDraft(of, change.status ?? NO_LEAVING, false);
  const to = (): ChangeRequest | null => {
    const time = at.value;
    const unchanged = { primaryStatus: change.pause ? null : ('NoStatusChange' as const) };
    if (!change.status || (change.pause && draft.value.primaryStatus === ''))
      return { kind: 'check-out', ...unchanged, extendedStatus: '', resolution: '', at: time };
    lacking.value = choice.lacksResolution;
    return choice.leaving && { kind: 'check-out', ...choice.leaving, at: time };
  };
  return (
    <Body of={of} acting={acting} to={to} atField={aboutTime(error)}>
      {change.status && (
        <StatusFields
          draft={draft.value}
          choice={choice}
          onChange={(part) => {
            draft.value = { ...draft.value, ...part };
            lacking.value = false;
            clear();
          }}
          missing={lacking.value}
          hint={change.pause ? t().pauseHasNone : ''}
        />
      )}
      {change.at && (
        <FilledTime label={t().leftAt} value={at} onChange={clear} error={aboutTime(error) ? error : null} />
      )}
    </Body>
  );
}

function ChangeStatus({ change, ...of }: Props<'status'>) {
  const acting = useAct();
  const { draft, lacking, choice } = useStatusDraft(of, change.status, true);
  const to = (): ChangeRequest | null => {
    lacking.value = choice.lacksResolution;
    return choice.leaving && { kind: 'status', ...choice.leaving };
  };
  return (
    <Body of={of} acting={acting} to={to}>
      <StatusFields
        draft={draft.value}
        choice={choice}
        onChange={(part) => {
          draft.value = { ...draft.value, ...part };
          lacking.value = false;
          acting.clear();
        }}
        missing={lacking.value}
        hint=""
      />
    </Body>
  );
}

function ChangeNote({ change, ...of }: Props<'note'>) {
  const acting = useAct();
  const text = useSignal(change.text);
  const to = () => ({ kind: change.kind, text: text.value });
  return (
    <Body of={of} acting={acting} to={to}>
      <FilledText label={t().note} value={text} onChange={acting.clear} />
    </Body>
  );
}

function ChangeActivity({ change, ...of }: Props<'activity'>) {
  const acting = useAct();
  const from = useSignal(fieldTime(change.from.ms));
  const until = useSignal(fieldTime(change.until.ms));
  const to = () => ({ kind: change.kind, from: from.value, until: until.value });
  return (
    <Body of={of} acting={acting} to={to}>
      <FilledTime label={t().checkInTime} value={from} onChange={acting.clear} />
      <FilledTime label={t().checkOutTime} value={until} onChange={acting.clear} />
    </Body>
  );
}

/** `Change…`: the form that a refused report came from, filled in, in place. */
export function ChangeForm({ change, ...of }: Props) {
  switch (change.kind) {
    case 'check-in':
      return <ChangeCheckIn change={change} {...of} />;
    case 'check-out':
      return <ChangeCheckOut change={change} {...of} />;
    case 'status':
      return <ChangeStatus change={change} {...of} />;
    case 'note':
      return <ChangeNote change={change} {...of} />;
    case 'activity':
      return <ChangeActivity change={change} {...of} />;
  }
}
