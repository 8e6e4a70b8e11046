import { useSignal } from '@preact/signals';
import { UNCHANGED } from '../../main/visit/leaving.ts';
import { REPAIR, TRAVEL } from '../../main/visit/types.ts';
import type { Result } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useEscape } from '../ui/escape.ts';
import { Select, TextField } from '../ui/field.tsx';
import { NO_LEAVING } from '../ui/leaving-draft.ts';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { StatusFields, useLeaving } from '../ui/status-fields.tsx';
import { TechniciansField } from '../ui/technicians-field.tsx';
import { NO_LOCAL_TIME, withTime } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { otherTypes, workTypeText } from '../ui/work-types.ts';
import { NO_TIME_GIVEN } from './editing.ts';
import { useTypedOrder } from './typed-order.ts';
import { readWeek } from './week.ts';

/** Every client has it. */
const travelType = () => ({ id: TRAVEL, name: workTypeText(TRAVEL) });

/** A visit whose check-in was forgotten: a whole pair. */
export function AddVisit({ onClose }: { readonly onClose: () => void }) {
  const words = t().sheet;
  const { error, run, clear } = useAct();
  const workOrder = useSignal('');
  const technicians = useSignal(String(snapshot.peek()?.defaults.techsCount ?? 1));
  const workTypeId = useSignal(String(REPAIR));
  const from = useSignal(NO_LOCAL_TIME);
  const until = useSignal(NO_LOCAL_TIME);
  const draft = useSignal(NO_LEAVING);
  const order = useTypedOrder(workOrder.value);
  const choice = useLeaving({ workOrderId: order?.id ?? null }, draft.value);
  // Work of another type has no status (API.md).
  const hasStatus = workTypeId.value === String(REPAIR);
  const leaving = hasStatus ? choice.leaving : UNCHANGED;
  useEscape(onClose);
  const add = (start: number | null, end: number | null): Promise<Result> | Result => {
    if (start === null || end === null || !leaving) return NO_TIME_GIVEN;
    return send('timesheet:add-visit', {
      workOrder: workOrder.value,
      technicians: technicians.value,
      workTypeId: Number(workTypeId.value),
      from: start,
      until: end,
      ...leaving,
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
        <TechniciansField
          value={technicians.value}
          error={error}
          onInput={(text) => (technicians.value = text)}
        />
        <Select
          label={t().workType}
          value={workTypeId.value}
          options={otherTypes(order?.workTypes ?? [travelType()], Number(workTypeId.value)).map(
            ({ id, name }) => ({
              value: String(id),
              text: name,
            }),
          )}
          onChange={(value) => (workTypeId.value = value)}
        />
        {time(words.checkIn, from)}
        {time(words.checkOut, until)}
      </div>
      {hasStatus && (
        <div class="sheet-status">
          <StatusFields
            workOrderId={order?.id ?? null}
            draft={draft.value}
            choice={choice}
            onChange={(part) => (draft.value = { ...draft.value, ...part })}
            hint=""
          />
        </div>
      )}
      <p class="hint">{words.addHint}</p>
      <ErrorLine error={error?.code === 'work-order' || error?.code === 'technicians' ? null : error} />
      <div class="buttons left">
        <Button submit act="add-visit" disabled={leaving === null}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
