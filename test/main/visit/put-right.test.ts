import { describe, expect, test } from 'vitest';
import { reportsOf } from '../../../main/visit/phase.ts';
import { HOUR } from '../../../main/visit/time.ts';
import { certain, Day, written } from './support.ts';

const AN_HOUR_FAST = { type: 'clock-corrected', by: -HOUR } as const;
const AN_HOUR_SLOW = { type: 'clock-corrected', by: HOUR } as const;

const day13 = (from: string, until: string) => `2026-05-13T${from}:00-04:00 – 2026-05-13T${until}:00-04:00`;

/** Checks in at 09:00 by a clock that the answer to this very check-in shows to be wrong. */
function checkedInBy(correction: typeof AN_HOUR_FAST | typeof AN_HOUR_SLOW): Day {
  const day = new Day().clock('09:00').checkIn(7);
  const { id: reportId } = certain(reportsOf(day.current)[0]);
  day.do({ type: 'sending', reportId, since: day.now }).do(correction);
  day.do({ type: 'recorded', reportId, mechanicId: 3, by: 'answer' });
  day.error = -correction.by;
  return day;
}

const leave = (day: Day, time: string) =>
  day.clock(time).do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });

const checkOutSent = (day: Day) => day.sent(certain(day.visit(7).pairs[0]?.checkOut), 'recorded');

const givenUpIn = (day: Day): string => {
  const { givenUp, checkOut } = certain(day.visit(7).pairs[0]);
  return certain(givenUp.at(-1) ?? checkOut).id;
};

/** Its check-out is refused for what it says, and given up. */
function givenUp(day: Day): Day {
  const checkOut = certain(day.visit(7).pairs[0]?.checkOut);
  return day.refused(checkOut, 'field').do({ type: 'discard', reportId: checkOut.id });
}

