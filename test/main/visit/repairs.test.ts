import { describe, expect, test } from 'vitest';
import { phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import type { RefusalReason } from '../../../main/visit/problem.ts';
import type { Report } from '../../../main/visit/types.ts';
import { certain, Day, written } from './support.ts';

const nth = (day: Day, workOrderId: number, n: number): Report =>
  certain(reportsOf(day.visit(workOrderId))[n]);

/** At 7 from 10:00 to 11:30, with a status; nothing sent yet. */
function stay(): Day {
  const day = new Day().clock('10:00').checkIn(7).clock('11:30');
  const leaving = { primaryStatus: 'PartsOnOrder', resolution: 'A valve' } as const;
  return day.do({ type: 'check-out', visitId: day.current.id, ...leaving });
}

const states = (day: Day) => reportsOf(day.visit(7)).map(({ kind, delivery }) => `${kind} ${delivery.state}`);

describe('a completed work activity', () => {
  test('takes the place of a refused pair, with the chosen status behind it', () => {
    const day = stay();
    day.refused(nth(day, 7, 0), 'out-of-date');
    day.do({ type: 'record-activity', reportId: nth(day, 7, 0).id });
    expect(states(day)).toEqual([
      'check-in replaced',
      'check-out replaced',
      'status queued',
      'activity queued',
    ]);
    expect(day.visit(7).pairs[0]?.reportedBy).toBe('activity');
    expect(day.visit(7).steps[0]).toMatchObject({ change: 'add', at: { ms: day.instant('10:00') } });
    expect(day.visit(7).finish).toMatchObject({ primaryStatus: 'PartsOnOrder', resolution: 'A valve' });
  });

  test('that is recorded has recorded both sides', () => {
    const day = stay();
    day.refused(nth(day, 7, 0), 'out-of-date');
    day.do({ type: 'record-activity', reportId: nth(day, 7, 0).id });
    day.sent(certain(day.visit(7).steps[0]), 'recorded');
    expect(states(day).slice(0, 2)).toEqual(['check-in recorded', 'check-out recorded']);
  });

  test('that is given up takes both sides and its status along', () => {
    const day = stay();
    day.refused(nth(day, 7, 0), 'out-of-date');
    day.do({ type: 'record-activity', reportId: nth(day, 7, 0).id });
    const step = certain(day.visit(7).steps[0]);
    day.refused(step, 'overlap').do({ type: 'discard', reportId: step.id });
    expect(states(day)).toEqual([
      'check-in discarded',
      'check-out discarded',
      'status discarded',
      'activity discarded',
    ]);
  });

  test('that is given up leaves the status that finished the pause after it', () => {
    const day = new Day().clock('10:00').checkIn(7).clock('11:00');
    const visitId = day.current.id;
    day.do({ type: 'pause', visitId }).do({ type: 'finish', visitId, primaryStatus: 'Completed' });
    day.refused(nth(day, 7, 0), 'out-of-date');
    day.do({ type: 'record-activity', reportId: nth(day, 7, 0).id });
    const step = certain(day.visit(7).steps[0]);
    day.refused(step, 'overlap').do({ type: 'discard', reportId: step.id });
    expect(day.visit(7).finish?.delivery).toEqual({ state: 'queued' });
  });

  test('corrects the one that a recorded check-in began, and never makes a second', () => {
    const day = stay();
    day.sent(nth(day, 7, 0), 'recorded').refused(nth(day, 7, 1), 'completed');
    day.do({ type: 'record-activity', reportId: nth(day, 7, 1).id });
    expect(day.visit(7).steps[0]).toMatchObject({ change: 'correct' });
    expect(states(day).slice(0, 2)).toEqual(['check-in recorded', 'check-out replaced']);
  });

  test.each<[RefusalReason]>([['not-found'], ['xml-permission'], ['premature'], ['overlap']])(
    'is no way round a refusal for %s',
    (reason) => {
      const day = stay();
      day.refused(nth(day, 7, 0), reason);
      expect(day.fault({ type: 'record-activity', reportId: nth(day, 7, 0).id })).toEqual({
        reason: 'not-now',
      });
    },
  );

  test('needs both times', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.refused(nth(day, 7, 0), 'out-of-date');
    expect(day.fault({ type: 'record-activity', reportId: nth(day, 7, 0).id })).toEqual({
      reason: 'not-now',
    });
  });

  test('of a pause sets no status', () => {
    const day = new Day().clock('10:00').checkIn(7).clock('11:00');
    day.do({ type: 'pause', visitId: day.current.id }).refused(nth(day, 7, 0), 'out-of-date');
    day.do({ type: 'record-activity', reportId: nth(day, 7, 0).id });
    expect(day.visit(7).finish).toBeNull();
    expect(phaseOf(day.visit(7))).toBe('paused');
  });
});

describe('a note to the client', () => {
  test('keeps the stay, and speaks to its work order', () => {
    const day = stay();
    day.refused(nth(day, 7, 0), 'completed');
    day.do({ type: 'tell-client', reportId: nth(day, 7, 0).id, text: ' We were there. ' });
    expect(day.visit(7).steps).toMatchObject([
      { kind: 'note', workOrderId: 7, text: 'We were there.', about: nth(day, 7, 0).id },
    ]);
    expect(states(day).slice(0, 2)).toEqual(['check-in refused', 'check-out queued']);
  });

  test('says something', () => {
    const day = stay();
    day.refused(nth(day, 7, 0), 'completed');
    expect(day.fault({ type: 'tell-client', reportId: nth(day, 7, 0).id, text: ' ' })).toEqual({
      reason: 'not-now',
    });
  });
});

describe('a premature check-in', () => {
  const premature = () => {
    const day = new Day().clock('08:40').checkIn(7);
    return day.refused(nth(day, 7, 0), 'premature');
  };

  test('counts from the first instant allowed, and a note carries the true one', () => {
    const day = premature();
    const at = day.instant('09:00') - 400;
    day.do({ type: 'check-in-at', reportId: nth(day, 7, 0).id, at, note: 'Arrived 08:40.' });
    expect(written(day.current)).toEqual(['2026-05-13T09:00:00-04:00 – open']);
    expect(states(day)).toEqual(['check-in queued', 'note queued']);
    expect(phaseOf(day.current)).toBe('on site');
  });

  test.each([
    ['earlier than it was', '08:30'],
    ['over a day ahead', '08:41', 86_400_000],
  ])('is not put %s', (_, time, ahead = 0) => {
    const day = premature();
    const command = { type: 'check-in-at', reportId: nth(day, 7, 0).id, note: 'Arrived 08:40.' } as const;
    expect(day.fault({ ...command, at: day.instant(time) + ahead })).toEqual({ reason: 'not-now' });
  });

  test('is not put after its check-out', () => {
    const day = new Day().clock('08:40').checkIn(7).clock('08:55');
    day.do({ type: 'pause', visitId: day.current.id }).refused(nth(day, 7, 0), 'premature');
    const command = { type: 'check-in-at', reportId: nth(day, 7, 0).id, note: 'Arrived 08:40.' } as const;
    expect(day.fault({ ...command, at: day.instant('09:00') })).toEqual({ reason: 'not-now' });
  });
});
