import { expect, test } from 'vitest';
import { askedView, trailView } from '../../../main/views/sheet-trail.ts';
import { certain, Day } from '../visit/support.ts';

/** On site from 10:00 to 11:00, recorded; noon now. */
function worked(): Day {
  const day = new Day().clock('10:00').checkIn(7).clock('11:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
  for (const side of ['checkIn', 'checkOut'] as const) day.sent(certain(pairOf(day)[side]), 'recorded');
  return day.clock('12:00');
}
const pairOf = (day: Day) => certain(day.visit(7).pairs[0]);
/** As windows show it, on a day that was not read since. */
const asked = (day: Day) => askedView(day.visit(7), pairOf(day), () => null);
const until = (day: Day, time: string) => ({ from: day.instant('10:00'), until: day.instant(time) });

test('a pair that was put right shows its times before, and when that was', () => {
  const day = worked();
  expect(trailView(day.visit(7), pairOf(day))).toEqual([]);
  day.do({ type: 'edit-pair', pairId: pairOf(day).id, ...until(day, '11:30') });
  const [before, ...more] = trailView(day.visit(7), pairOf(day));
  expect([before, more]).toMatchObject([until(day, '11:00'), []]);
  expect(before?.changedAt).toBeGreaterThanOrEqual(day.instant('12:00'));
});

test('a record that the client was asked for is shown with when, and whether that has been sent', () => {
  const day = worked();
  expect(asked(day)).toBeNull();
  const wanted = { ...until(day, '11:30'), techsCount: 3 };
  day.do({ type: 'ask-client', pairId: pairOf(day).id, text: 'We were three.', ...wanted });
  expect(asked(day)).toMatchObject({ ...wanted, sent: false, granted: false });
  const note = certain(day.visit(7).steps.find(({ kind }) => kind === 'note'));
  day.sent(note, 'recorded');
  expect(asked(day)).toMatchObject({ sent: true });
});
