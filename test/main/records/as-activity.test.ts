import { expect, test } from 'vitest';
import { certainTime, takesActivity, waitedTooLong } from '../../../main/records/as-activity.ts';
import type { KnownWorkOrder } from '../../../main/storage/work-orders.ts';
import { DAY } from '../../../main/visit/time.ts';
import { workOrder } from '../fake-client.ts';
import { certain, Day } from '../visit/support.ts';

const known = (statusPrimary: string, scheduledDate: string | null = null): KnownWorkOrder => ({
  order: workOrder(7, { statusPrimary, scheduledDate }),
  workTypes: [],
  lacksPermission: false,
});
/** In at 10:00, out at 11:00; the check-in was refused as out of date. */
function late(techsCount = 1) {
  const day = new Day().clock('10:00').checkIn(7, { techsCount }).clock('11:00');
  day.do({
    type: 'check-out',
    visitId: day.current.id,
    primaryStatus: 'Completed',
    extendedStatus: '',
    resolution: '',
  });
  const [pair] = day.visit(7).pairs;
  return day.refused(certain(pair).checkIn, 'out-of-date');
}

test('a time without an offset is no instant', () => {
  expect(certainTime('2026-05-13T10:00:00')).toBeNull();
  expect(certainTime('2026-05-13T10:00:00Z')).toBe(Date.parse('2026-05-13T10:00:00Z'));
  expect(certainTime(null)).toBeNull();
});

test('an activity is taken by an order in progress, not before its scheduled date', () => {
  const [pair] = late().visit(7).pairs;
  const takes = (of: KnownWorkOrder | null, fresh = true) =>
    takesActivity(certain(pair), 'out-of-date', of, fresh);
  expect([takes(known('IN PROGRESS')), takes(known('COMPLETED')), takes(null)]).toEqual([true, false, true]);
  expect(takes(known('IN PROGRESS', '2027-01-01T00:00:00Z'))).toBe(false);
});

test('what waited for over 7 days goes as an activity, one technician’s alone by itself', () => {
  const facts = { known: () => known('IN PROGRESS'), isFresh: () => true };
  const ids = (day: Day, after: number) => waitedTooLong(day.mine, day.now + after, facts);
  expect(ids(late(), 8 * DAY)).toHaveLength(1);
  expect(ids(late(), DAY)).toEqual([]);
  expect(ids(late(2), 8 * DAY)).toEqual([]);
});
