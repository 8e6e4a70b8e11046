import { expect, test, vi } from 'vitest';
import { OpenOrdersList } from '../../../main/records/open-orders.ts';
import type { Client, WorkOrder } from '../../../main/servicechannel/client.ts';
import { OpenOrdersStore } from '../../../main/storage/open-orders.ts';
import { openStorage } from '../../../main/storage/storage.ts';
import { MINUTE } from '../../../main/visit/time.ts';
import { fakeClient, OFFLINE, workOrder } from '../fake-client.ts';
import { dataFolder } from '../storage/support.ts';

const OWNER = { userId: 1_544_987, server: 'https://api.example.com/v3' };
const PAGE = 50;

function rig(all: () => readonly WorkOrder[], answer: Client['ordersOf'] | null = null) {
  let now = Date.parse('2026-11-24T09:00:00Z');
  let failsFrom = Number.POSITIVE_INFINITY;
  let rush = false;
  const asked: string[] = [];
  const ordersOf: Client['ordersOf'] = async (status, skip) => {
    asked.push(`${status} ${skip}`);
    if (answer) return answer(status, skip);
    if (skip >= failsFrom) return OFFLINE;
    const mine = all().filter((order) => order.statusPrimary === status);
    const orders = mine.slice(skip, skip + PAGE);
    return { kind: 'ok', value: { orders, rows: orders.length, count: mine.length } };
  };
  const { facts, close } = openStorage(dataFolder(), {}, () => now);
  const signIn = (userId: number) => ({
    ...{ ...OWNER, userId, authUserId: null, userNames: [] },
    client: fakeClient({ ordersOf }),
    ready: async () => null,
  });
  let sender = signIn(OWNER.userId);
  const list = new OpenOrdersList({
    store: new OpenOrdersStore(facts),
    now: () => now,
    owner: () => ({ userId: sender.userId, server: OWNER.server }),
    sender: () => sender,
    isRush: () => rush,
    onRead: () => undefined,
  });
  return {
    list,
    asked,
    close,
    pass: (ms: number) => (now += ms),
    failFrom: (skip: number) => (failsFrom = skip),
    hurry: () => (rush = true),
    signInAs: (userId: number) => (sender = signIn(userId)),
  };
}

const order = (id: number, status: string, scheduledDate: string | null = null) =>
  workOrder(id, { statusPrimary: status, scheduledDate });

test('120 orders come from a server that gives 50 a page', async () => {
  const { list, asked } = rig(() => Array.from({ length: 120 }, (_, i) => order(1000 + i, 'OPEN')));
  await list.opened();
  expect(list.last).toMatchObject({ whole: true, orders: { length: 120 } });
  expect(asked).toEqual(['IN PROGRESS 0', 'OPEN 0', 'OPEN 50', 'OPEN 100']);
});

test('a server that knows neither filter nor $skip is not asked on and on, and what is done is not listed', async () => {
  const all = [order(1, 'OPEN'), order(2, 'COMPLETED'), order(3, 'In Progress')];
  const { list, asked } = rig(
    () => all,
    async () => ({ kind: 'ok', value: { orders: all, rows: all.length, count: null } }),
  );
  await list.opened();
  expect(asked).toHaveLength(4);
  expect(list.last).toMatchObject({ whole: true, orders: [{ id: 1 }, { id: 3 }] });
});

test('a server that counts more than it gives has not given all', async () => {
  const all = Array.from({ length: 50 }, (_, i) => order(1000 + i, 'OPEN'));
  const { list } = rig(
    () => all,
    async () => ({ kind: 'ok', value: { orders: all, rows: all.length, count: 60 } }),
  );
  await list.opened();
  expect(list.last).toMatchObject({ whole: false, orders: { length: 50 } });
});

test('the one that is overdue longest is first; one whose time is not certain is last', async () => {
  const { list } = rig(() => [
    order(1, 'OPEN', '2026-11-25T09:00:00-05:00'),
    order(2, 'IN PROGRESS', '2026-11-20T09:00:00-05:00'),
    order(3, 'OPEN', '2026-11-19T09:00:00'),
  ]);
  await list.opened();
  expect(list.last?.orders.map(({ id }) => id)).toEqual([2, 1, 3]);
});

test('what came before a page that failed is shown, and said not to be all', async () => {
  const { list, failFrom } = rig(() => Array.from({ length: 120 }, (_, i) => order(1000 + i, 'OPEN')));
  failFrom(100);
  await list.opened();
  expect(list.last).toMatchObject({ whole: false, orders: { length: 100 } });
});

test('it is read again when somebody looks and it is 10 minutes old; without a connection the last one stays', async () => {
  const { list, asked, pass, failFrom } = rig(() => [order(1, 'OPEN')]);
  await list.opened();
  pass(9 * MINUTE);
  await list.opened();
  expect(asked).toHaveLength(2);
  pass(2 * MINUTE);
  failFrom(0);
  await list.opened();
  expect(asked).toHaveLength(4);
  expect(list.last?.orders.map(({ id }) => id)).toEqual([1]);
});

test('in a rush it stands back', async () => {
  const { list, asked, hurry } = rig(() => [order(1, 'OPEN')]);
  hurry();
  await list.opened();
  expect(asked).toEqual([]);
});

test('who signs in while another one’s list is still read has their own, and neither has the other’s', async () => {
  const answers: (() => void)[] = [];
  let all = [order(1, 'IN PROGRESS')];
  const { list, signInAs } = rig(
    () => [],
    async (status) => {
      const orders = all.filter((each) => each.statusPrimary === status);
      await new Promise<void>((resolve) => answers.push(resolve));
      return { kind: 'ok', value: { orders, rows: orders.length, count: orders.length } };
    },
  );
  const first = list.opened();
  signInAs(2);
  all = [order(2, 'OPEN')];
  const second = list.opened();
  const ended = Promise.all([first, second]);
  // Each has two lists: the answers to the first of both come, then those to the others.
  for (let round = 0; round < 2; round++) {
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    for (const answer of answers.splice(0)) answer();
  }
  await ended;
  expect(list.last?.orders.map(({ id }) => id)).toEqual([2]);
  signInAs(OWNER.userId);
  expect(list.last?.orders.map(({ id }) => id)).toContain(1);
});
