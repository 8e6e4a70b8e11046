import { expect, test, vi } from 'vitest';
import { LateAlarm } from '../../../main/app/late-alarm.ts';
import { system } from '../../../main/system.ts';
import type { NotificationSubject } from '../../../main/views/notifications.ts';
import { DAY } from '../../../main/visit/time.ts';
import { certain, Day } from '../visit/support.ts';

const waiting = () => new Day().clock('10:00').checkIn(7);

test('one timer says so at the instant, and none runs at rest', () => {
  vi.useFakeTimers();
  const day = waiting();
  let said = 0;
  const alarm = new LateAlarm(
    system.after,
    () => {
      said += 1;
    },
    () => undefined,
  );
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
  const alarm = new LateAlarm(
    system.after,
    () => {
      said += 1;
      alarm.watch(day.mine, day.now - 365 * DAY);
    },
    () => undefined,
  );
  alarm.watch(day.mine, day.now - 365 * DAY);
  vi.advanceTimersByTime(60_000);
  expect(said).toBe(0);
  vi.useRealTimers();
});

test('each day that it waits on is told once, and none any more when it was sent', () => {
  vi.useFakeTimers();
  const day = waiting();
  const began = day.now;
  const told: NotificationSubject[] = [];
  let passed = 0;
  const alarm = new LateAlarm(
    system.after,
    () => alarm.watch(day.mine, began + passed),
    (said) => told.push(said),
  );
  const pass = (ms: number) => {
    passed += ms;
    vi.advanceTimersByTime(ms);
  };
  alarm.watch(day.mine, began);
  pass(5 * DAY - 1);
  expect(told).toEqual([]);
  pass(1);
  // Any other change in between says nothing anew.
  for (let hour = 0; hour < 3; hour++) alarm.watch(day.mine, began + passed + hour);
  const late = { what: 'late', workOrderId: 7 };
  expect(told).toEqual([{ ...late, days: 5 }]);
  pass(DAY);
  pass(DAY);
  expect(told).toEqual([5, 6, 7].map((days) => ({ ...late, days })));
  day.sent(certain(day.visit(7).pairs[0]).checkIn, 'recorded');
  alarm.watch(day.mine, began + passed);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
