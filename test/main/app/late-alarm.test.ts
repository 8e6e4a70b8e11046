import { expect, test, vi } from 'vitest';
import { LateAlarm } from '../../../main/app/late-alarm.ts';
import { system } from '../../../main/system.ts';
import { DAY } from '../../../main/visit/time.ts';
import { Day } from '../visit/support.ts';

const waiting = () => new Day().clock('10:00').checkIn(7);

test('one timer says so at the instant, and none runs at rest', () => {
  vi.useFakeTimers();
  const day = waiting();
  let said = 0;
  const alarm = new LateAlarm(system.after, () => {
    said += 1;
  });
  alarm.watch([], day.now);
  expect(vi.getTimerCount()).toBe(0);
  alarm.watch(day.mine, day.now);
  alarm.watch(day.mine, day.now + DAY);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(4 * DAY - 1);
  expect(said).toBe(0);
  vi.advanceTimersByTime(1);
  expect(said).toBe(1);
  vi.useRealTimers();
});

test('a report clicked while the clock was a year ahead says nothing before its time', () => {
  vi.useFakeTimers();
  const day = waiting();
  let said = 0;
  const alarm = new LateAlarm(system.after, () => {
    said += 1;
    alarm.watch(day.mine, day.now - 365 * DAY);
  });
  alarm.watch(day.mine, day.now - 365 * DAY);
  vi.advanceTimersByTime(60_000);
  expect(said).toBe(0);
  vi.useRealTimers();
});
