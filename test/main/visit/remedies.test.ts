import { describe, expect, test } from 'vitest';
import { currentVisit, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import type { Report } from '../../../main/visit/types.ts';
import { certain, Day, outcomeOf, PROBLEM, written } from './support.ts';

const nth = (day: Day, workOrderId: number, n: number): Report =>
  certain(reportsOf(day.visit(workOrderId))[n]);

/** Checked in at 7 at 10:00, and refused. */
function refusedAtTen(): Day {
  const day = new Day().clock('10:00').checkIn(7);
  return day.sent(nth(day, 7, 0), 'refused');
}

/** Without a network: in 10:00, paused 11:00, resumed 12:00; then the first check-in is refused. */
function refusedLater(): Day {
  const day = new Day().clock('10:00').checkIn(7);
  day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
  day.clock('12:00').do({ type: 'resume', visitId: day.current.id });
  return day.clock('12:30').sent(nth(day, 7, 0), 'refused');
}

describe('a refused first check-in', () => {
  test('ends the visit, and shows what there would be without it', () => {
    const day = new Day().clock('09:00').checkIn(6).clock('09:30');
    day.do({ type: 'pause', visitId: day.current.id }).clock('10:00').checkIn(7);
    day.sent(nth(day, 7, 0), 'refused');
    expect(phaseOf(day.visit(7))).toBe('over');
    expect(day.current.workOrderId).toBe(6);
    expect(currentVisit(refusedAtTen().mine)).toBeUndefined();
  });

  test('sent again keeps its time and makes the visit current', () => {
    const day = refusedAtTen().clock('14:00');
    day.do({ type: 'send-again', reportId: nth(day, 7, 0).id });
    expect(written(day.current)).toEqual(['2026-05-13T10:00:00-04:00 – open']);
    expect(nth(day, 7, 0).delivery).toEqual({ state: 'queued' });
  });

  test('never blocks the next check-in, at the same work order either', () => {
    const day = refusedAtTen().clock('10:05').checkIn(7);
    expect(day.mine.map((visit) => [phaseOf(visit), visit.pairs.length])).toEqual([
      ['over', 1],
      ['on site', 1],
    ]);
  });

  test('sent again after being elsewhere ends, paused, when that began', () => {
    const day = refusedAtTen().clock('11:00').checkIn(8).clock('14:00');
    day.do({ type: 'send-again', reportId: nth(day, 7, 0).id });
    expect(written(day.visit(7))).toEqual(['2026-05-13T10:00:00-04:00 – 2026-05-13T11:00:00-04:00']);
    expect(phaseOf(day.visit(7))).toBe('paused');
    expect(day.current.workOrderId).toBe(8);
  });

  test('sent again after being at two places ends when the first of them began', () => {
    const day = refusedAtTen().clock('11:00').checkIn(8).clock('12:00').checkIn(9);
    day.do({ type: 'send-again', reportId: nth(day, 7, 0).id });
    expect(written(day.visit(7))).toEqual(['2026-05-13T10:00:00-04:00 – 2026-05-13T11:00:00-04:00']);
  });

  test('sent again goes on through one that never began either', () => {
    const day = refusedAtTen().clock('11:00').checkIn(8);
    day.sent(nth(day, 8, 0), 'refused').do({ type: 'send-again', reportId: nth(day, 7, 0).id });
    expect(phaseOf(day.visit(7))).toBe('on site');
  });

  test('whose time was spent elsewhere cannot be sent again, only given up', () => {
    const day = refusedAtTen().clock('11:00');
    day.checkIn(8, { at: day.instant('09:30') });
    const { id } = nth(day, 7, 0);
    const elsewhere = { reason: 'elsewhere-then', workOrderId: 8 };
    expect(day.fault({ type: 'send-again', reportId: id })).toEqual(elsewhere);
    expect(day.fault({ type: 'it-was-recorded', reportId: id })).toEqual(elsewhere);
    expect(day.do({ type: 'discard', reportId: id }).deliveryOf(nth(day, 7, 0))).toEqual({
      state: 'discarded',
    });
    expect(phaseOf(day.visit(7))).toBe('over');
  });

  test('that was recorded after all leaves the technician at one place', () => {
    const day = refusedAtTen().clock('11:00').checkIn(8).clock('14:00');
    day.do({ type: 'it-was-recorded', reportId: nth(day, 7, 0).id });
    expect(day.mine.map(phaseOf)).toEqual(['paused', 'on site']);
    expect(written(day.visit(7))).toEqual(['2026-05-13T10:00:00-04:00 – 2026-05-13T11:00:00-04:00']);
  });

  test('given up lets the visit go on with what came after it', () => {
    const day = refusedLater();
    expect(currentVisit(day.mine)).toBeUndefined();
    day.do({ type: 'discard', reportId: nth(day, 7, 0).id });
    expect(phaseOf(day.current)).toBe('on site');
    expect(reportsOf(day.current).map((report) => report.delivery.state)).toEqual([
      'discarded',
      'discarded',
      'queued',
    ]);
  });

  test('given up after being elsewhere ends what came after it when that began', () => {
    const day = refusedLater().clock('13:00').checkIn(8).clock('14:00');
    day.do({ type: 'discard', reportId: nth(day, 7, 0).id });
    expect(day.mine.map(phaseOf)).toEqual(['paused', 'on site']);
    expect(written(day.visit(7))[1]).toBe('2026-05-13T12:00:00-04:00 – 2026-05-13T13:00:00-04:00');
  });

  test('given up makes what came after it a question where that time was spent elsewhere', () => {
    const day = refusedLater().clock('13:00');
    day.checkIn(8, { at: day.instant('11:30') });
    day.do({ type: 'discard', reportId: nth(day, 7, 0).id });
    expect(day.mine.map(phaseOf)).toEqual(['over', 'on site']);
    expect(nth(day, 7, 2).delivery).toMatchObject({ state: 'refused', problem: { reason: 'overlap' } });
    day.do({ type: 'discard', reportId: nth(day, 7, 2).id });
    expect(reportsOf(day.visit(7)).map((report) => report.delivery.state)).toEqual(
      Array(3).fill('discarded'),
    );
  });
});

describe('a later refusal', () => {
  test('of a resume keeps the visit; given up it is paused again', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    for (const report of reportsOf(day.current)) day.sent(report, 'recorded');
    day.clock('12:00').do({ type: 'resume', visitId: day.current.id });
    day.sent(nth(day, 7, 2), 'refused');
    expect(phaseOf(day.current)).toBe('on site');
    day.do({ type: 'discard', reportId: nth(day, 7, 2).id });
    expect(phaseOf(day.current)).toBe('paused');
  });

  test('of a check-in takes its check-out along', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    day.sent(nth(day, 7, 0), 'refused').do({ type: 'discard', reportId: nth(day, 7, 0).id });
    expect(reportsOf(day.visit(7)).map((report) => report.delivery.state)).toEqual([
      'discarded',
      'discarded',
    ]);
  });

  test('of a status that is given up leaves the visit paused, to be finished anew', () => {
    const day = new Day().clock('10:00').checkIn(7);
    const { id } = day.current;
    day.do({ type: 'pause', visitId: id });
    for (const report of reportsOf(day.current)) day.sent(report, 'recorded');
    day.do({ type: 'finish', visitId: id, primaryStatus: 'Completed' });
    day.sent(nth(day, 7, 2), 'refused').do({ type: 'discard', reportId: nth(day, 7, 2).id });
    expect(phaseOf(day.current)).toBe('paused');
    day.do({ type: 'finish', visitId: id, primaryStatus: 'Incomplete' });
    expect(day.visit(7).finish).toMatchObject({ primaryStatus: 'Incomplete', delivery: { state: 'queued' } });
  });
});

