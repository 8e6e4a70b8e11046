import { describe, expect, test } from 'vitest';
import { needsAttention, needsSignIn } from '../../../main/views/attention.ts';
import { visitsPart } from '../../../main/views/visits.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import type { Account } from '../../../preload/contract.ts';
import { certain, Day } from '../visit/support.ts';

const USER = { userName: 'tech', name: 'A Technician' };

const shown = (day: Day, state: Exclude<Account['state'], 'signed-out'>) => ({
  account: { state, ...USER },
  ...visitsPart({
    visits: day.mine,
    known: () => null,
    isFresh: () => false,
    now: day.now,
    offlineSince: null,
    clickedAt: day.now,
  }),
});

/** On site since ten, and that is recorded. */
function recorded(): Day {
  const day = new Day().clock('10:00').checkIn(7);
  return day.sent(certain(reportsOf(day.visit(7))[0]), 'recorded');
}

describe('the tray needs attention', () => {
  test('when a report was refused', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.sent(certain(reportsOf(day.visit(7))[0]), 'refused');
    expect(needsAttention(shown(day, 'signed-in'))).toBe(true);
  });

  test.each(['expired', 'locked'] as const)('when the session is %s and a report waits', (state) => {
    const day = new Day().clock('10:00').checkIn(7);
    expect(needsAttention(shown(day, state))).toBe(true);
  });

  test('when the session has ended while on site: the check-out could not be sent', () => {
    expect(needsSignIn(shown(recorded(), 'expired'))).toBe(true);
  });
});

describe('the tray needs none', () => {
  test('while signed in with everything recorded', () => {
    expect(needsAttention(shown(recorded(), 'signed-in'))).toBe(false);
  });

  test('when the session has ended and nothing is to be sent', () => {
    expect(needsAttention(shown(new Day(), 'expired'))).toBe(false);
  });
});