describe('a check-in that went out by a wrong clock', () => {
  test('is put right with its check-out, by one correction of the work activity', () => {
    const day = leave(checkedInBy(AN_HOUR_FAST), '10:00');
    expect(written(day.visit(7))).toEqual([day13('09:00', '10:00')]);
    checkOutSent(day);
    expect(written(day.visit(7))).toEqual([day13('08:00', '10:00')]);
    const [step] = day.visit(7).steps;
    // It is found there by the second that it was sent with.
    expect(step).toMatchObject({
      kind: 'activity',
      change: 'correct',
      at: { ms: day.instant('09:00') },
      delivery: { state: 'queued' },
    });
    day.sent(certain(step), 'recorded');
    expect(day.visit(7).steps).toHaveLength(1);
  });

  test('of a clock that was slow as well', () => {
    const day = checkOutSent(leave(checkedInBy(AN_HOUR_SLOW), '12:00'));
    expect(written(day.visit(7))).toEqual([day13('10:00', '12:00')]);
  });

  test('is checked out of before its own time all the same: never before it, and put right then', () => {
    const day = leave(checkedInBy(AN_HOUR_FAST), '08:20');
    expect(written(day.visit(7))).toEqual([day13('09:00', '09:00')]);
    checkOutSent(day);
    expect(written(day.visit(7))).toEqual([day13('08:00', '08:20')]);
  });

  test('is put right where its check-out was sent before the clock was known, too', () => {
    const day = new Day().clock('09:00').checkIn(7).clock('11:00');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });
    const [checkIn, checkOut] = reportsOf(day.visit(7)).map(({ id }) => id);
    day.do({ type: 'sending', reportId: certain(checkIn), since: day.now });
    day.do({ type: 'unconfirmed', reportId: certain(checkIn), since: day.now }).do(AN_HOUR_FAST);
    day.do({ type: 'it-was-recorded', reportId: certain(checkIn) });
    expect(written(day.visit(7))).toEqual([day13('09:00', '10:00')]);
    day.do({ type: 'sending', reportId: certain(checkOut), since: day.now });
    day.do({ type: 'recorded', reportId: certain(checkOut), mechanicId: 3, by: 'answer' });
    expect(written(day.visit(7))).toEqual([day13('08:00', '10:00')]);
  });

  test('is put right where a person said that both were recorded before any answer told the time', () => {
    const day = new Day().clock('09:00').checkIn(7).clock('11:00');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });
    for (const { id: reportId } of reportsOf(day.visit(7))) {
      day
        .do({ type: 'sending', reportId, since: day.now })
        .do({ type: 'unconfirmed', reportId, since: day.now });
      day.do({ type: 'it-was-recorded', reportId });
    }
    // A later measure finds another error than that of their clicks.
    day.do(AN_HOUR_SLOW);
    expect(written(day.visit(7))).toEqual([day13('09:00', '11:00')]);
    day.do({ ...AN_HOUR_FAST, first: true });
    expect(written(day.visit(7))).toEqual([day13('08:00', '10:00')]);
    expect(day.visit(7).steps).toMatchObject([{ kind: 'activity', change: 'correct' }]);
  });

  test('is put right where a person says that its check-out was recorded', () => {
    const day = leave(checkedInBy(AN_HOUR_FAST), '10:00');
    const reportId = certain(day.visit(7).pairs[0]?.checkOut).id;
    day.do({ type: 'sending', reportId, since: day.now });
    day.do({ type: 'unconfirmed', reportId, since: day.now }).do({ type: 'it-was-recorded', reportId });
    expect(written(day.visit(7))).toEqual([day13('08:00', '10:00')]);
  });

  test('is put right where a read finds its refused check-out there as it was sent', () => {
    const day = leave(checkedInBy(AN_HOUR_FAST), '10:00');
    const checkOut = certain(day.visit(7).pairs[0]?.checkOut);
    day.refused(checkOut, 'not-checked-in').do({ type: 'held-as-reported', reportId: checkOut.id });
    expect(written(day.visit(7))).toEqual([day13('08:00', '10:00')]);
    expect(day.visit(7).steps).toMatchObject([{ kind: 'activity', change: 'correct' }]);
  });

  test('is put right where a read finds its check-out, which was given up, there as it was sent', () => {
    const day = givenUp(leave(checkedInBy(AN_HOUR_FAST), '10:00'));
    day.do({ type: 'closed-there', reportId: givenUpIn(day), at: day.instant('10:00') });
    expect(written(day.visit(7))).toEqual([day13('08:00', '10:00')]);
  });

  test('is put right when its technician has noted that ServiceChannel had closed it', () => {
    const day = givenUp(leave(checkedInBy(AN_HOUR_FAST), '10:00')).clock('12:00');
    const reportId = givenUpIn(day);
    day.do({ type: 'closed-there', reportId, at: day.instant('11:00') });
    // Until then it is asked about.
    expect(written(day.visit(7))).toEqual([day13('09:00', '11:00')]);
    day.do({ type: 'note-closed', reportId });
    expect(written(day.visit(7))).toEqual([day13('08:00', '11:00')]);
  });

  test('is put right behind the correction of its end that its technician asked for', () => {
    const day = givenUp(leave(checkedInBy(AN_HOUR_FAST), '10:00')).clock('12:00');
    const reportId = givenUpIn(day);
    day.do({ type: 'closed-there', reportId, at: day.instant('11:00') });
    day.do({ type: 'correct-record', reportId });
    day.sent(certain(day.visit(7).steps[0]), 'recorded');
    expect(written(day.visit(7))).toEqual([day13('08:00', '10:00')]);
  });

  test('is put right where its technician says that they left when ServiceChannel checked them out', () => {
    const day = checkedInBy(AN_HOUR_FAST).clock('12:00');
    day.do({ type: 'left-then', visitId: day.current.id, at: day.instant('11:00') });
    expect(written(day.visit(7))).toEqual([day13('08:00', '11:00')]);
  });

  test('is put right as soon as it is known that the stay after it, which left no room, is not there', () => {
    const day = new Day().clock('09:00').checkIn(7).clock('09:20').checkIn(8);
    const [first, second] = [7, 8].map((id) => certain(certain(reportsOf(day.visit(id))[0]).id));
    for (const id of [first, second]) day.do({ type: 'sending', reportId: certain(id), since: day.now });
    day.do(AN_HOUR_SLOW);
    day.error = -HOUR;
    day.do({ type: 'recorded', reportId: certain(first), mechanicId: 3, by: 'answer' });
    day.do({ type: 'unconfirmed', reportId: certain(second), since: day.now });
    checkOutSent(day).do({ type: 'discard', reportId: certain(second) });
    expect(written(day.visit(7))).toEqual([day13('09:00', '09:20')]);
    day.do({ type: 'not-there', reportId: certain(second) });
    expect(written(day.visit(7))).toEqual([day13('10:00', '10:20')]);
  });

  test('is put right as soon as the stay after it, which left no room, has been', () => {
    const day = new Day().clock('09:00').checkIn(7).clock('09:20').checkIn(8);
    const [first, second] = [7, 8].map((id) => certain(reportsOf(day.visit(id))[0]).id);
    for (const id of [first, second]) day.do({ type: 'sending', reportId: certain(id), since: day.now });
    day.do(AN_HOUR_SLOW);
    day.error = -HOUR;
    for (const id of [first, second])
      day.do({ type: 'recorded', reportId: certain(id), mechanicId: 3, by: 'read-back' });
    // Until then it ends where that one has begun: one user is at one place.
    expect(written(checkOutSent(day).visit(7))).toEqual([day13('09:00', '09:20')]);
    day.clock('11:00').do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });
    day.sent(certain(day.visit(8).pairs[0]?.checkOut), 'recorded');
    expect(written(day.visit(8))).toEqual([day13('10:20', '11:00')]);
    // ServiceChannel takes no two stays that overlap: the one that makes room goes first.
    expect(written(day.visit(7))).toEqual([day13('09:00', '09:20')]);
    day.sent(certain(day.visit(8).steps[0]), 'recorded');
    expect(written(day.visit(7))).toEqual([day13('10:00', '10:20')]);
  });

  test('goes with its true time to the work order that it was for', () => {
    const day = checkedInBy(AN_HOUR_FAST).clock('09:30');
    day.do({ type: 'move', visitId: day.current.id, workOrderId: 8 });
    expect(written(day.visit(8))).toEqual(['2026-05-13T08:00:00-04:00 – open']);
    // On the wrong one it is found by the second that it was sent with.
    expect(day.visit(8).steps[0]).toMatchObject({ kind: 'deletion', from: { ms: day.instant('09:00') } });
  });

  test('goes to another work order as it is where its true time has no room yet, and is put right there', () => {
    const day = leave(checkedInBy(AN_HOUR_FAST), '08:02');
    const { id: reportId } = certain(day.visit(7).pairs[0]?.checkOut);
    day.do({ type: 'sending', reportId, since: day.now });
    day.do({ type: 'unconfirmed', reportId, since: day.now }).checkIn(8);
    day.sent(certain(reportsOf(day.visit(8))[0]), 'recorded').clock('08:10');
    day.do({ type: 'move', visitId: day.current.id, workOrderId: 9 });
    expect(written(day.visit(9))).toEqual(['2026-05-13T09:00:00-04:00 – open']);
    day.sent(certain(day.visit(8).pairs[0]?.checkOut), 'recorded');
    day.sent(certain(day.visit(9).pairs[0]?.checkIn), 'recorded').do({ type: 'it-was-recorded', reportId });
    day.sent(certain(day.visit(7).steps[0]), 'recorded');
    // That time was not typed: the stay may be left before it.
    day.clock('08:40').do({ type: 'pause', visitId: day.current.id });
    day.sent(certain(day.visit(9).pairs[0]?.checkOut), 'recorded');
    expect([7, 9].map((order) => written(day.visit(order)))).toEqual([
      [day13('08:00', '08:02')],
      [day13('08:02', '08:40')],
    ]);
  });
});

