import { expect, test } from 'vitest';
import { sendable, waitingCount } from '../../../main/outbox/next.ts';
import { phaseOf, reportsOf } from '../../../main/visit/phase.ts';
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

test('only a refused check-in can become one', () => {
  const day = new Day().checkIn(7);
  const { checkIn } = certain(day.current.pairs[0]);
  expect(day.fault({ type: 'by-phone', reportId: checkIn.id })).toEqual({ reason: 'not-now' });
});
