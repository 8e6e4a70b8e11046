import { expect, test } from 'vitest';
import { OrderWatch } from '../../../main/records/order-watch.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import type { RefusalReason } from '../../../main/visit/problem.ts';
import { certain, Day, PROBLEM } from '../visit/support.ts';

function rig(reason: RefusalReason) {
  const day = new Day().checkIn(7);
  const report = certain(reportsOf(day.current)[0]);
  const read: number[] = [];
  let answers = true;
  const watch = new OrderWatch({
    now: () => day.now,
    read: async (id) => {
      read.push(id);
      return answers;
    },
    onChange: () => undefined,
  });
  const settled = () => new Promise(setImmediate);
  const refuse = async () => {
    day.refused(report, reason);
    watch.onOutcome({ type: 'refused', reportId: report.id, problem: { ...PROBLEM, reason } }, day.state);
    await settled();
  };
  const open = async () => {
    watch.opened(day.mine);
    await settled();
  };
  return { day, watch, read, refuse, open, fail: () => (answers = false) };
}

test('an order that refused for what it is, is read once, and is fresh from then on', async () => {
  const { watch, read, refuse } = rig('completed');
  expect(watch.isFresh(7)).toBe(false);
  await refuse();
  expect([read, watch.isFresh(7)]).toEqual([[7], true]);
});

test('any other refusal reads nothing', async () => {
  const { read, refuse, open } = rig('permission');
  await refuse();
  await open();
  expect(read).toEqual([]);
});

test('it is read again when somebody looks, at most once a minute', async () => {
  const { day, read, refuse, open } = rig('closed-for-check-in');
  await refuse();
  await open();
  await open();
  expect(read).toHaveLength(2);
  day.now += 60_000;
  await open();
  expect(read).toHaveLength(3);
});

test('what could not be read is not fresh', async () => {
  const { watch, refuse, fail } = rig('completed');
  fail();
  await refuse();
  expect(watch.isFresh(7)).toBe(false);
});

test('what was read before the last refusal is not fresh', async () => {
  const { day, watch, refuse, fail } = rig('completed');
  await refuse();
  fail();
  day.do({ type: 'send-again', reportId: certain(reportsOf(day.visit(7))[0]).id });
  await refuse();
  expect(watch.isFresh(7)).toBe(false);
});
