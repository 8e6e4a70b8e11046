import { describe, expect, test } from 'vitest';
import { isUnanswered, type OrderSource, problemsOf } from '../../../main/views/problems.ts';
import { mayBeOpenThere, reportsOf } from '../../../main/visit/phase.ts';
import { REFUSAL_REASONS, type RefusalReason } from '../../../main/visit/problem.ts';
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
      remedies: ['check-in-at', 'send-again', 'change', 'discard'],
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
      remedies: ['send-again', 'change', 'discard'],
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

describe('what may be changed of a refusal', () => {
  const known = [{ id: 5, name: 'Survey' }];
  const changeIn = (day: Day, reportIndex = 0) => {
    const types = {
      ...source(day, {}),
      known: (id: number) => ({ order: workOrder(id), workTypes: known, lacksPermission: false }),
    };
    return certain(problemsOf(day.visit(7), types)[reportIndex]).change;
  };

  test.each<[RefusalReason, boolean]>([
    ['work-type', false],
    ['field', false],
    ['xml-permission', false],
    ['overlap', true],
    ['time-ahead', true],
    ['out-of-date', true],
    ['premature', true],
  ])('a check-in that is refused for %s: its type and count, and its time: %s', (reason, withTime) => {
    expect(changeIn(refused(reason))).toMatchObject({
      kind: 'check-in',
      workTypeId: 1,
      techsCount: 2,
      workTypes: known,
      resumed: false,
      at: withTime ? { ms: new Day().instant('10:00') } : null,
    });
  });

  test.each(['not-found', 'completed', 'mile-range', 'not-allowed'] as const)(
    'nothing that a check-in says makes a difference for %s',
    (reason) => {
      const problem = problemIn(refused(reason));
      expect(problem.change).toBeNull();
      expect(problem.remedies).not.toContain('change');
    },
  );

  test('ServiceChannel’s words tell that a time is meant where its code does not', () => {
    const day = new Day().clock('10:00').checkIn(7);
    const { id } = certain(reportsOf(day.current)[0]);
    day.do({ type: 'sending', reportId: id, since: day.now });
    const problem = {
      reason: 'field',
      message: 'Check-in time is wrong',
      httpStatus: 400,
      codes: [],
    } as const;
    day.do({ type: 'refused', reportId: id, problem });
    expect(changeIn(day)).toMatchObject({ at: { ms: day.instant('10:00') } });
  });

  test.each<[RefusalReason]>([
    ['field'],
    ['extended-status'],
    ['xml-permission'],
    ['completed'],
    ['unknown'],
  ])('a check-out that is refused for %s: its status and its text', (reason) => {
    const day = checkedOut(reason);
    expect(changeIn(day)).toEqual({
      kind: 'check-out',
      status: {
        primaryStatus: 'Incomplete',
        extendedStatus: '',
        resolution: 'A valve',
        codes: [],
        rootCauses: [],
      },
      pause: false,
      at: null,
    });
    expect(problemIn(day).remedies).toContain('change');
  });

  test('a journey has a time only', () => {
    const day = new Day().clock('10:00').checkIn(7, { workTypeId: 2 });
    day.sent(certain(reportsOf(day.current)[0]), 'recorded').clock('10:20');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'NoStatusChange' });
    day.refused(certain(reportsOf(day.visit(7))[1]), 'field');
    expect(changeIn(day)).toMatchObject({ status: null, at: { ms: day.instant('10:20') } });
  });

  test('a status, a note, and the times of a work activity', () => {
    const day = new Day().clock('10:00').checkIn(7).clock('11:00');
    day.do({ type: 'pause', visitId: day.current.id });
    for (const report of reportsOf(day.current)) day.sent(report, 'recorded');
    day.do({
      type: 'finish',
      visitId: day.current.id,
      primaryStatus: 'Completed',
      extendedStatus: 'PENDING',
    });
    const finish = certain(day.visit(7).finish);
    day.refused(finish, 'extended-status');
    expect(changeIn(day)).toMatchObject({
      kind: 'status',
      status: { primaryStatus: 'Completed', extendedStatus: 'PENDING' },
    });
    day.do({ type: 'tell-client', reportId: finish.id, text: 'Done.' });
    day.refused(certain(day.visit(7).steps[0]), 'field');
    expect(changeIn(day, 1)).toEqual({ kind: 'note', text: 'Done.' });
    const closed = refused('out-of-date');
    closed.do({ type: 'record-activity', reportId: problemIn(closed).reportId });
    closed.refused(certain(closed.visit(7).steps[0]), 'overlap');
    expect(changeIn(closed)).toMatchObject({
      kind: 'activity',
      from: { ms: closed.instant('10:00') },
      until: { ms: closed.instant('11:30') },
    });
  });
});

