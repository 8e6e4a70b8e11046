import { expect, test } from 'vitest';
import { findOwnPair } from '../../../main/outbox/own-pair.ts';
import type { WorkActivity } from '../../../main/servicechannel/client.ts';
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
