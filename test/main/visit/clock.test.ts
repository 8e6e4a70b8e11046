import { expect, test } from 'vitest';
import { reportsOf } from '../../../main/visit/phase.ts';
import { HOUR } from '../../../main/visit/time.ts';
import { certain, Day } from './support.ts';

/** The times on a work order's record, as local times. */
const times = (day: Day, workOrderId: number) =>
  reportsOf(day.visit(workOrderId)).map(({ at }) => new Date(at.ms - 4 * HOUR).toISOString().slice(11, 16));

const AN_HOUR_FAST = { type: 'clock-corrected', by: -HOUR } as const;

test('what waits and was clicked gets its true time', () => {
  const day = new Day().clock('09:00').checkIn(7).clock('09:30');
  day.do({ type: 'pause', visitId: day.current.id }).do(AN_HOUR_FAST);
  expect(times(day, 7)).toEqual(['08:00', '08:30']);
  // The clock is right from now on: half past eight is no time before the pause.
  day.clock('08:45').do({ type: 'resume', visitId: day.current.id });
  expect(times(day, 7)).toEqual(['08:00', '08:30', '08:45']);
});

test('what was clicked by a clock that was measured stays, though the clock was set while the app did not run', () => {
  const day = new Day().clock('09:00').checkIn(7).clock('09:30');
  const from = day.state.nextSeq;
  day.do({ type: 'pause', visitId: day.current.id }).do({ ...AN_HOUR_FAST, from });
  expect(times(day, 7)).toEqual(['09:00', '09:00']);
});

test('a time that somebody said stays, and no check-out comes to lie before its check-in', () => {
  const day = new Day()
    .clock('09:00')
    .checkIn(7, { at: new Day().instant('08:40') })
    .clock('09:20');
  day.do({ type: 'pause', visitId: day.current.id }).do(AN_HOUR_FAST);
  expect(times(day, 7)).toEqual(['08:40', '08:40']);
});

test('a stay does not come to lie over one elsewhere whose times somebody said before it', () => {
  const day = new Day().clock('12:00');
  day.do({
    type: 'add-visit',
    workOrderId: 7,
    workTypeId: 1,
    techsCount: 1,
    from: day.instant('11:15'),
    until: day.instant('11:45'),
    primaryStatus: 'NoStatusChange',
  });
  day.checkIn(8).clock('12:20').do({ type: 'pause', visitId: day.current.id }).do(AN_HOUR_FAST);
  expect(times(day, 7)).toEqual(['11:15', '11:45']);
  expect(times(day, 8)).toEqual(['11:45', '11:45']);
});

test('a stay that was said into a gap which only a wrong clock showed is asked about', () => {
  const stay = { workOrderId: 7, workTypeId: 1, techsCount: 1, primaryStatus: 'NoStatusChange' } as const;
  const day = new Day().clock('12:00').checkIn(8).clock('14:00').checkIn(9).clock('14:30');
  const said = { from: day.instant('11:15'), until: day.instant('11:45') };
  day.do({ type: 'add-visit', ...stay, ...said }).do({ ...AN_HOUR_FAST, first: true });
  const [checkIn] = reportsOf(day.visit(7));
  expect(certain(checkIn).delivery).toMatchObject({
    state: 'refused',
    problem: { reason: 'elsewhere-then' },
  });
  expect(times(day, 8)).toEqual(['11:00', '13:00']);
  const reportId = certain(checkIn).id;
  expect(day.rule({ type: 'send-again', reportId })).toMatchObject({
    fault: { reason: 'elsewhere-then', workOrderId: 8 },
  });
  // It goes once the other stay leaves room for it.
  const pairId = certain(day.visit(8).pairs[0]).id;
  day.do({ type: 'add-break', pairId, from: said.from, until: said.until });
  day.do({ type: 'send-again', reportId });
  expect([8, 7].map((order) => times(day, order))).toEqual([
    ['11:00', '11:15', '11:45', '13:00'],
    ['11:15', '11:45'],
  ]);
});

test('a stay that was said beside others by less than a minute is not asked about', () => {
  const stay = { workOrderId: 7, workTypeId: 1, techsCount: 1, primaryStatus: 'NoStatusChange' } as const;
  const day = new Day().clock('12:00').checkIn(8).clock('14:00');
  const said = { from: day.instant('11:15'), until: day.instant('12:00') };
  day.do({ type: 'add-visit', ...stay, ...said }).do({ type: 'clock-corrected', by: -45_000, first: true });
  expect(certain(reportsOf(day.visit(7))[0]).delivery).toEqual({ state: 'queued' });
});

