import { describe, expect, test } from 'vitest';
import { currentVisit, reportsOf } from '../../main/visit/phase.ts';
import { DAY } from '../../main/visit/time.ts';
import { EMPTY, type State } from '../../main/visit/types.ts';
import { type Store, Visits } from '../../main/visits.ts';
import { Day } from './visit/support.ts';

const CHECK_IN = { type: 'check-in', workOrderId: 7, workTypeId: 1, techsCount: 2 } as const;

function rig(given: State = EMPTY, later = 0) {
  const log: string[] = [];
  const day = new Day();
  let id = 0;
  let full = false;
  const store: Store = {
    load: () => given,
    save: (before, after) => {
      if (full) throw new Error('database or disk is full');
      log.push(`kept ${before.visits.length} → ${after.visits.length}`);
    },
  };
  const visits = new Visits(store, () => {
    id += 1;
    return { ...day.context, now: day.now + later, id: `new${id}` };
  });
  const end = visits.onChange((state) => log.push(`told ${state.visits.length}`));
  return {
    visits,
    log,
    end,
    disk: (isFull: boolean) => {
      full = isFull;
    },
  };
}

describe('the round of a command', () => {
  test('is rules, then disk, then everybody who looks on', () => {
    const { visits, log } = rig();
    expect(visits.do(CHECK_IN)).toEqual({ ok: true });
    expect(log).toEqual(['kept 0 → 1', 'told 1']);
    expect(currentVisit(visits.state.visits)?.workOrderId).toBe(7);
  });

  test('begins with what the disk holds', () => {
    const { state } = new Day().checkIn(7);
    expect(rig(state).visits.state).toBe(state);
  });

  test('ends at the rules where they say no', () => {
    const { visits, log } = rig();
    visits.do(CHECK_IN);
    const before = visits.state;
    expect(visits.do(CHECK_IN)).toEqual({ ok: false, fault: { reason: 'already-on-site', workOrderId: 7 } });
    expect(visits.state).toBe(before);
    expect(log).toHaveLength(2);
  });

  test('ends at the disk where it takes nothing: nothing has happened, and nobody is told', () => {
    const { visits, log, disk } = rig();
    disk(true);
    expect(visits.do(CHECK_IN)).toEqual({ ok: false, notKept: 'database or disk is full' });
    expect(visits.state).toBe(EMPTY);
    expect(log).toEqual([]);
    disk(false);
    expect(visits.do(CHECK_IN)).toEqual({ ok: true });
  });

  test('lets go of what has become history, and of nothing else', () => {
    const day = new Day().clock('08:00').checkIn(7).clock('09:00');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    day.clock('10:00').checkIn(8).clock('11:00').do({ type: 'pause', visitId: day.current.id });
    for (const report of day.mine.flatMap(reportsOf)) day.sent(report, 'recorded');
    const { visits } = rig(day.state, 9 * DAY);
    expect(visits.state.visits.map(({ workOrderId }) => workOrderId)).toEqual([7, 8]);
    expect(visits.do({ ...CHECK_IN, workOrderId: 9 })).toEqual({ ok: true });
    expect(visits.state.visits.map(({ workOrderId }) => workOrderId)).toEqual([8, 9]);
  });

  test('that changes nothing writes nothing', () => {
    const { visits, log } = rig();
    visits.do(CHECK_IN);
    const visitId = currentVisit(visits.state.visits)?.id ?? '';
    expect(visits.do({ type: 'change-crew', visitId, techsCount: 2 })).toEqual({ ok: true });
    expect(log).toHaveLength(2);
  });

  test('tells the newest state, when somebody who was told does something about it', () => {
    const { visits, log } = rig();
    const seen: number[] = [];
    const end = visits.onChange(() => {
      end();
      visits.do({ ...CHECK_IN, workOrderId: 8 });
    });
    visits.onChange((state) => seen.push(state.visits.length));
    visits.do(CHECK_IN);
    expect(log).toEqual(['kept 0 → 1', 'told 1', 'kept 1 → 2', 'told 2']);
    expect(seen.at(-1)).toBe(2);
  });

  test('is not told to who has stopped looking', () => {
    const { visits, log, end } = rig();
    end();
    visits.do(CHECK_IN);
    expect(log).toEqual(['kept 0 → 1']);
  });
});
