import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import { planOf } from './plan.ts';

const AT = Date.parse('2026-11-24T10:00:00Z');
const kept = (kind: string, at = AT, clickedAt = at) => ({
  workOrderId: 7,
  kind,
  at,
  clickedAt,
  state: 'recorded',
});
const held = (kind: string, at = AT) => ({ workOrderId: 7, kind, at });

test('a clean record is clean, also with two check-ins of one second', () => {
  const both = ['check-in', 'check-out', 'check-in'];
  expect(
    judge(
      both.map((kind) => kept(kind)),
      both.map((kind) => held(kind)),
      3,
    ),
  ).toEqual([]);
});

test.each([
  ['lost', [kept('check-in')], [], 1],
  ['doubled', [kept('check-in')], [held('check-in'), held('check-in')], 1],
  ['moved', [kept('check-in')], [held('check-in', AT + 1_000)], 1],
  ['made up', [], [held('check-in')], 0],
  ['not the click’s time', [kept('check-in', AT, AT - 5_000)], [held('check-in')], 1],
  ['acknowledged and gone', [], [], 1],
])('a report that was %s is seen', (_, ours, theirs, acknowledged) => {
  expect(judge(ours, theirs, acknowledged)).not.toEqual([]);
});

test('a seed’s plans are the same every time, and differ', () => {
  const plans = Array.from({ length: 20 }, (_, index) => JSON.stringify(planOf(7, index)));
  expect(plans).toEqual(Array.from({ length: 20 }, (_, index) => JSON.stringify(planOf(7, index))));
  expect(new Set(plans).size).toBe(20);
});
