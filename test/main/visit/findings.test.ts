import { describe, expect, test } from 'vitest';
import { reportsOf } from '../../../main/visit/phase.ts';
import type { Report } from '../../../main/visit/types.ts';
import { certain, Day } from './support.ts';

const nth = (day: Day, n: number): Report => certain(reportsOf(day.visit(7))[n]);
const states = (day: Day) => reportsOf(day.visit(7)).map(({ kind, delivery }) => `${kind} ${delivery.state}`);

/** In at 10:00, recorded; out at 11:30, refused because no check-in is open. */
function unmet(): Day {
  const day = new Day().clock('10:00').checkIn(7);
  day.sent(nth(day, 0), 'recorded').clock('11:30');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Incomplete' });
  return day.refused(nth(day, 1), 'not-checked-in');
}

describe('a check-out that met no open check-in', () => {
  test('shows what ServiceChannel holds instead, and is corrected on request', () => {
    const day = unmet();
    const held = { from: day.instant('10:00'), to: day.instant('17:00') };
    day.do({ type: 'held', reportId: nth(day, 1).id, held });
    expect(nth(day, 1).delivery).toMatchObject({ state: 'refused', problem: { held } });
    day.do({ type: 'correct-record', reportId: nth(day, 1).id });
    expect(states(day)).toEqual([
      'check-in recorded',
      'check-out replaced',
      'status queued',
      'activity queued',
    ]);
  });

  test('that was closed at our own second is recorded, and its status follows', () => {
    const day = unmet();
    day.do({ type: 'held-as-reported', reportId: nth(day, 1).id });
    expect(states(day)).toEqual(['check-in recorded', 'check-out recorded', 'status queued']);
    expect(day.visit(7).finish).toMatchObject({ primaryStatus: 'Incomplete' });
  });

  test('whose check-in is not there either puts that one in question, once', () => {
    const day = unmet();
    const doubt = { type: 'check-in-doubted', reportId: nth(day, 1).id, since: day.now } as const;
    day.do(doubt);
    expect(states(day)).toEqual(['check-in sending', 'check-out queued']);
    day.do({ type: 'not-recorded', reportId: nth(day, 0).id });
    day.sent(nth(day, 0), 'recorded').refused(nth(day, 1), 'not-checked-in');
    expect(day.fault({ ...doubt })).toEqual({ reason: 'not-now' });
  });

  test('for another reason is none', () => {
    const day = unmet().do({ type: 'send-again', reportId: nth(unmet(), 1).id });
    day.refused(nth(day, 1), 'completed');
    for (const type of ['held-as-reported', 'correct-record'] as const)
      expect(day.fault({ type, reportId: nth(day, 1).id })).toEqual({ reason: 'not-now' });
  });
});
