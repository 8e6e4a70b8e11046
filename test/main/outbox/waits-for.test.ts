import { expect, test } from 'vitest';
import { waitsFor } from '../../../main/outbox/waits-for.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { certain, Day } from '../visit/support.ts';

const FREE = { signedIn: true, offline: false, rush: false };

/** A check-in and its check-out, neither sent. */
function twoWaiting() {
  const day = new Day().checkIn(7);
  day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
  const [into, out] = reportsOf(day.visit(7));
  return { day, into: certain(into), out: certain(out) };
}

test.each([
  [FREE, null],
  [{ ...FREE, signedIn: false }, 'sign-in'],
  [{ ...FREE, offline: true }, 'connection'],
  [{ ...FREE, rush: true }, 'limit'],
])('the first report waits for what keeps everything: %j', (holding, kept) => {
  const { day, into } = twoWaiting();
  expect(waitsFor(day.mine, day.visit(7), into, holding)).toBe(kept);
});

test('the next waits for the one before it, and for a person where that one does', () => {
  const { day, into, out } = twoWaiting();
  expect(waitsFor(day.mine, day.visit(7), out, FREE)).toBe('earlier');
  day.sent(into, 'refused');
  expect(waitsFor(day.mine, day.visit(7), out, FREE)).toBe('decision');
});
