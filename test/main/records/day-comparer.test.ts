import { expect, test } from 'vitest';
import { begunIn, lastSeqOf, stayOf } from '../../../main/records/day-comparer.ts';
import { certain, Day } from '../visit/support.ts';

/** On site from 10:00 to 11:00, and from 12:00 on. */
function worked(): Day {
  const day = new Day().clock('10:00').checkIn(7, { techsCount: 2 }).clock('11:00');
  day.do({ type: 'pause', visitId: day.current.id });
  return day.clock('12:00').do({ type: 'resume', visitId: day.current.id });
}
const span = (day: Day, from: string, to: string) => ({ from: day.instant(from), to: day.instant(to) });

test('a pair belongs to the span in which it began', () => {
  const day = worked();
  expect(begunIn(day.mine, span(day, '00:00', '11:30'))).toHaveLength(1);
  expect(begunIn(day.mine, span(day, '00:00', '12:00'))).toHaveLength(1);
  expect(begunIn(day.mine, span(day, '10:00', '12:01'))).toHaveLength(2);
  expect(begunIn(day.mine, span(day, '13:00', '14:00'))).toEqual([]);
});

test('it is compared with its times and its crew, open where it is open', () => {
  const day = worked();
  expect(begunIn(day.mine, span(day, '00:00', '23:00')).map(stayOf)).toEqual([
    { workOrderId: 7, from: day.instant('10:00'), to: day.instant('11:00'), techsCount: 2 },
    { workOrderId: 7, from: day.instant('12:00'), to: null, techsCount: 2 },
  ]);
});

test('a later report makes a comparison out of date', () => {
  const day = worked();
  const own = begunIn(day.mine, span(day, '00:00', '23:00'));
  expect(lastSeqOf([])).toBe(0);
  expect(lastSeqOf(own)).toBe(certain(day.visit(7).pairs[1]).checkIn.seq);
});