test('a visit that was added until this very second keeps the times that were typed', () => {
  const day = new Day().clock('12:00');
  const [from, until] = [day.instant('11:15'), day.instant('12:00')];
  const stay = { workOrderId: 7, workTypeId: 1, techsCount: 1, primaryStatus: 'NoStatusChange' } as const;
  day.do({ type: 'add-visit', ...stay, from, until }).do({ type: 'clock-corrected', by: HOUR });
  expect(times(day, 7)).toEqual(['11:15', '12:00']);
});

test('a break that ended this very second keeps the times that were typed', () => {
  const day = new Day().clock('10:00').checkIn(7).clock('12:00');
  const [at, until] = [day.instant('11:15'), day.instant('12:00')];
  day.do({ type: 'break', visitId: day.current.id, at, until }).do({ type: 'clock-corrected', by: HOUR });
  expect(times(day, 7)).toEqual(['11:00', '11:15', '12:00']);
});

test('what ServiceChannel has by now stays as it was sent', () => {
  const day = new Day().clock('09:00').checkIn(7);
  day.sent(certain(reportsOf(day.current)[0]), 'recorded').do(AN_HOUR_FAST);
  expect(times(day, 7)).toEqual(['09:00']);
});

test('our own correction refuses no act: the clock is not blamed for it', () => {
  const day = new Day().clock('09:00').checkIn(7);
  day.sent(certain(reportsOf(day.current)[0]), 'recorded').do(AN_HOUR_FAST);
  day.error = HOUR;
  day.clock('08:20').do({ type: 'pause', visitId: day.current.id });
  expect(times(day, 7)).toEqual(['09:00', '09:00']);
});

test('a check-in that was refused for a time ahead is sent again with its true time', () => {
  const day = new Day().clock('09:00').checkIn(7);
  const checkIn = certain(reportsOf(day.visit(7))[0]);
  day.refused(checkIn, 'time-ahead').do(AN_HOUR_FAST).do({ type: 'send-again', reportId: checkIn.id });
  expect(times(day, 7)).toEqual(['08:00']);
  expect(reportsOf(day.visit(7))[0]?.delivery).toEqual({ state: 'queued' });
});

test('two corrections add up, and one taken back is as if it had not been', () => {
  const day = new Day().clock('09:00').checkIn(7).do(AN_HOUR_FAST).do({ type: 'clock-corrected', by: HOUR });
  expect(times(day, 7)).toEqual(['09:00']);
});

test('what is in question keeps the time that it was sent with, and goes again with its true one', () => {
  const day = new Day().clock('09:00').checkIn(7);
  const checkIn = certain(reportsOf(day.current)[0]);
  day.do({ type: 'sending', reportId: checkIn.id, since: 0 }).do(AN_HOUR_FAST);
  expect(times(day, 7)).toEqual(['09:00']);
  day.do({ type: 'not-recorded', reportId: checkIn.id });
  expect(times(day, 7)).toEqual(['08:00']);
});

test('what was refused is changed and goes with its true time', () => {
  const day = new Day().clock('09:00').checkIn(7);
  const { id: reportId } = certain(reportsOf(day.current)[0]);
  day.refused(certain(reportsOf(day.current)[0]), 'work-type').do(AN_HOUR_FAST);
  expect(times(day, 7)).toEqual(['09:00']);
  day.do({ type: 'change', reportId, to: { kind: 'check-in', workTypeId: 2, techsCount: 1 } });
  expect(times(day, 7)).toEqual(['08:00']);
});

test('what is sent again by the clock as it is known now ends where the next stay began', () => {
  const day = new Day().clock('09:00').checkIn(7);
  const { id: reportId } = certain(reportsOf(day.current)[0]);
  day.refused(certain(reportsOf(day.current)[0]), 'work-type').do(AN_HOUR_FAST);
  day.error = HOUR;
  day.clock('08:20').checkIn(8).clock('08:40').do({ type: 'pause', visitId: day.current.id });
  day.do({ type: 'change', reportId, to: { kind: 'check-in', workTypeId: 1, techsCount: 1 } });
  expect(times(day, 7)).toEqual(['08:00', '08:20']);
  expect(times(day, 8)).toEqual(['08:20', '08:40']);
});