describe('a report in question', () => {
  const inQuestion = () => {
    const day = new Day().checkIn(7);
    return day.sent(nth(day, 7, 0), 'unconfirmed');
  };

  test('keeps the visit on site, whatever is decided', () => {
    expect(phaseOf(inQuestion().current)).toBe('on site');
    for (const type of ['send-again', 'it-was-recorded'] as const) {
      const day = inQuestion();
      expect(phaseOf(day.do({ type, reportId: nth(day, 7, 0).id }).current)).toBe('on site');
    }
  });

  test('that was recorded, as the technician says, is not sent again', () => {
    const day = inQuestion();
    day.do({ type: 'it-was-recorded', reportId: nth(day, 7, 0).id });
    expect(nth(day, 7, 0).delivery).toEqual({ state: 'recorded', mechanicId: null, by: 'technician' });
  });

  test('that ServiceChannel shows after all is not sent again, though somebody asked for it meanwhile', () => {
    const day = inQuestion();
    day.do({ type: 'send-again', reportId: nth(day, 7, 0).id });
    day.do({ type: 'recorded', reportId: nth(day, 7, 0).id, mechanicId: null, by: 'read-back' });
    expect(nth(day, 7, 0).delivery).toMatchObject({ state: 'recorded', by: 'read-back' });
  });

  test.each(['send-again', 'it-was-recorded', 'discard'] as const)('only: %s is for nothing else', (type) => {
    const day = new Day().checkIn(7);
    const remedy = { type, reportId: nth(day, 7, 0).id };
    expect(day.fault(remedy)).toEqual({ reason: 'not-now' });
    expect(day.sent(nth(day, 7, 0), 'recorded').fault(remedy)).toEqual({ reason: 'not-now' });
    expect(day.fault({ type, reportId: 'nobody’s' })).toEqual({ reason: 'not-now' });
  });
});

describe('an outcome', () => {
  test('that comes after a person’s decision does not undo it', () => {
    const day = new Day().checkIn(7);
    const report = nth(day, 7, 0);
    day.sent(report, 'unconfirmed').do({ type: 'discard', reportId: report.id });
    for (const outcome of ['recorded', 'refused', 'unconfirmed', 'not-recorded'] as const)
      expect(day.fault(outcomeOf(report.id, outcome, day.now))).toEqual({ reason: 'not-now' });
  });

  test('of a report that never left is no outcome', () => {
    const day = new Day().checkIn(7);
    for (const outcome of ['refused', 'unconfirmed', 'not-recorded'] as const)
      expect(day.fault(outcomeOf(nth(day, 7, 0).id, outcome, day.now))).toEqual({ reason: 'not-now' });
  });

  test('is kept as it came', () => {
    const day = new Day().checkIn(7);
    const { id } = nth(day, 7, 0);
    const delivery = () => nth(day, 7, 0).delivery;
    day.do({ type: 'sending', reportId: id, since: 5 });
    expect(delivery()).toEqual({ state: 'sending', since: 5 });
    day.do({ type: 'not-recorded', reportId: id });
    expect(delivery()).toEqual({ state: 'queued' });
    day.do({ type: 'sending', reportId: id, since: 6 }).do({ type: 'unconfirmed', reportId: id, since: 7 });
    expect(delivery()).toEqual({ state: 'unconfirmed', since: 7 });
    day.do({ type: 'send-again', reportId: id }).sent(nth(day, 7, 0), 'refused');
    expect(delivery()).toEqual({ state: 'refused', problem: PROBLEM });
  });
});
