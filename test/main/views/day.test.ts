import { expect, test } from 'vitest';
import { dayView } from '../../../main/views/day.ts';
import { Day } from '../visit/support.ts';

test('the day has what was done on every work order, in order of time; only what goes on has no end', () => {
  const day = new Day().clock('09:00').checkIn(7);
  day.clock('10:00').checkIn(8);
  const [nine, ten] = [day.instant('09:00'), day.instant('10:00')];
  day.clock('11:00');
  expect(dayView(day.mine, day.now)).toEqual([
    { workOrderId: 7, kind: 'on site', from: nine, to: ten },
    { workOrderId: 8, kind: 'on site', from: ten, to: null },
  ]);
});

test('a pause goes on in the day as long as its visit is the one that is shown', () => {
  const day = new Day().clock('09:00').checkIn(7);
  day.clock('10:00').do({ type: 'pause', visitId: day.current.id });
  const paused = { workOrderId: 7, kind: 'paused', from: day.instant('10:00'), to: null };
  expect(dayView(day.mine, day.now)).toContainEqual(paused);
  day.clock('11:00').checkIn(8);
  expect(dayView(day.mine, day.now)).not.toContainEqual(paused);
});
