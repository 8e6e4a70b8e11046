import { useSignal } from '@preact/signals';
import { useAct } from '../ui/act.ts';
import { aboutTime } from '../ui/command-error.ts';
import { Select } from '../ui/field.tsx';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { TechniciansField } from '../ui/technicians-field.tsx';
import { t } from '../ui/words.ts';
import { otherTypes } from '../ui/work-types.ts';
import { ChangeBody, type ChangeDraft, type ChangeProps, filled, timed } from './change-body.tsx';
import { ChangeCodes } from './change-codes.tsx';
import { ChangeCheckOut, ChangeStatus } from './change-status.tsx';
import { NoteField } from './note-field.tsx';

/** A refused check-in: its type and count, which are the whole pair's, and its time where that was refused. */
function ChangeCheckIn({ change, ...of }: ChangeProps<'check-in'>) {
  const acting = useAct();
  const { error, clear } = acting;
  const type = useSignal(change.workTypeId);
  const technicians = useSignal(String(change.techsCount));
  const time = useSignal(filled(change.at));
  const to = (): ChangeDraft =>
    timed(time.value, (at) => ({
      kind: 'check-in',
      workTypeId: type.value,
      technicians: technicians.value,
      at,
    }));
  const atField = error?.code === 'technicians' || (change.at !== null && aboutTime(error));
  return (
    <ChangeBody of={of} acting={acting} to={to} atField={atField}>
      <div class="side-by-side">
        <Select
          label={t().workType}
          value={String(type.value)}
          onChange={(value) => {
            type.value = Number(value);
            clear();
          }}
          options={otherTypes(change.workTypes, change.workTypeId).map(({ id, name }) => ({
            value: String(id),
            text: name,
          }))}
        />
        <TechniciansField
          value={technicians.value}
          onInput={(text) => {
            technicians.value = text;
            clear();
          }}
          error={error}
        />
      </div>
      {change.at && (
        <LocalTimeField
          label={change.resumed ? t().backAt : t().arrivedAt}
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

function ChangeNote({ change, ...of }: ChangeProps<'note'>) {
  const acting = useAct();
  const text = useSignal(change.text);
  return (
    <ChangeBody
      of={of}
      acting={acting}
      to={() => ({ kind: 'note', text: text.value })}
      disabled={text.value.trim() === ''}
    >
      <NoteField text={text} rows={4} onInput={acting.clear} />
    </ChangeBody>
  );
}

/** The times of a whole stay that goes as a work activity. */
function ChangeActivity({ change, ...of }: ChangeProps<'activity'>) {
  const acting = useAct();
  const from = useSignal(filled(change.from));
  const until = useSignal(filled(change.until));
  const to = (): ChangeDraft =>
    timed(from.value, (start) =>
      timed(until.value, (end) => ({ kind: 'activity', from: start, until: end })),
    );
  const field = (label: string, time: typeof from) => (
    <LocalTimeField
      label={label}
      time={time.value}
      onChange={(chosen) => {
        time.value = chosen;
        acting.clear();
      }}
    />
  );
  return (
    <ChangeBody of={of} acting={acting} to={to}>
      {field(t().checkInTime, from)}
      {field(t().checkOutTime, until)}
    </ChangeBody>
  );
}

/** `Change…`: the form that a refused report came from, filled in, in place. */
export function ChangeForm({ change, ...of }: ChangeProps) {
  switch (change.kind) {
    case 'check-in':
      return <ChangeCheckIn change={change} {...of} />;
    case 'check-out':
      return <ChangeCheckOut change={change} {...of} />;
    case 'status':
      return <ChangeStatus change={change} {...of} />;
    case 'note':
      return <ChangeNote change={change} {...of} />;
    case 'codes':
      return <ChangeCodes change={change} {...of} />;
    case 'activity':
      return <ChangeActivity change={change} {...of} />;
  }
}
