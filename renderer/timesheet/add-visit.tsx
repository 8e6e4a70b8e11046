import { useSignal } from '@preact/signals';
import { takesExtended } from '../../main/visit/leaving.ts';
import { TRAVEL } from '../../main/visit/types.ts';
import type { PrimaryStatus, Result } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useEscape } from '../ui/escape.ts';
import { Select, TextField } from '../ui/field.tsx';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { sentenceCase } from '../ui/sentence-case.ts';
import { send, snapshot } from '../ui/snapshot.ts';
import { orderedStatuses } from '../ui/status-options.ts';
import { NO_LOCAL_TIME, withTime } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { otherTypes, workTypeText } from '../ui/work-types.ts';
import { type TypedOrder, useTypedOrder } from './typed-order.ts';
import { readWeek } from './week.ts';

/** Every client has it. */
const travelType = () => ({ id: TRAVEL, name: workTypeText(TRAVEL) });

const STATUSES = orderedStatuses(null);
const isStatus = (value: string): value is PrimaryStatus => STATUSES.some((each) => each === value);

/** The extended statuses that a check-out with this status takes at the order. */
const extendedOf = (known: TypedOrder | null, status: PrimaryStatus | ''): readonly string[] =>
  status === '' || status === 'NoStatusChange' || !takesExtended(status)
    ? []
    : (known?.statuses?.[status]?.extended.map(({ name }) => name) ?? []);

/** A visit whose check-in was forgotten: a whole pair. */
export function AddVisit({ onClose }: { readonly onClose: () => void }) {
  const words = t().sheet;
  const { error, run, clear } = useAct();
  const workOrder = useSignal('');
  const technicians = useSignal(String(snapshot.peek()?.defaults.techsCount ?? 1));
  const workTypeId = useSignal('1');
  const from = useSignal(NO_LOCAL_TIME);
  const until = useSignal(NO_LOCAL_TIME);
  const status = useSignal<PrimaryStatus | ''>('');
  const extended = useSignal('');
  const resolution = useSignal('');
  const known = useTypedOrder(workOrder.value);
  const offered = extendedOf(known, status.value);
  useEscape(onClose);
  const add = (start: number | null, end: number | null): Promise<Result> | Result => {
    if (start === null || end === null) return { ok: false, error: { code: 'time', fault: 'not-a-time' } };
    return send('timesheet:add-visit', {
      workOrder: workOrder.value,
      technicians: technicians.value,
      workTypeId: Number(workTypeId.value),
      from: start,
      until: end,
      primaryStatus: status.value || 'NoStatusChange',
      extendedStatus: offered.includes(extended.value) ? extended.value : '',
      resolution: resolution.value,
    });
  };
  const save = (event: Event) => {
    event.preventDefault();
    const send = () => withTime(from.value, (start) => withTime(until.value, async (end) => add(start, end)));
    void run('add-visit', send, () => {
      void readWeek();
      onClose();
    });
  };
  const time = (label: string, value: typeof from) => (
    <LocalTimeField
      label={label}
      time={value.value}
      onChange={(changed) => {
        value.value = changed;
        clear();
      }}
    />
  );
  return (
    <form class="panel sheet-edit" aria-label={words.addVisit} noValidate onSubmit={save}>
      <div class="sheet-fields">
        <TextField
          label={t().workOrder}
          value={workOrder.value}
          digits
          first
          error={error?.code === 'work-order' ? error : null}
          onInput={(text) => (workOrder.value = text)}
        />
        <TextField
          label={t().technicians}
          value={technicians.value}
          digits
          error={error?.code === 'technicians' ? error : null}
          onInput={(text) => (technicians.value = text)}
        />
        <Select
          label={t().workType}
          value={workTypeId.value}
          options={otherTypes(known?.order.workTypes ?? [travelType()], Number(workTypeId.value)).map(
            ({ id, name }) => ({
              value: String(id),
              text: name,
            }),
          )}
          onChange={(value) => (workTypeId.value = value)}
        />
        {time(words.checkIn, from)}
        {time(words.checkOut, until)}
        <Select
          label={t().status}
          value={status.value}
          options={[
            { value: '', text: words.chooseStatus },
            ...STATUSES.map((each) => ({ value: each, text: t().statuses[each] })),
          ]}
          onChange={(value) => (status.value = isStatus(value) ? value : '')}
        />
        {offered.length > 0 && (
          <Select
            label={t().extendedStatus}
            value={extended.value}
            options={[
              { value: '', text: t().none },
              ...offered.map((name) => ({ value: name, text: sentenceCase(name) })),
            ]}
            onChange={(value) => (extended.value = value)}
          />
        )}
      </div>
      <TextField
        label={t().resolution}
        value={resolution.value}
        onInput={(text) => (resolution.value = text)}
      />
      <p class="hint">{words.addHint}</p>
      <ErrorLine error={error?.code === 'work-order' || error?.code === 'technicians' ? null : error} />
      <div class="buttons left">
        <Button submit act="add-visit" disabled={status.value === '' && workTypeId.value === '1'}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
