import { describe, expect, test } from 'vitest';
import { reportsOf } from '../../../main/visit/phase.ts';
import { HOUR, MINUTE } from '../../../main/visit/time.ts';
import { differingMechanicIds, stretches, timeOf } from '../../../main/visit/totals.ts';
import type { Visit } from '../../../main/visit/types.ts';
import { certain, Day, outcomeOf } from './support.ts';

function totals(visit: Visit, now: number) {
  const all = stretches(visit, now);
  return { onSite: timeOf(all, 'on site'), travel: timeOf(all, 'travel'), paused: timeOf(all, 'paused') };
}

/** 10:00 on the way, 10:25 on site, 12:00 paused, 12:30 on site. */
function long(): Day {
  const day = new Day().clock('10:00').checkIn(7, { workTypeId: 2 });
  day.clock('10:25').do({ type: 'arrived', visitId: day.current.id });
  day.clock('12:00').do({ type: 'pause', visitId: day.current.id });
  return day.clock('12:30').do({ type: 'resume', visitId: day.current.id });
}

describe('totals', () => {
  test('count the way, the work and the pause apart, and nothing twice', () => {
    const day = long().clock('13:00');
    expect(totals(day.current, day.now)).toEqual({
      onSite: 95 * MINUTE + 30 * MINUTE,
      travel: 25 * MINUTE,
      paused: 30 * MINUTE,
    });
    expect(stretches(day.current, day.now).map((s) => s.kind)).toEqual([
      'travel',
      'on site',
      'paused',
      'on site',
    ]);
  });

  test('stop when the visit is paused or over', () => {
    const day = long().clock('13:00');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    const at = (time: string) => totals(day.visit(7), day.instant(time));
    expect(at('18:00')).toEqual(at('13:00'));
  });

  test('are never negative, whatever the clock says', () => {
    const day = new Day().clock('10:00').checkIn(7);
    expect(totals(day.current, day.instant('09:00'))).toEqual({ onSite: 0, travel: 0, paused: 0 });
  });

  test.each([
    ['put forward', '2026-03-08T01:00:00-05:00', '2026-03-08T04:00:00-04:00', 2 * HOUR],
    ['put back', '2026-11-01T00:30:00-04:00', '2026-11-01T02:30:00-05:00', 3 * HOUR],
  ])('are hours that were worked when clocks are %s', (_, from, to, worked) => {
    const day = new Day(from).checkIn(7);
    day.now = Date.parse(to);
    expect(totals(day.current, day.now).onSite).toBe(worked);
  });

  test('leave out a pair that was given up', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    day.clock('12:00').do({ type: 'resume', visitId: day.current.id });
    for (const report of reportsOf(day.current).slice(0, 2)) day.sent(report, 'recorded');
    const resumed = certain(reportsOf(day.current)[2]);
    day.sent(resumed, 'refused').clock('13:00').do({ type: 'discard', reportId: resumed.id });
    expect(totals(day.current, day.now)).toEqual({ onSite: HOUR, travel: 0, paused: 0 });
  });
});

describe('MechanicIds', () => {
  function answered(ids: readonly (number | null)[]): Day {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    for (const [index, report] of reportsOf(day.current).entries()) {
      day.do({ type: 'sending', reportId: report.id, since: day.now });
      day.do(outcomeOf(report.id, 'recorded', day.now, ids[index] ?? null));
    }
    return day;
  }

  test('that differ within a pair are shown with both values until they are noted', () => {
    const day = answered([3002141, 3002150]);
    const pairId = certain(day.current.pairs[0]).id;
    expect(differingMechanicIds(day.current)).toEqual([{ pairId, checkIn: 3002141, checkOut: 3002150 }]);
    day.do({ type: 'note-mechanic-ids', pairId });
    expect(differingMechanicIds(day.current)).toEqual([]);
    expect(reportsOf(day.current).map((report) => report.delivery)).toMatchObject([
      { mechanicId: 3002141 },
      { mechanicId: 3002150 },
    ]);
  });

  test.each([[[3002141, 3002141]], [[3002141, null]], [[null, 3002141]]])('%j are no news', (ids) => {
    expect(differingMechanicIds(answered(ids).current)).toEqual([]);
  });

  test('of a pair that nobody knows cannot be noted', () => {
    expect(new Day().fault({ type: 'note-mechanic-ids', pairId: 'x' })).toEqual({ reason: 'not-now' });
  });
});
