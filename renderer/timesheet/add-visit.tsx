import { useSignal } from '@preact/signals';
import type { PrimaryStatus, Result } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useEscape } from '../ui/escape.ts';
import { Select, TextField } from '../ui/field.tsx';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { orderedStatuses } from '../ui/status-options.ts';
import { NO_LOCAL_TIME, withTime } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { readWeek } from './week.ts';

const STATUSES = orderedStatuses(null);
const isStatus = (value: string): value is PrimaryStatus => STATUSES.some((each) => each === value);

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
  const resolution = useSignal('');
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
      extendedStatus: '',
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
          options={[
            { value: '1', text: t().repair },
            { value: '2', text: t().travel },
          ]}
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
