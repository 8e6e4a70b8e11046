import { expect, test } from 'vitest';
import { findOwnPair, mayBeAnother } from '../../../main/outbox/own-pair.ts';
import type { WorkActivity } from '../../../main/servicechannel/client.ts';
import { findReport } from '../../../main/visit/edit.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import type { Stamp } from '../../../main/visit/types.ts';
import { certain, Day } from '../visit/support.ts';
import { activity, WHO } from './steps.ts';

const MINE = 7;

/** In at 10:00, out and in again in that second, recorded; and the second stay is looked for among these. */
function found(activities: readonly WorkActivity[], second: 'recorded' | 'refused' = 'recorded') {
  const day = new Day().clock('10:00').checkIn(MINE);
  const visitId = day.current.id;
  day.do({ type: 'pause', visitId }).do({ type: 'resume', visitId });
  const [one] = day.current.pairs;
  day.sent(certain(one).checkIn, 'recorded').sent(certain(certain(one).checkOut), second);
  const visit = day.visit(MINE);
  const there = findOwnPair(activities, day.state, { visit, pair: certain(visit.pairs[1]) }, WHO);
  return there.kind === 'there' ? there.activities : there.kind;
}

const PAUSED = activity('10:00:00', '10:00:00', { id: '1' });
const OWN = activity('10:00:00', '17:00:00', { id: '2' });

test.each([[[PAUSED, OWN]], [[OWN, PAUSED]]])(
  'of two of one second the one is left out that ends as another stay of ours',
  (list) => {
    expect(found(list)).toEqual([OWN]);
  },
);

test('two that end alike are one each', () => {
  const twin = { ...PAUSED, id: '2' };
  expect(found([PAUSED, twin])).toEqual([twin]);
});

test('one that another stay explains is not ours', () => {
  expect(found([PAUSED])).toBe('absent');
});

/** In at 10:00 and out in that second, recorded; in again 35 s later. */
function resumed() {
  const day = new Day().clock('10:00').checkIn(MINE);
  const visitId = day.current.id;
  day.do({ type: 'pause', visitId });
  day.now += 35_000;
  day.do({ type: 'resume', visitId });
  const [one, two] = day.current.pairs.map(certain);
  day.sent(certain(one).checkIn, 'recorded').sent(certain(certain(one).checkOut), 'recorded');
  return { day, visit: day.visit(MINE), pair: certain(two) };
}

test('one that is near, and another stay of ours to the second, leaves no doubt that ours is gone', () => {
  const { day, visit, pair } = resumed();
  const look = (activities: readonly WorkActivity[]) =>
    findOwnPair(activities, day.state, { visit, pair }, WHO).kind;
  expect(look([PAUSED])).toBe('absent');
  expect(look([OWN])).toBe('unclear');
  expect(look(Array.from({ length: 50 }, () => PAUSED))).toBe('unclear');
});

test('another stay of ours had that second as long as it was not corrected', () => {
  const { day, visit, pair } = resumed();
  const { checkIn } = pair;
  const first = certain(visit.pairs[0]);
  const may = (from: Stamp) =>
    mayBeAnother(day.state, { visit: day.visit(MINE), report: checkIn, pair }, from);
  expect([may(checkIn.at), may(first.checkIn.at)]).toEqual([false, true]);
  const before = first.checkIn.at;
  day.do({ type: 'edit-pair', pairId: first.id, from: before.ms - 60_000, until: before.ms });
  expect([may(checkIn.at), may(before)]).toEqual([false, true]);
});

test('a check-out that is not recorded explains none', () => {
  expect(found([PAUSED, OWN], 'refused')).toEqual([PAUSED, OWN]);
});

test('a stay on another work order, or of another second, explains none', () => {
  const day = new Day().clock('09:00').checkIn(8).clock('09:30');
  day.sent(certain(day.current.pairs[0]).checkIn, 'recorded').clock('10:00').checkIn(MINE);
  day.sent(certain(certain(day.visit(8).pairs[0]).checkOut), 'recorded');
  const visit = day.visit(MINE);
  const there = findOwnPair([PAUSED, OWN], day.state, { visit, pair: certain(visit.pairs[0]) }, WHO);
  expect(there).toEqual({ kind: 'there', activities: [PAUSED, OWN] });
});

test('a visit that was no visit at all is deleted at once: its own stay is no other', () => {
  const day = new Day().clock('10:00').checkIn(MINE);
  const { checkIn } = certain(day.current.pairs[0]);
  day.sent(checkIn, 'recorded').clock('10:05').do({ type: 'mistake', visitId: day.current.id });
  const deletion = certain(day.mine.flatMap(({ steps }) => steps).find(({ kind }) => kind === 'deletion'));
  expect(mayBeAnother(day.state, certain(findReport(day.state.visits, deletion.id)), checkIn.at)).toBe(false);
});

test('a stay that was moved away and back explains none: it is deleted there', () => {
  const day = new Day().clock('10:00').checkIn(MINE).clock('11:00');
  day.do({ type: 'pause', visitId: day.current.id });
  for (const report of reportsOf(day.visit(MINE))) day.sent(report, 'recorded');
  const visit = day.visit(MINE);
  const pair = certain(visit.pairs[0]);
  const away = { ...visit, id: 'away', movedTo: 'elsewhere', pairs: [{ ...pair, id: 'its pair' }] };
  const state = { ...day.state, visits: [away, visit] };
  const held = activity('10:00:00', '11:00:00');
  expect(findOwnPair([held], state, { visit, pair }, WHO)).toEqual({ kind: 'there', activities: [held] });
});
