import { expect, test } from 'vitest';
import { lateView, nextLate } from '../../../main/views/late.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { DAY } from '../../../main/visit/time.ts';
import { certain, Day } from '../visit/support.ts';

const waiting = () => new Day().clock('10:00').checkIn(7);

test('a report that waits is late from five days on, and says until when it is taken', () => {
  const day = waiting();
  const at = day.instant('10:00');
  expect(lateView(day.mine, at + 5 * DAY - 1)).toBeNull();
  expect(lateView(day.mine, at + 5 * DAY)).toMatchObject({
    workOrderId: 7,
    kind: 'check-in',
    at: { ms: at },
    until: { ms: at + 7 * DAY },
    count: 1,
  });
});

test('what is recorded, refused or given up is not late', () => {
  for (const outcome of ['recorded', 'refused'] as const) {
    const day = waiting();
    day.sent(certain(reportsOf(day.visit(7))[0]), outcome);
    expect(lateView(day.mine, day.now + 6 * DAY)).toBeNull();
    expect(nextLate(day.mine, day.now)).toBeNull();
  }
});