/** In at 10:00, recorded; out at 11:30 with a status, refused at 12:00. */
function checkedOut(reason: RefusalReason): Day {
  const day = new Day().clock('10:00').checkIn(7);
  day.sent(certain(reportsOf(day.current)[0]), 'recorded').clock('11:30');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Incomplete', resolution: 'A valve' });
  return day.clock('12:00').refused(certain(reportsOf(day.visit(7))[1]), reason);
}

describe('every refusal', () => {
  const NEEDED = ['change', 'discard'];

  test.each(REFUSAL_REASONS)('for %s can be given up, and hides nothing that is needed', (reason) => {
    for (const day of [refused(reason), refused(reason, { open: true }), checkedOut(reason)]) {
      const { remedies, more, state } = problemIn(day);
      expect(state).toBe('refused');
      expect(remedies).toContain('discard');
      expect(more.filter((name) => NEEDED.includes(name))).toEqual([]);
      expect(new Set([...remedies, ...more]).size).toBe(remedies.length + more.length);
      // One that changes what was refused, or has it entered in another way.
      const changes = ['change', 'wrong-number', 'tell-client', 'by-phone', 'check-in-at', 'it-was-recorded'];
      expect([...remedies, ...more].some((name) => changes.includes(name))).toBe(true);
    }
  });
});

describe('what the client was told of', () => {
  const told = () => {
    const day = checkedOut('completed');
    return day.do({ type: 'tell-client', reportId: problemIn(day).reportId, text: 'We were there.' });
  };

  test('waits for the client, and is done with a click', () => {
    const problem = problemIn(told());
    expect(isUnanswered(problem)).toBe(false);
    expect(problem.remedies[0]).toBe('client-enters');
    expect(problem.remedies).not.toContain('tell-client');
    expect(problem.remedies).toContain('discard');
  });

  test('needs a person again where the note was refused', () => {
    const day = told();
    day.refused(certain(day.visit(7).steps[0]), 'field');
    expect(problemsOf(day.visit(7), source(day, {})).map(isUnanswered)).toEqual([true, true]);
  });
});

describe('a check-out that was given up', () => {
  const givenUp = (reason: RefusalReason) => {
    const day = checkedOut(reason);
    return day.do({ type: 'discard', reportId: problemIn(day).reportId });
  };

  test('says that the technician is on site again, with both ways to check out', () => {
    const day = givenUp('field');
    const problem = problemIn(day);
    expect(problem).toMatchObject({
      state: 'on-site',
      unread: true,
      remedies: ['change', 'without-status'],
      stay: { from: { ms: day.instant('10:00') }, to: { ms: day.instant('11:30') } },
    });
    expect(isUnanswered(problem)).toBe(false);
    day.do({ type: 'open-there', reportId: problem.reportId });
    expect(problemIn(day)).toMatchObject({ unread: false, gone: false });
    day.clock('13:00').do({ type: 'pause', visitId: day.current.id });
    expect(problemsOf(day.visit(7), source(day, {}))).toEqual([]);
  });

  test('says that the check-in is not there any more, and goes on with it', () => {
    const day = givenUp('field');
    day.do({ type: 'not-there', reportId: problemIn(day).reportId });
    expect(problemIn(day)).toMatchObject({ state: 'on-site', unread: false, gone: true });
    expect(mayBeOpenThere(certain(day.visit(7).pairs[0]))).toBe(false);
    day.clock('13:00').do({ type: 'pause', visitId: day.current.id });
    expect(problemsOf(day.visit(7), source(day, {}))).toEqual([]);
  });

  test('says what is still open there, and needs a person until the client was told', () => {
    const day = givenUp('completed');
    day.do({ type: 'open-there', reportId: problemIn(day).reportId });
    const problem = problemIn(day);
    expect(problem).toMatchObject({
      state: 'parked',
      remedies: ['tell-client', 'send-again', 'change', 'open-order'],
    });
    expect(isUnanswered(problem)).toBe(true);
    day.do({ type: 'tell-client', reportId: problem.reportId, text: 'We left at 11:30.' });
    expect(isUnanswered(problemIn(day))).toBe(false);
    expect(problemIn(day).state).toBe('parked');
  });

  test('says that ServiceChannel had checked out by itself', () => {
    const day = givenUp('field');
    day.do({ type: 'closed-there', reportId: problemIn(day).reportId, at: day.instant('11:00') });
    expect(problemIn(day)).toMatchObject({
      state: 'closed',
      closedAt: day.instant('11:00'),
      remedies: ['correct-record', 'note-closed', 'open-order'],
      stay: { to: { ms: day.instant('11:30') } },
    });
  });
});
