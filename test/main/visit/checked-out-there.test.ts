import { expect, test } from 'vitest';
import { livePairs, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { certain, Day } from './support.ts';

/** On site since 10:00, recorded; it is 22:00. */
function onSite(): Day {
  const day = new Day().clock('10:00').checkIn(7);
  return day.sent(certain(reportsOf(day.current)[0]), 'recorded').clock('22:00');
}

const BY_READ_BACK = { state: 'recorded', mechanicId: null, by: 'read-back' };

test('somebody who was still there is checked in anew from then on, and nothing is sent for the check-out', () => {
  const day = onSite();
  day.do({ type: 'still-here', visitId: day.current.id, at: day.instant('18:00:00') });
  const [first, second] = livePairs(day.current);
  expect(phaseOf(day.current)).toBe('on site');
  expect(first?.checkOut).toMatchObject({ at: { ms: day.instant('18:00') }, delivery: BY_READ_BACK });
  expect(second).toMatchObject({
    workTypeId: 1,
    techsCount: 2,
    checkIn: { at: { ms: day.instant('18:00') }, correction: null, delivery: { state: 'queued' } },
    checkOut: null,
  });
});

test('somebody who left then has nothing to report: the visit ended', () => {
  const day = onSite();
  day.do({ type: 'left-then', visitId: day.current.id, at: day.instant('18:00') + 400 });
  const visit = day.visit(7);
  expect(phaseOf(visit)).toBe('over');
  expect(livePairs(visit)).toHaveLength(1);
  expect(livePairs(visit)[0]?.checkOut).toMatchObject({
    at: { ms: day.instant('18:00') },
    leaving: { action: 'Complete', primaryStatus: 'NoStatusChange' },
    delivery: BY_READ_BACK,
  });
  expect(reportsOf(visit).filter(({ delivery }) => delivery.state === 'queued')).toEqual([]);
});

test.each([
  ['before its check-in', '09:59'],
  ['in the future', '22:01'],
])('a check-out %s is none', (_, at) => {
  const day = onSite();
  expect(day.fault({ type: 'still-here', visitId: day.current.id, at: day.instant(at) })).toEqual({
    reason: 'not-now',
  });
});

test('a visit that was paused meanwhile, or whose check-in is not recorded, is not closed by it', () => {
  const day = onSite();
  const visitId = day.current.id;
  day.do({ type: 'pause', visitId });
  expect(day.fault({ type: 'left-then', visitId, at: day.instant('18:00') })).toBeDefined();
  const queued = new Day().clock('10:00').checkIn(7).clock('22:00');
  expect(
    queued.fault({ type: 'left-then', visitId: queued.current.id, at: queued.instant('18:00') }),
  ).toBeDefined();
});