describe('two measures that differ by some seconds leave room', () => {
  test('for a stay that ends as the next one begins, though its check-out had left by then', () => {
    const day = checkedInBy(AN_HOUR_FAST).clock('10:00').checkIn(8);
    const checkOut = certain(day.visit(7).pairs[0]?.checkOut);
    day.do({ type: 'sending', reportId: checkOut.id, since: day.now });
    day.do({ type: 'clock-corrected', by: -3_000 });
    expect(written(day.visit(8))).toEqual(['2026-05-13T09:59:57-04:00 – open']);
    day.do({ type: 'recorded', reportId: checkOut.id, mechanicId: 3, by: 'answer' });
    expect(written(day.visit(7))).toEqual(['2026-05-13T08:00:00-04:00 – 2026-05-13T09:59:57-04:00']);
  });

  test('for a stay that begins as the one before it ends, though its check-in had left before', () => {
    const day = new Day().clock('09:00').checkIn(7).clock('10:00').checkIn(8);
    const checkIn = certain(day.visit(8).pairs[0]).checkIn;
    day.do({ type: 'sending', reportId: checkIn.id, since: day.now });
    day.do({ type: 'clock-corrected', by: -HOUR - 7_000 });
    day.do({ type: 'recorded', reportId: checkIn.id, mechanicId: 3, by: 'answer' });
    day.do({ type: 'clock-corrected', by: 7_000 });
    day.error = HOUR;
    expect(written(day.visit(7))).toEqual([day13('08:00', '09:00')]);
    for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
    day.clock('11:00').do({ type: 'pause', visitId: day.visit(8).id });
    day.sent(certain(day.visit(8).pairs[0]?.checkOut), 'recorded');
    expect(written(day.visit(8))).toEqual([day13('09:00', '11:00')]);
  });
});

