import { expect, test } from 'vitest';
import { begunIn, lastSeqOf, stayOf } from '../../../main/records/day-comparer.ts';
import { weekOf } from '../../../main/records/week.ts';
import type { KeptDay } from '../../../main/storage/comparisons.ts';
import { differencesOf, recordOf } from '../../../main/views/sheet-record.ts';
import type { SheetSource } from '../../../main/views/sheet-source.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { MINUTE } from '../../../main/visit/time.ts';
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
    disputeMinutes: 15,
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

test('what was reported since makes it one that waits, or that was not compared', () => {
  const day = worked();
  const before = source(day, 0);
  day.do({ type: 'resume', visitId: day.current.id });
  expect(today({ ...before, visits: day.mine })).toEqual({ kind: 'waiting', count: 1 });
  day.sent(certain(reportsOf(day.visit(7)).at(-1)), 'recorded');
  expect(today({ ...before, visits: day.mine })).toEqual({ kind: 'not-compared' });
});
