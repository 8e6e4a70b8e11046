import { expect, test } from 'vitest';
import {
  covered,
  goesOn,
  isWork,
  orderStretches,
  pairEnd,
  timeOfKind,
  within,
  workedAndPaused,
} from '../../../main/views/sheet-time.ts';
import { HOUR, MINUTE } from '../../../main/visit/time.ts';
import { TRAVEL } from '../../../main/visit/types.ts';
import { certain, Day } from '../visit/support.ts';

/** On the way from 9:00, on site from 10:00, a break from 11:00 to 11:30, on site since. */
function worked(): Day {
  const day = new Day().clock('09:00').checkIn(7, { workTypeId: TRAVEL }).clock('10:00');
  day.do({ type: 'arrived', visitId: day.current.id }).clock('11:00');
  day.do({ type: 'pause', visitId: day.current.id }).clock('11:30');
  return day.do({ type: 'resume', visitId: day.current.id }).clock('12:00');
}
const stretches = (day: Day) => orderStretches(day.visit(7), day.now);

test('a visit is drawn as its ways, its stays and the breaks between them, up to now', () => {
  const day = worked();
  expect(stretches(day).map(({ kind, from, to }) => [kind, (to - from) / MINUTE])).toEqual([
    ['travel', 60],
    ['on site', 60],
    ['paused', 30],
    ['on site', 30],
  ]);
});

test('a pause until another day is no break', () => {
  const day = worked();
  day.do({ type: 'pause', visitId: day.current.id });
  day.now += 24 * HOUR;
  day.do({ type: 'resume', visitId: day.current.id });
  expect(stretches(day).filter(({ kind }) => kind === 'paused')).toHaveLength(1);
});

test('a report that was refused puts its stretch in question', () => {
  const day = worked();
  day.refused(certain(day.visit(7).pairs[0]).checkIn, 'not-allowed');
  expect(stretches(day).some(({ inQuestion }) => inQuestion)).toBe(true);
});

test('way and stay are work, a break is not, and what lies side by side counts once', () => {
  const all = stretches(worked());
  expect(workedAndPaused(all)).toEqual({ worked: 150 * MINUTE, paused: 30 * MINUTE });
  expect(timeOfKind(all, 'travel')).toBe(HOUR);
  expect(covered([...all, ...all].filter(isWork))).toBe(150 * MINUTE);
});

test('a stretch that reaches beyond a span is cut there', () => {
  const day = worked();
  const span = { from: day.instant('10:30'), to: day.instant('11:15') };
  expect(within(stretches(day), span).map(({ from, to }) => (to - from) / MINUTE)).toEqual([30, 15]);
});

test('the last pair of an open visit goes on; one that ended has its end', () => {
  const day = worked();
  const visit = day.visit(7);
  const [first, last] = [certain(visit.pairs[0]), certain(visit.pairs.at(-1))];
  expect([goesOn(visit, first), goesOn(visit, last)]).toEqual([false, true]);
  expect(pairEnd(first, false, day.now)).toBe(day.instant('10:00'));
  expect(pairEnd(last, true, day.now)).toBe(day.now);
});
