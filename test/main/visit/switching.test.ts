import { describe, expect, test } from 'vitest';
import { currentVisit, lastPair, pausedVisits, phaseOf } from '../../../main/visit/phase.ts';
import { Day, written } from './support.ts';

describe('checking in elsewhere', () => {
  test('pauses what was on site at the instant of the new check-in', () => {
    const day = new Day().clock('10:00').checkIn(7).clock('11:00').checkIn(8);
    expect(written(day.visit(7))).toEqual(['2026-05-13T10:00:00-04:00 – 2026-05-13T11:00:00-04:00']);
    expect(phaseOf(day.visit(7))).toBe('paused');
    expect(written(day.visit(8))).toEqual(['2026-05-13T11:00:00-04:00 – open']);
    expect(day.current.workOrderId).toBe(8);
  });

  test('at an earlier time pauses at that time', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:00').checkIn(8, { at: day.instant('10:40') });
    expect(written(day.visit(7))).toEqual(['2026-05-13T10:00:00-04:00 – 2026-05-13T10:40:00-04:00']);
    expect(written(day.visit(8))).toEqual(['2026-05-13T10:40:00-04:00 – open']);
  });

  test('where one is already is refused', () => {
    const day = new Day().checkIn(7);
    const again = { type: 'check-in', workOrderId: 7, workTypeId: 1, techsCount: 2 } as const;
    expect(day.fault(again)).toEqual({ reason: 'already-on-site', workOrderId: 7 });
  });

  test('at a work order that is paused goes on with that visit', () => {
    const day = new Day().clock('10:00').checkIn(7).clock('11:00').checkIn(8);
    day.clock('12:00').checkIn(7, { workTypeId: 5, techsCount: 1 });
    expect(day.mine).toHaveLength(2);
    expect(day.visit(7).pairs).toHaveLength(2);
    expect(lastPair(day.visit(7))).toMatchObject({ workTypeId: 5, techsCount: 1 });
    expect(phaseOf(day.visit(8))).toBe('paused');
  });

  test('at a work order that was checked out is a new visit', () => {
    const day = new Day().checkIn(7);
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' }).checkIn(7);
    expect(day.mine.map((visit) => visit.pairs.length)).toEqual([1, 1]);
  });

  test('leaves a colleague who is on site there alone', () => {
    const day = new Day().checkIn(7);
    const first = day.userId;
    day.userId = first + 1;
    day.checkIn(8);
    day.userId = first;
    expect(phaseOf(day.visit(7))).toBe('on site');
  });
});

describe('several paused visits', () => {
  const three = () => {
    const day = new Day().clock('10:00').checkIn(7).clock('11:00').checkIn(8).clock('12:00').checkIn(9);
    return day.clock('13:00').do({ type: 'pause', visitId: day.current.id });
  };

  test('the one paused last is shown and comes first', () => {
    const day = three();
    expect(day.current.workOrderId).toBe(9);
    expect(pausedVisits(day.mine).map((visit) => visit.workOrderId)).toEqual([9, 8, 7]);
  });

  test('any of them can be resumed, and only it is on site', () => {
    const day = three();
    day.do({ type: 'resume', visitId: day.visit(7).id });
    expect(day.mine.map(phaseOf)).toEqual(['on site', 'paused', 'paused']);
  });

  test('resuming one while another is on site pauses that', () => {
    const day = three();
    day.do({ type: 'resume', visitId: day.visit(7).id });
    day.clock('14:00').do({ type: 'resume', visitId: day.visit(8).id });
    expect(day.mine.map(phaseOf)).toEqual(['paused', 'on site', 'paused']);
    expect(written(day.visit(7))[1]).toBe('2026-05-13T13:00:00-04:00 – 2026-05-13T14:00:00-04:00');
  });

  test('resuming one that is on site is not possible', () => {
    const day = three();
    day.do({ type: 'resume', visitId: day.visit(7).id });
    expect(day.fault({ type: 'resume', visitId: day.visit(7).id })).toEqual({ reason: 'not-now' });
  });

  test('when all are over none is shown', () => {
    const day = three();
    for (const { id } of day.mine) day.do({ type: 'finish', visitId: id, primaryStatus: 'NoStatusChange' });
    expect(currentVisit(day.mine)).toBeUndefined();
  });
});

describe('driving', () => {
  const driving = (arrivalTypeId = 1) =>
    new Day()
      .clock('10:00')
      .do({ type: 'check-in', workOrderId: 7, workTypeId: 2, techsCount: 2, arrivalTypeId });

  test('is a check-in of type 2; arriving is its check-out and a check-in at the same instant', () => {
    const day = driving(5);
    expect(phaseOf(day.current)).toBe('travelling');
    day.clock('10:25').do({ type: 'arrived', visitId: day.current.id });
    expect(written(day.current)).toEqual([
      '2026-05-13T10:00:00-04:00 – 2026-05-13T10:25:00-04:00',
      '2026-05-13T10:25:00-04:00 – open',
    ]);
    expect(day.current.pairs.map((pair) => [pair.workTypeId, pair.techsCount])).toEqual([
      [2, 2],
      [5, 2],
    ]);
    expect(day.current.pairs[0]?.checkOut?.leaving).toMatchObject({
      action: 'Complete',
      primaryStatus: 'NoStatusChange',
    });
    expect(phaseOf(day.current)).toBe('on site');
  });

  test('of which nobody said what comes after arrives for a repair', () => {
    const day = new Day().checkIn(7, { workTypeId: 2 });
    day.do({ type: 'arrived', visitId: day.current.id });
    expect(lastPair(day.current)?.workTypeId).toBe(1);
  });

  test('with travel chosen for the work as well arrives for a repair', () => {
    const day = driving(2);
    day.do({ type: 'arrived', visitId: day.current.id });
    expect(phaseOf(day.current)).toBe('on site');
  });

  test('ends by checking in at the same number, with what that form says', () => {
    const day = driving().checkIn(7, { workTypeId: 5, techsCount: 4 });
    expect(day.mine).toHaveLength(1);
    expect(lastPair(day.current)).toMatchObject({ workTypeId: 5, techsCount: 4, checkOut: null });
  });

  test('cannot begin twice, nor where one is on site', () => {
    const drive = { type: 'check-in', workOrderId: 7, workTypeId: 2, techsCount: 2 } as const;
    const refused = { reason: 'already-on-site', workOrderId: 7 };
    expect(driving().fault(drive)).toEqual(refused);
    expect(new Day().checkIn(7).fault(drive)).toEqual(refused);
  });

  test('is not paused by a click, and nobody arrives who is not on the way', () => {
    const day = driving();
    expect(day.fault({ type: 'pause', visitId: day.current.id })).toEqual({ reason: 'not-now' });
    day.do({ type: 'arrived', visitId: day.current.id });
    expect(day.fault({ type: 'arrived', visitId: day.current.id })).toEqual({ reason: 'not-now' });
  });

  test('back to a paused visit arrives for the work that was chosen now', () => {
    const day = new Day().clock('10:00').checkIn(7, { workTypeId: 5 }).clock('11:00').checkIn(8);
    day.do({ type: 'check-in', workOrderId: 7, workTypeId: 2, techsCount: 1, arrivalTypeId: 1 });
    day.clock('11:30').do({ type: 'arrived', visitId: day.visit(7).id });
    expect(lastPair(day.visit(7))?.workTypeId).toBe(1);
  });
});
