import { describe, expect, test } from 'vitest';
import { sendable, waitingCount } from '../../../main/outbox/next.ts';
import { livePairs, orderOf, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { certain, Day } from './support.ts';

const phoned = () => {
  const day = new Day().clock('10:00').checkIn(7);
  const { checkIn } = certain(day.current.pairs[0]);
  day.clock('10:05').refused(checkIn, 'xml-permission');
  return day.do({ type: 'by-phone', reportId: checkIn.id });
};

const states = (day: Day) =>
  reportsOf(day.visit(7)).map(({ delivery }) =>
    delivery.state === 'recorded' ? delivery.by : delivery.state,
  );

test('a check-in by phone is kept with its time, and is current again', () => {
  const day = phoned();
  expect(phaseOf(day.current)).toBe('on site');
  expect(day.current.pairs[0]).toMatchObject({
    reportedBy: 'phone',
    checkIn: { at: { ms: day.instant('10:00') } },
  });
});

test('nothing of it is ever sent: pause, resume, check-out, and a status by Finish…', () => {
  const day = phoned();
  const visitId = day.current.id;
  day.clock('11:00').do({ type: 'pause', visitId }).clock('12:00').do({ type: 'resume', visitId });
  day.clock('13:00').do({ type: 'change-crew', visitId, techsCount: 3 });
  day.clock('14:00').do({ type: 'check-out', visitId, primaryStatus: 'Completed' });
  expect(states(day)).toEqual(Array(6).fill('phone'));
  expect(sendable(day.mine)).toEqual([]);
  expect(waitingCount(day.mine)).toBe(0);
  const second = phoned();
  second.do({ type: 'pause', visitId }).do({ type: 'finish', visitId, primaryStatus: 'PartsOnOrder' });
  expect(sendable(second.mine)).toEqual([]);
});

test('a check-out that waited behind it is phoned as well', () => {
  const day = new Day().clock('10:00').checkIn(7);
  const { id, pairs } = day.current;
  day.clock('11:00').do({ type: 'check-out', visitId: id, primaryStatus: 'Completed' });
  const { checkIn } = certain(pairs[0]);
  day.refused(checkIn, 'xml-permission').do({ type: 'by-phone', reportId: checkIn.id });
  expect(states(day)).toEqual(['phone', 'phone']);
  expect(sendable(day.mine)).toEqual([]);
});

test('moved to another number it stays by phone', () => {
  const day = phoned();
  day.do({ type: 'move', visitId: day.current.id, workOrderId: 8 });
  expect(day.current.workOrderId).toBe(8);
  expect(sendable(day.mine)).toEqual([]);
});

describe('a visit whose first stay was sent and whose second went by phone', () => {
  /** 7 from 10:00 to 11:00, recorded; resumed at 12:00, which was refused and phoned. */
  function mixed(): Day {
    const day = new Day().clock('10:00').checkIn(7).clock('11:00');
    day.do({ type: 'pause', visitId: day.current.id });
    for (const report of reportsOf(day.current)) day.sent(report, 'recorded');
    day.clock('12:00').do({ type: 'resume', visitId: day.current.id });
    const { checkIn } = certain(day.current.pairs[1]);
    return day.refused(checkIn, 'xml-permission').do({ type: 'by-phone', reportId: checkIn.id });
  }

  /** Sends all that can go, in its order. */
  function sent(day: Day): readonly string[] {
    const [next] = sendable(day.mine);
    if (!next) return [];
    const order = day.mine.flatMap((visit) =>
      reportsOf(visit).includes(next) ? [orderOf(visit, next)] : [],
    );
    day.sent(next, 'recorded');
    return [`${next.kind} ${order}`, ...sent(day)];
  }

  test('moved to another number takes the first off the record there, and the second along by phone', () => {
    const day = mixed();
    day.clock('12:10').do({ type: 'move', visitId: day.current.id, workOrderId: 8 });
    expect(day.current.pairs.map(({ reportedBy }) => reportedBy)).toEqual(['app', 'phone']);
    expect(phaseOf(day.current)).toBe('on site');
    expect(sent(day)).toEqual(['check-in 8', 'check-out 8', 'deletion 7']);
  });

  test('that was none is taken off the record there', () => {
    const day = mixed();
    day.clock('12:10').do({ type: 'mistake', visitId: day.current.id });
    expect(sent(day)).toEqual(['deletion 7']);
    expect(day.mine.flatMap(livePairs)).toEqual([]);
  });
});

test('only a refused check-in can become one', () => {
  const day = new Day().checkIn(7);
  const { checkIn } = certain(day.current.pairs[0]);
  expect(day.fault({ type: 'by-phone', reportId: checkIn.id })).toEqual({ reason: 'not-now' });
});