test('a correction that was refused, and asked of the client instead, is not made again', () => {
  const day = checkOutSent(leave(checkedInBy(AN_HOUR_FAST), '10:00'));
  const { id: reportId } = certain(day.visit(7).steps[0]);
  day.refused(certain(day.visit(7).steps[0]), 'not-on-record');
  day.do({ type: 'tell-client', reportId, text: 'I was there from 8.' });
  day.sent(certain(day.visit(7).steps.find(({ kind }) => kind === 'note')), 'recorded');
  expect(day.visit(7).steps.map(({ kind }) => kind)).toEqual(['activity', 'note']);
  expect(written(day.visit(7))).toEqual([day13('09:00', '10:00')]);
});

describe('nothing is put right', () => {
  test('of a pair whose times were said by a person', () => {
    const day = new Day().clock('09:00').checkIn(7, { at: new Day().instant('08:30') });
    const { id: reportId } = certain(reportsOf(day.current)[0]);
    day.do({ type: 'sending', reportId, since: day.now }).do(AN_HOUR_FAST);
    day.do({ type: 'recorded', reportId, mechanicId: 3, by: 'answer' });
    day.error = HOUR;
    expect(written(checkOutSent(leave(day, '10:00')).visit(7))).toEqual([day13('08:30', '10:00')]);
    expect(day.visit(7).steps).toEqual([]);
  });

  test('within half a minute', () => {
    const day = new Day().clock('09:00').checkIn(7);
    const { id: reportId } = certain(reportsOf(day.current)[0]);
    day.do({ type: 'sending', reportId, since: day.now }).do({ type: 'clock-corrected', by: -30_000 });
    day.do({ type: 'recorded', reportId, mechanicId: 3, by: 'answer' });
    checkOutSent(leave(day, '10:00'));
    expect(day.visit(7).steps).toEqual([]);
  });

  test('where the technician was elsewhere then', () => {
    const day = new Day().clock('07:30').checkIn(8).clock('08:50');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });
    for (const report of reportsOf(day.visit(8))) day.sent(report, 'recorded');
    day.clock('09:00').checkIn(7);
    const { id: reportId } = certain(reportsOf(day.current)[0]);
    day.do({ type: 'sending', reportId, since: day.now }).do(AN_HOUR_FAST);
    day.do({ type: 'recorded', reportId, mechanicId: 3, by: 'answer' });
    day.error = HOUR;
    checkOutSent(leave(day, '10:00'));
    expect(day.visit(7).steps).toEqual([]);
    expect(written(day.visit(7))).toEqual([day13('09:00', '10:00')]);
  });
});