test('what waits behind a report that was in question follows it to its true time', () => {
  const day = new Day().clock('09:00').checkIn(7);
  const checkIn = certain(reportsOf(day.current)[0]);
  day.do({ type: 'sending', reportId: checkIn.id, since: 0 }).clock('09:20');
  day.do({ type: 'pause', visitId: day.current.id }).clock('09:40');
  day.do({ type: 'resume', visitId: day.current.id }).do(AN_HOUR_FAST);
  // Never a check-out before its check-in, and none of the rest before that.
  expect(times(day, 7)).toEqual(['09:00', '09:00', '09:00']);
  day.do({ type: 'not-recorded', reportId: checkIn.id });
  expect(times(day, 7)).toEqual(['08:00', '08:20', '08:40']);
});

test('a stay that ends where the next one began ends by the clock of that one’s click', () => {
  const day = new Day().clock('09:00').checkIn(7);
  const { id: reportId } = certain(reportsOf(day.current)[0]);
  day
    .refused(certain(reportsOf(day.current)[0]), 'work-type')
    .clock('09:30')
    .checkIn(8)
    .clock('09:45');
  day.do({ type: 'change', reportId, to: { kind: 'check-in', workTypeId: 1, techsCount: 1 } });
  expect(times(day, 7)).toEqual(['09:00', '09:30']);
  day.do(AN_HOUR_FAST);
  expect(times(day, 7)).toEqual(['08:00', '08:30']);
});

test('a stay that ends where the next one began, which went out by a wrong clock, ends at its true beginning', () => {
  const day = new Day().clock('09:00').checkIn(7);
  const { id: reportId } = certain(reportsOf(day.current)[0]);
  day
    .refused(certain(reportsOf(day.current)[0]), 'work-type')
    .clock('09:30')
    .checkIn(8);
  const { id: next } = certain(reportsOf(day.current)[0]);
  day.do({ type: 'sending', reportId: next, since: day.now }).do(AN_HOUR_FAST);
  day.do({ type: 'recorded', reportId: next, mechanicId: 3, by: 'answer' });
  day.error = HOUR;
  day.do({ type: 'change', reportId, to: { kind: 'check-in', workTypeId: 1, techsCount: 1 } });
  expect(times(day, 7)).toEqual(['08:00', '08:30']);
});

test('a stay that was given up before the clock was known is no bound', () => {
  const day = new Day().clock('09:00').checkIn(7);
  const { id: reportId } = certain(reportsOf(day.current)[0]);
  day.clock('09:05').do({ type: 'pause', visitId: day.current.id });
  day.clock('09:30').do({ type: 'resume', visitId: day.current.id });
  day.refused(certain(reportsOf(day.current)[0]), 'work-type').do({ type: 'discard', reportId });
  expect(times(day.do(AN_HOUR_FAST), 7)).toEqual(['09:00', '09:05', '08:30']);
});

test('a check-out that was given up before the clock was known goes at its true time, once it is taken back', () => {
  const day = new Day().clock('08:00').checkIn(7);
  day.sent(certain(day.current.pairs[0]).checkIn, 'recorded').clock('10:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Incomplete' });
  const checkOut = certain(day.visit(7).pairs[0]?.checkOut);
  day.refused(checkOut, 'field').do({ type: 'discard', reportId: checkOut.id }).do(AN_HOUR_FAST);
  day.do({ type: 'open-there', reportId: checkOut.id }).do({ type: 'without-status', reportId: checkOut.id });
  expect(times(day, 7)).toEqual(['08:00', '09:00']);
});

test('what waits is not moved past the beginning of the next stay elsewhere, which has left', () => {
  const day = new Day().clock('09:00').checkIn(7).clock('09:20').checkIn(8);
  const [next] = reportsOf(day.visit(8));
  day.do({ type: 'sending', reportId: certain(next).id, since: day.now });
  day.do({ type: 'clock-corrected', by: HOUR / 2 });
  expect(times(day, 7)).toEqual(['09:20', '09:20']);
  // It did not get there, and goes at its true time; the one before it is put right behind it.
  day.do({ type: 'not-recorded', reportId: certain(next).id });
  expect(times(day, 8)).toEqual(['09:50']);
  for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
  expect(times(day, 7).slice(0, 2)).toEqual(['09:30', '09:50']);
});

test('a status is no stay: it follows the clock past the beginning of the next one elsewhere', () => {
  const day = new Day().clock('09:00').checkIn(7).clock('09:10');
  const visitId = day.current.id;
  day
    .do({ type: 'pause', visitId })
    .clock('09:15')
    .do({ type: 'finish', visitId, primaryStatus: 'Completed' });
  day.clock('09:20').checkIn(8);
  day.do({ type: 'sending', reportId: certain(reportsOf(day.visit(8))[0]).id, since: day.now });
  day.do({ type: 'clock-corrected', by: HOUR / 2 });
  expect(times(day, 7)).toEqual(['09:20', '09:20', '09:45']);
});
