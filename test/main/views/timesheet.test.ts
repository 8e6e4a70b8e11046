import { afterAll, describe, expect, test, vi } from 'vitest';
import { weekView } from '../../../main/views/timesheet.ts';
import { HOUR, MINUTE } from '../../../main/visit/time.ts';
import { weekOf } from '../../../main/visit/week.ts';
import { Day } from '../visit/support.ts';

vi.stubEnv('TZ', 'America/New_York');
afterAll(() => vi.unstubAllEnvs());

/** 13 May 2026 is a Wednesday. */
const WEDNESDAY = 2;

const shown = (day: Day, at = day.now) =>
  weekView({
    week: weekOf(at),
    visits: day.mine,
    now: day.now,
    known: () => null,
    kept: () => null,
    disputeMinutes: () => 15,
  });
const totals = (day: Day, of: 'worked' | 'paused') => shown(day).days.map((each) => each[of] / MINUTE);

/** On site from 8:00 to 10:00, a break of 30 minutes, then to 12:00. */
function worked(): Day {
  const day = new Day().clock('08:00').checkIn(7);
  day.clock('10:00').do({ type: 'pause', visitId: day.current.id });
  day.clock('10:30').do({ type: 'resume', visitId: day.current.id });
  return day.clock('12:00').do({
    type: 'check-out',
    visitId: day.current.id,
    primaryStatus: 'PartsOnOrder',
    resolution: 'Screws',
  });
}

describe('a week', () => {
  test('has worked and paused time apart, by day and by work order', () => {
    const day = worked().clock('18:00');
    expect(totals(day, 'worked')).toEqual([0, 0, 210, 0, 0, 0, 0]);
    expect(totals(day, 'paused')).toEqual([0, 0, 30, 0, 0, 0, 0]);
    const { orders, pairs } = shown(day);
    expect(orders).toMatchObject([{ workOrderId: 7, onSite: 210 * MINUTE, travel: 0, paused: 30 * MINUTE }]);
    expect(pairs.map(({ leftAs, state }) => [leftAs, state])).toEqual([
      ['paused', 'waiting'],
      ['PartsOnOrder', 'waiting'],
    ]);
  });

  test('counts what goes on up to now, and no pause in which other work was done', () => {
    const day = new Day().clock('08:00').checkIn(7);
    day.clock('10:00').checkIn(8).clock('11:00');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    day.do({ type: 'resume', visitId: day.current.id }).clock('11:30');
    expect(totals(day, 'worked')[WEDNESDAY]).toBe(210);
    expect(totals(day, 'paused')[WEDNESDAY]).toBe(0);
    expect(shown(day).pairs.at(-1)).toMatchObject({ workOrderId: 7, checkOut: null, length: 30 * MINUTE });
  });

  test('draws a visit over midnight on both days, as one row', () => {
    const day = new Day('2026-05-13T22:00:00-04:00').checkIn(7);
    day.now += 5 * HOUR;
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    expect(totals(day, 'worked')).toEqual([0, 0, 120, 180, 0, 0, 0]);
    expect(shown(day).pairs).toHaveLength(1);
    expect(shown(day).days.map((each) => each.orders)).toEqual([0, 0, 1, 1, 0, 0, 0]);
  });

  test('over Sunday’s midnight belongs to both weeks, each with its part', () => {
    const day = new Day('2026-05-17T23:00:00-04:00').checkIn(7);
    day.now += 2 * HOUR;
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    const parts = [day.now - 3 * HOUR, day.now].map((at) => shown(day, at));
    expect(parts.map(({ pairs }) => pairs.length)).toEqual([1, 1]);
    expect(parts.map(({ orders }) => orders[0]?.onSite)).toEqual([HOUR, HOUR]);
  });

  test('does not count the night of a visit that was paused until the next day', () => {
    const day = new Day().clock('15:00').checkIn(7);
    day.clock('17:00').do({ type: 'pause', visitId: day.current.id });
    day.now += 15 * HOUR;
    day.do({ type: 'resume', visitId: day.current.id });
    day.now += HOUR;
    expect(totals(day, 'paused')).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(totals(day, 'worked')).toEqual([0, 0, 120, 60, 0, 0, 0]);
  });

  test('holds what was moved once, and what was given up not at all', () => {
    const day = new Day().clock('08:00').checkIn(7);
    const { checkIn } = day.current.pairs[0] ?? {};
    if (checkIn) day.sent(checkIn, 'recorded');
    day.clock('09:00').do({ type: 'move', visitId: day.current.id, workOrderId: 8 });
    expect(shown(day).pairs.map(({ workOrderId }) => workOrderId)).toEqual([8]);
    const other = new Day().clock('08:00').checkIn(7);
    const report = other.current.pairs[0]?.checkIn;
    if (report) other.refused(report, 'not-found').do({ type: 'discard', reportId: report.id });
    expect(shown(other).pairs).toEqual([]);
    expect(totals(other, 'worked')[WEDNESDAY]).toBe(0);
  });

  test('a check-in that was refused is a row in question, and counts no time until it is sent again', () => {
    const day = new Day().clock('08:00').checkIn(7);
    const report = day.current.pairs[0]?.checkIn;
    if (report) day.refused(report, 'not-found').clock('12:00');
    expect(shown(day).pairs).toMatchObject([{ state: 'refused', length: 0 }]);
    expect(totals(day, 'worked')[WEDNESDAY]).toBe(0);
  });

  test('says how many pairs of a day wait to be sent', () => {
    const { days } = shown(worked().clock('18:00'));
    expect(days[WEDNESDAY]?.record).toEqual({ kind: 'waiting', count: 2 });
    expect(days[0]?.record).toEqual({ kind: 'not-compared' });
  });
});
