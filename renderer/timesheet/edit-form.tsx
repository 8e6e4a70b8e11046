import { useSignal } from '@preact/signals';
import type { CommandError, Result, SheetPair, SheetStay } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useEscape } from '../ui/escape.ts';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { send } from '../ui/snapshot.ts';
import { type LocalTime, localTime, NO_LOCAL_TIME, withTime } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { AskForm } from './ask-form.tsx';
import { type Editing, NO_TIME_GIVEN } from './editing.ts';
import { stayText } from './stay-text.ts';
import { readWeek } from './week.ts';

interface Props {
  readonly pair: SheetPair;
  /** The times that it begins with. */
  readonly times: Editing;
  /** The stay that ServiceChannel holds in its place, by the last comparison; null: the same, or not known. */
  readonly held: SheetStay | null;
  readonly onClose: () => void;
}

/** Sends two instants; one that is empty is asked for. */
const withTimes = (
  from: LocalTime,
  until: LocalTime,
  go: (from: number, until: number) => Promise<Result>,
): Promise<Result> =>
  withTime(from, (start) =>
    withTime(until, async (end) => (start === null || end === null ? NO_TIME_GIVEN : go(start, end))),
  );

/** A count alone can be asked of the client only: a correction has none. */
function hintOf({ orderStatus, checkIn, checkOut }: SheetPair, held: SheetStay | null): string {
  const words = t().sheet;
  if (orderStatus !== null) return words.notInProgress(orderStatus);
  if (!held) return words.editHint;
  const isCountAlone = held.from === checkIn.ms && held.to === (checkOut?.ms ?? null);
  return isCountAlone ? words.askHint : words.heldInstead(stayText(held));
}

/** Both edges of a pair, or a break that is put into it. */
export function EditForm({ pair, times, held, onClose }: Props) {
  const words = t().sheet;
  const { error, run, clear } = useAct();
  const checkIn = useSignal(localTime(times.from));
  const checkOut = useSignal(times.until === null ? NO_LOCAL_TIME : localTime(times.until));
  const from = useSignal(NO_LOCAL_TIME);
  const to = useSignal(NO_LOCAL_TIME);
  const isBreak = useSignal(false);
  const mistyped = useSignal<CommandError | null>(null);
  const asking = useSignal<{ readonly from: number; readonly until: number } | null>(null);
  useEscape(onClose);
  const field = (label: string, time: typeof from, focused = false) => (
    <LocalTimeField
      key={label}
      label={label}
      time={time.value}
      focused={focused}
      onChange={(changed) => {
        time.value = changed;
        mistyped.value = null;
        clear();
      }}
    />
  );
  const done = () => {
    void readWeek();
    onClose();
  };
  const { pairId } = pair;
  const saveEdges = () =>
    pair.checkOut
      ? withTimes(checkIn.value, checkOut.value, (start, end) =>
          send('timesheet:edit', { pairId, from: start, until: end }),
        )
      : withTime(checkIn.value, async (start) =>
          start === null ? NO_TIME_GIVEN : send('timesheet:edit', { pairId, from: start, until: null }),
        );
  const saveBreak = () =>
    withTimes(from.value, to.value, (start, end) =>
      send('timesheet:break', { pairId, from: start, until: end }),
    );
  const askClient = async () => {
    const result = await withTimes(checkIn.value, checkOut.value, async (start, end) => {
      asking.value = { from: start, until: end };
      return { ok: true, value: null };
    });
    mistyped.value = result.ok ? null : result.error;
  };
  const save = (event: Event) => {
    event.preventDefault();
    void run('edit', isBreak.value ? saveBreak : saveEdges, done);
  };
  if (asking.value)
    return (
      <AskForm pair={pair} held={held} {...asking.value} onBack={() => (asking.value = null)} onDone={done} />
    );
  return (
    <form class="panel sheet-edit" noValidate onSubmit={save}>
      <div class="side-by-side even">
        {isBreak.value ? field(t().breakFrom, from, true) : field(words.checkIn, checkIn, true)}
        {isBreak.value ? field(t().breakTo, to) : pair.checkOut && field(words.checkOut, checkOut)}
      </div>
      <p class="hint">{hintOf(pair, isBreak.value ? null : held)}</p>
      <ErrorLine error={error ?? mistyped.value} />
      <div class="buttons left">
        <Button submit act="edit">
          {isBreak.value ? t().saveBreak : words.save}
        </Button>
        {!isBreak.value && pair.checkOut && (
          <Button onClick={() => (isBreak.value = true)}>{words.addBreak}</Button>
        )}
        {!isBreak.value && pair.checkOut && (
          <Button onClick={() => void askClient()}>{words.askClient}</Button>
        )}
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
