import { describe, expect, test } from 'vitest';
import { lastPair, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { certain, Day, written } from './support.ts';

const HERE = 7;
const THERE = 8;

/** A day on which our check-in of 10:00 was stopped, because another one has been open since 09:30. */
function stopped(workOrderId = HERE) {
  const day = new Day().clock('10:00').checkIn(workOrderId);
  const checkIn = certain(reportsOf(day.current)[0]);
  day.do({ type: 'open-elsewhere', reportId: checkIn.id });
  return { day, checkIn };
}

const go = (day: Day, workOrderId = HERE, at = '09:30') => ({
  type: 'continue' as const,
  workOrderId,
  at: day.instant(at),
  workTypeId: 5,
  techsCount: 3,
});

describe('a check-in of ours that was stopped', () => {
  test('is not on site, and goes with its own time when a person says so', () => {
    const { day, checkIn } = stopped();
    expect(phaseOf(day.visit(HERE))).toBe('over');
    day.do({ type: 'send-again', reportId: checkIn.id });
    expect(phaseOf(day.visit(HERE))).toBe('on site');
    expect(written(day.visit(HERE))).toEqual(['2026-05-13T10:00:00-04:00 – open']);
    day.do({ type: 'open-elsewhere', reportId: checkIn.id });
    expect(day.deliveryOf(checkIn)).toEqual({ state: 'queued' });
  });

  test('is stopped only while it is queued', () => {
    const day = new Day().checkIn(HERE);
    const checkIn = certain(reportsOf(day.current)[0]);
    day.do({ type: 'sending', reportId: checkIn.id, since: day.now });
    expect(day.fault({ type: 'open-elsewhere', reportId: checkIn.id })).toEqual({ reason: 'not-now' });
  });

  test('is undone as any other while that is possible', () => {
    const day = new Day();
    day.undoable = true;
    day.clock('10:00').checkIn(HERE);
    day.do({ type: 'open-elsewhere', reportId: certain(reportsOf(day.current)[0]).id }).do({ type: 'undo' });
    expect(day.mine).toEqual([]);
  });
});

describe('going on with the one that is open', () => {
  test('on the same order makes ours that one: its time, type and count, and nothing to send', () => {
    const { day } = stopped();
    day.do(go(day));
    expect(day.mine).toHaveLength(1);
    expect(written(day.current)).toEqual(['2026-05-13T09:30:00-04:00 – open']);
    expect(lastPair(day.current)).toMatchObject({
      workTypeId: 5,
      techsCount: 3,
      checkIn: { delivery: { state: 'recorded', by: 'read-back' } },
    });
    expect(day.state.lastAct).toBeNull();
  });

  test('keeps the check-out that was made here meanwhile', () => {
    const day = new Day().clock('10:00').checkIn(HERE);
    const { id } = day.current;
    day.clock('12:00').do({ type: 'check-out', visitId: id, primaryStatus: 'PartsOnOrder' });
    day.do({ type: 'open-elsewhere', reportId: certain(reportsOf(day.visit(HERE))[0]).id });
    day.clock('13:00').do(go(day));
    expect(written(day.visit(HERE))).toEqual(['2026-05-13T09:30:00-04:00 – 2026-05-13T12:00:00-04:00']);
    expect(reportsOf(day.visit(HERE)).map(({ delivery }) => delivery.state)).toEqual(['recorded', 'queued']);
  });

  test('on another order takes ours back, which had no end yet', () => {
    const { day, checkIn } = stopped(THERE);
    day.do(go(day));
    expect(day.current.workOrderId).toBe(HERE);
    expect(day.deliveryOf(checkIn)).toEqual({ state: 'discarded' });
  });

  test('after a switch what was paused stays paused', () => {
    const day = new Day().clock('08:00').checkIn(THERE);
    day
      .sent(certain(reportsOf(day.current)[0]), 'recorded')
      .clock('09:00')
      .checkIn(9);
    day.do({ type: 'open-elsewhere', reportId: certain(reportsOf(day.visit(9))[0]).id });
    day.clock('10:00').do(go(day));
    expect([HERE, THERE, 9].map((order) => phaseOf(day.visit(order)))).toEqual(['on site', 'paused', 'over']);
  });

  test('leaves a whole stay on another order to be asked about by itself', () => {
    const day = new Day().clock('10:00').checkIn(THERE);
    const { id } = day.current;
    day.clock('11:00').do({ type: 'check-out', visitId: id, primaryStatus: 'NoStatusChange' });
    const checkIn = certain(reportsOf(day.visit(THERE))[0]);
    day.do({ type: 'open-elsewhere', reportId: checkIn.id }).clock('12:00').do(go(day));
    expect(day.deliveryOf(checkIn)).toMatchObject({ state: 'refused' });
    expect(day.current.workOrderId).toBe(HERE);
  });

  test('does not go behind a pause of the same order whose check-in is still to be sent', () => {
    const day = new Day().clock('08:00').checkIn(HERE).clock('09:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('10:00').do(go(day));
    expect(day.mine.map(phaseOf)).toEqual(['over', 'on site']);
    expect(day.mine.map(({ pairs }) => pairs.length)).toEqual([1, 1]);
  });

  test('is not possible where its technician was somewhere else', () => {
    const day = new Day().clock('08:00').checkIn(THERE).clock('10:00');
    expect(day.fault(go(day))).toEqual({ reason: 'elsewhere-then', workOrderId: THERE });
    const after = new Day().clock('08:00').checkIn(THERE).clock('09:45');
    after.do({ type: 'check-out', visitId: after.current.id, primaryStatus: 'NoStatusChange' });
    after.clock('10:00').checkIn(HERE);
    after.do({ type: 'open-elsewhere', reportId: certain(reportsOf(after.visit(HERE))[0]).id });
    expect(after.fault(go(after))).toEqual({ reason: 'elsewhere-then', workOrderId: THERE });
  });
});
