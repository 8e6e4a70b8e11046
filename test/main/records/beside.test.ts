import { expect, test } from 'vitest';
import { besideOf, heldInstead, isSameStay } from '../../../main/records/beside.ts';
import { lastSeqOf } from '../../../main/records/day-comparer.ts';
import { isGranted } from '../../../main/records/granted.ts';
import { livePairs, reportsOf } from '../../../main/visit/phase.ts';
import { MINUTE } from '../../../main/visit/time.ts';
import { certain, Day } from '../visit/support.ts';

const NOW = '18:00';

/** One technician on order 7 from 10:00 to 11:00, recorded; and that day as ServiceChannel is said to hold it. */
function compared(times: readonly (readonly [from: string, to: string | null, techsCount?: number])[]) {
  const day = new Day().clock('10:00').checkIn(7).clock('11:00');
  day.do({ type: 'pause', visitId: day.current.id });
  for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
  day.clock(NOW);
  const [own] = day.mine.flatMap((visit) => livePairs(visit).map((pair) => ({ visit, pair })));
  const pair = certain(own);
  const held = times.map(([from, to, techsCount = 1]) => ({
    workOrderId: 7,
    from: day.instant(from),
    to: to === null ? null : day.instant(to),
    techsCount,
  }));
  const read = { comparedAt: day.instant(NOW), seq: lastSeqOf([pair]), held };
  const records = { visits: day.mine, kept: () => read, now: day.instant(NOW) };
  const span = { from: day.instant('00:00'), to: day.instant('23:59') };
  return { day, pair, read, records, span, held };
}

test('a day that was not compared since its last report is not put beside anything', () => {
  const { records, read, span } = compared([['10:00', '11:00']]);
  expect(besideOf(span, records)).toHaveLength(1);
  expect(besideOf(span, { ...records, kept: () => null })).toBeNull();
  expect(besideOf(span, { ...records, kept: () => ({ ...read, seq: read.seq - 1 }) })).toBeNull();
});

test('the times that a correction has to find are those there, where somebody has changed the stay', () => {
  const changed = compared([['10:20', '11:00']]);
  expect(heldInstead(changed.span, changed.records, changed.pair.pair.id)).toEqual(changed.held[0]);
  for (const same of [compared([['10:01', '11:00']]), compared([])])
    expect(heldInstead(same.span, same.records, same.pair.pair.id)).toBeNull();
});

test('another stay on the same order, as one by phone, is not taken for a changed one', () => {
  const { span, records, pair } = compared([['12:00', '13:00']]);
  expect(heldInstead(span, records, pair.pair.id)).toBeNull();
  const [first] = certain(besideOf(span, records) ?? undefined);
  expect(isSameStay(certain(first))).toBe(false);
});

test('a stay that is open there goes on, and is the same one', () => {
  const { span, records, pair, held } = compared([['10:00', null]]);
  expect(heldInstead(span, records, pair.pair.id)).toEqual(held[0]);
});

test('what the client has put right as they were asked stands in both records', () => {
  const { day, pair } = compared([]);
  const stamp = (time: string) => day.instant(time);
  day.do({
    type: 'ask-client',
    pairId: pair.pair.id,
    from: stamp('10:00'),
    until: stamp('12:30'),
    techsCount: 2,
    text: 'Two of us, until half past twelve.',
  });
  const [visit] = day.mine;
  const own = { visit: certain(visit), pair: certain(livePairs(certain(visit))[0]) };
  const there = { workOrderId: 7, from: stamp('10:00'), to: stamp('12:30') + MINUTE, techsCount: 2 };
  expect(isGranted(own, [there])).toBe(true);
  expect(isGranted(own, [{ ...there, techsCount: 1 }])).toBe(false);
  expect(isGranted(own, [{ ...there, to: stamp('11:00') }])).toBe(false);
  expect(isGranted(pair, [there])).toBe(false);
});
