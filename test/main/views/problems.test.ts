import { describe, expect, test } from 'vitest';
import { type OrderSource, problemsOf } from '../../../main/views/problems.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import type { RefusalReason } from '../../../main/visit/problem.ts';
import { workOrder } from '../fake-client.ts';
import { certain, Day } from '../visit/support.ts';

type Order = Parameters<typeof workOrder>[1];

const source = (day: Day, order: Order, isFresh = true): OrderSource => ({
  known: (id) => ({ order: workOrder(id, order), workTypes: [], lacksPermission: false }),
  isFresh: () => isFresh,
  now: day.now,
});

/** In at 10:00 with two, out at 11:30; the check-in is refused at 12:00. */
function refused(reason: RefusalReason, over: { readonly open?: boolean } = {}): Day {
  const day = new Day().clock('10:00').checkIn(7);
  if (!over.open) day.clock('11:30').do({ type: 'pause', visitId: day.current.id });
  return day.clock('12:00').refused(certain(reportsOf(day.visit(7))[0]), reason);
}

const problemIn = (day: Day, order: Order = {}, isFresh = true) =>
  certain(problemsOf(day.visit(7), source(day, order, isFresh))[0]);

const IN_PROGRESS = { statusPrimary: 'IN PROGRESS' };

describe('a pair that the office closed', () => {
  test('is kept here, and the client can be told', () => {
    const day = refused('completed');
    expect(problemIn(day, { statusPrimary: 'COMPLETED' })).toMatchObject({
      kept: true,
      stay: { from: { ms: day.instant('10:00') }, to: { ms: day.instant('11:30') }, techsCount: 2 },
      remedies: ['tell-client', 'send-again', 'discard'],
      told: null,
    });
  });

  test('may go as a work activity once its order is known to be In Progress again', () => {
    const day = refused('closed-for-check-in');
    expect(problemIn(day, IN_PROGRESS).remedies).toContain('record-activity');
    expect(problemIn(day, IN_PROGRESS, false).remedies).not.toContain('record-activity');
    expect(problemIn(day, { statusPrimary: null }).remedies).not.toContain('record-activity');
  });

  test('says that the client is being told, and that it was', () => {
    const day = refused('completed');
    day.do({ type: 'tell-client', reportId: problemIn(day).reportId, text: 'We were there.' });
    expect(problemIn(day).told).toEqual({ at: { ms: day.now, offset: -240 }, recorded: false });
    day.sent(certain(day.visit(7).steps[0]), 'recorded');
    expect(problemIn(day)).toMatchObject({ told: { recorded: true }, kept: true });
  });
});

describe('a pair that is out of date', () => {
  test('may go as a work activity as far as is known', () => {
    const day = refused('out-of-date');
    expect(problemIn(day, IN_PROGRESS, false).remedies[0]).toBe('record-activity');
    expect(problemIn(day, { statusPrimary: null }, false).remedies[0]).toBe('record-activity');
    expect(problemIn(day, { statusPrimary: 'OPEN' }).remedies).not.toContain('record-activity');
  });

  test('may not before the scheduled date, nor while it is open', () => {
    const day = refused('out-of-date');
    const scheduled = (time: string) => ({ ...IN_PROGRESS, scheduledDate: `2026-05-13T${time}-04:00` });
    expect(problemIn(day, scheduled('10:00:01')).remedies).not.toContain('record-activity');
    expect(problemIn(day, scheduled('10:00:00')).remedies).toContain('record-activity');
    expect(problemIn(refused('out-of-date', { open: true }), IN_PROGRESS).remedies).not.toContain(
      'record-activity',
    );
  });
});

describe('a premature arrival', () => {
  const callDate = (time: string) => ({ callDate: `2026-05-13T${time}` });

  test('offers the first instant that the order allows', () => {
    const day = refused('premature', { open: true });
    expect(problemIn(day, callDate('12:30:00-04:00'))).toMatchObject({
      earliest: { ms: day.instant('12:30'), offset: -240 },
      remedies: ['check-in-at', 'send-again', 'discard'],
    });
  });

  test.each([
    ['is not known', {}],
    ['says no offset', callDate('12:30:00')],
    ['is before the arrival', callDate('09:30:00-04:00')],
    ['is over a day away', { callDate: '2026-05-14T12:00:01-04:00' }],
  ])('offers none where the order’s date %s', (_, order) => {
    expect(problemIn(refused('premature', { open: true }), order)).toMatchObject({
      earliest: null,
      remedies: ['send-again', 'discard'],
    });
  });

  test('offers none after its check-out', () => {
    expect(problemIn(refused('premature'), callDate('11:30:01-04:00')).earliest).toBeNull();
  });
});

test('a number that is not found may be a wrong one', () => {
  expect(problemIn(refused('not-found')).remedies).toEqual(['wrong-number', 'send-again', 'discard']);
});

test('a pair that somebody else closed shows both times, and can be corrected', () => {
  const day = new Day().clock('10:00').checkIn(7);
  day.sent(certain(reportsOf(day.current)[0]), 'recorded').clock('11:30');
  day.do({ type: 'pause', visitId: day.current.id });
  const out = certain(reportsOf(day.current)[1]);
  const held = { from: day.instant('10:00'), to: day.instant('17:00') };
  day.refused(out, 'not-checked-in');
  expect(problemIn(day).remedies).toEqual(['tell-client', 'send-again', 'discard']);
  day.do({ type: 'held', reportId: out.id, held });
  expect(problemIn(day)).toMatchObject({
    problem: { held },
    remedies: ['correct-record', 'tell-client', 'send-again', 'discard'],
  });
});
