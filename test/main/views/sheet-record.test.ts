import { expect, test } from 'vitest';
import { begunIn, lastSeqOf, stayOf } from '../../../main/records/day-comparer.ts';
import type { KeptDay } from '../../../main/storage/comparisons.ts';
import { differencesOf, recordOf } from '../../../main/views/sheet-record.ts';
import type { SheetSource } from '../../../main/views/sheet-source.ts';
import { weekView } from '../../../main/views/timesheet.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { MINUTE } from '../../../main/visit/time.ts';
import { weekOf } from '../../../main/visit/week.ts';
import { certain, Day } from '../visit/support.ts';

/** On site from 10:00 to 11:00, all of it recorded. */
function worked(): Day {
  const day = new Day().clock('10:00').checkIn(7).clock('11:00');
  day.do({ type: 'pause', visitId: day.current.id });
  for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
  return day;
}

/** The week of a day as ServiceChannel was read to hold it, `minutes` shorter than here; null: it was not read. */
function source(day: Day, minutes: number | null): SheetSource {
  const week = weekOf(day.now);
  const own = begunIn(day.mine, week);
  const held = own.map(stayOf).map((stay) => ({ ...stay, to: certain(stay.to) - (minutes ?? 0) * MINUTE }));
  const today = certain(week.days.find(({ from, to }) => day.now >= from && day.now < to));
  const kept: KeptDay = { comparedAt: day.now, seq: lastSeqOf(own), held };
  return {
    week,
    visits: day.mine,
    now: day.now,
    known: () => null,
    kept: (from) => (minutes !== null && from === today.from ? kept : null),
    disputeMinutes: () => 15,
  };
}
const today = (of: SheetSource) =>
  recordOf(certain(of.week.days.find(({ from, to }) => of.now >= from && of.now < to)), of);

test('a day that was not compared says so', () => {
  expect(today(source(worked(), null))).toEqual({ kind: 'not-compared' });
});

test('one that is the same there matches, and has no difference', () => {
  const same = source(worked(), 0);
  expect(today(same)).toEqual({ kind: 'matches' });
  expect(differencesOf(same)).toMatchObject({ differences: [], comparedAt: same.now });
});

test('one that differs says by how much, and stands out from the setting on', () => {
  expect(today(source(worked(), 18))).toEqual({ kind: 'differs', minutes: 18, standsOut: true });
  const small = source(worked(), 5);
  expect(today(small)).toEqual({ kind: 'differs', minutes: 5, standsOut: false });
  expect(differencesOf(small).differences).toMatchObject([{ workOrderId: 7, standsOut: false }]);
});

test('a client’s own minutes decide for its work orders, and are said with the difference', () => {
  const strict = { ...source(worked(), 5), disputeMinutes: (id: number) => (id === 7 ? 5 : 15) };
  expect(today(strict)).toEqual({ kind: 'differs', minutes: 5, standsOut: true });
  expect(differencesOf(strict).differences).toMatchObject([{ standsOut: true, disputeMinutes: 5 }]);
});

test('what was reported since makes it one that waits, or that was not compared', () => {
  const day = worked();
  const before = source(day, 0);
  day.do({ type: 'resume', visitId: day.current.id });
  expect(today({ ...before, visits: day.mine })).toEqual({ kind: 'waiting', count: 1 });
  day.sent(certain(reportsOf(day.visit(7)).at(-1)), 'recorded');
  expect(today({ ...before, visits: day.mine })).toEqual({ kind: 'not-compared' });
});

/** The client is asked for 10:00–11:30 with three technicians; ServiceChannel holds a stay like this one. */
function asked(over: { to?: string; techsCount?: number | null }) {
  const day = worked().clock('12:00');
  const [pair] = day.visit(7).pairs;
  const times = { from: day.instant('10:00'), until: day.instant('11:30') };
  const request = { techsCount: 3, text: 'We were three.', ...times };
  day.do({ type: 'ask-client', pairId: certain(pair).id, ...request });
  const before = source(day, 0);
  const { techsCount = 3 } = over;
  const stay = { workOrderId: 7, from: times.from, to: day.instant(over.to ?? '11:30'), techsCount };
  return {
    ...before,
    kept: (from: number) => {
      const kept = before.kept(from);
      return kept && { ...kept, held: [stay] };
    },
  };
}

test('what the client was asked for and has put right matches, and is not asked for any more', () => {
  const granted = weekView(asked({}));
  expect(granted.pairs).toMatchObject([{ asked: { granted: true } }]);
  expect(granted.differences).toEqual([]);
  expect(today(asked({}))).toEqual({ kind: 'matches' });
  expect(granted.invoice).toMatchObject([{ asked: false, work: 3 * 90 * MINUTE }]);
});

test.each([
  ['another end', { to: '11:00' }],
  ['another count', { techsCount: 2 }],
  ['a count that is not told', { techsCount: null }],
])('what was asked for stays so while ServiceChannel shows %s', (_name, over) => {
  const still = weekView(asked(over));
  expect(still.pairs).toMatchObject([{ asked: { granted: false } }]);
  expect(still.invoice).toMatchObject([{ asked: true }]);
});
