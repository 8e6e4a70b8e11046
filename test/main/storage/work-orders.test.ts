import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import { NO_NEEDS } from '../../../main/servicechannel/statuses.ts';
import { StoredFacts } from '../../../main/storage/facts.ts';
import { WorkOrders } from '../../../main/storage/work-orders.ts';
import { DAY, MINUTE } from '../../../main/visit/time.ts';
import { fakeClient, OFFLINE, workOrder } from '../fake-client.ts';
import { SERVER } from '../visit/support.ts';
import { dataFolder, NOW, open } from './support.ts';

/** A work order whose first digits are its subscriber; 9 has none. */
const orderOf = (id: number) => workOrder(id, { subscriberId: id === 9 ? null : Math.floor(id / 10) });

/** A folder's work orders, with a ServiceChannel that notes what it was asked. */
function rig() {
  const asked: string[] = [];
  let now = NOW;
  let online = true;
  const answer = async <T>(what: string, value: T): Promise<Answer<T>> => {
    asked.push(what);
    return online ? { kind: 'ok', value } : OFFLINE;
  };
  const client = fakeClient({
    workOrder: (id) => answer(`order ${id}`, orderOf(id)),
    workTypes: (id) => answer(`types ${id}`, [{ id: 1, name: 'Repair' }]),
    statuses: (id, subscriber) =>
      answer(`statuses ${id} of ${subscriber}`, [{ name: 'In Progress', needs: NO_NEEDS, extended: [] }]),
  });
  const { db } = open(dataFolder());
  return {
    db,
    asked,
    source: { server: SERVER, client },
    workOrders: new WorkOrders(db, new StoredFacts(db), () => now),
    later: (ms: number) => {
      now += ms;
    },
    connected: (yes: boolean) => {
      online = yes;
    },
  };
}

describe('a work order', () => {
  test('is looked up once with its client’s work types, and known from then on', async () => {
    const { workOrders, source, asked } = rig();
    expect(workOrders.known(SERVER, 71)).toBeNull();
    const found = { order: orderOf(71), workTypes: [{ id: 1, name: 'Repair' }], lacksPermission: false };
    expect(await workOrders.lookUp(source, 71)).toEqual({ kind: 'ok', value: found });
    expect(await workOrders.lookUp(source, 71)).toEqual({ kind: 'ok', value: found });
    expect(asked).toEqual(['order 71', 'types 7']);
    expect(workOrders.known(SERVER, 71)).toEqual(found);
  });

  test('is asked for once by all who want it meanwhile, and anew by those who ask how it stands now', async () => {
    const { workOrders, source, asked } = rig();
    const [first, second] = await Promise.all([workOrders.lookUp(source, 71), workOrders.lookUp(source, 71)]);
    expect(second).toEqual(first);
    expect(asked).toEqual(['order 71', 'types 7']);
    await Promise.all([workOrders.lookUp(source, 81), workOrders.lookUp(source, 81, 0)]);
    expect(asked.filter((what) => what === 'order 81')).toHaveLength(2);
  });

  test('is asked for again where the read that was under way got no answer', async () => {
    const { workOrders, source, connected } = rig();
    connected(false);
    const both = await Promise.all([workOrders.lookUp(source, 71), workOrders.lookUp(source, 71)]);
    expect(both).toEqual([OFFLINE, OFFLINE]);
    connected(true);
    expect(await workOrders.lookUp(source, 71)).toMatchObject({ kind: 'ok' });
  });

  test('is asked for again after 10 minutes, its work types after a day', async () => {
    const { workOrders, source, asked, later } = rig();
    await workOrders.lookUp(source, 71);
    later(10 * MINUTE);
    await workOrders.lookUp(source, 71);
    expect(asked).toEqual(['order 71', 'types 7', 'order 71']);
    later(DAY);
    await workOrders.lookUp(source, 71);
    expect(asked.slice(3)).toEqual(['order 71', 'types 7']);
  });

  test('stays known without a network', async () => {
    const { workOrders, source, connected, later } = rig();
    await workOrders.lookUp(source, 71);
    connected(false);
    later(DAY);
    expect(await workOrders.lookUp(source, 71)).toEqual(OFFLINE);
    expect(workOrders.known(SERVER, 71)?.order).toEqual(orderOf(71));
  });

  test('of one server is not shown for another', async () => {
    const { workOrders, source } = rig();
    await workOrders.lookUp(source, 71);
    expect(workOrders.known('https://other.example/v3', 71)).toBeNull();
  });

  test('of which the disk holds something else is looked up anew', async () => {
    const { workOrders, source, db, asked } = rig();
    await workOrders.lookUp(source, 71);
    db.exec(`UPDATE work_order SET details = '{"id":71}'`);
    expect(workOrders.known(SERVER, 71)).toBeNull();
    await workOrders.lookUp(source, 71);
    expect(asked.filter((what) => what === 'order 71')).toHaveLength(2);
  });

  test('without a client has no work types to ask for', async () => {
    const { workOrders, source, asked } = rig();
    expect(await workOrders.lookUp(source, 9)).toMatchObject({ value: { workTypes: [] } });
    expect(asked).toEqual(['order 9']);
  });

  test('has statuses that are asked for once a run, and again when there was no answer', async () => {
    const { workOrders, source, asked, connected } = rig();
    connected(false);
    expect(await workOrders.statuses(source, 71)).toEqual(OFFLINE);
    connected(true);
    await workOrders.lookUp(source, 71);
    const first = await workOrders.statuses(source, 71);
    expect(await workOrders.statuses(source, 71)).toEqual(first);
    expect(asked.filter((what) => what.startsWith('statuses'))).toEqual([
      'statuses 71 of null',
      'statuses 71 of 7',
    ]);
  });
});

describe('a missing permission', () => {
  const lacks = ({ workOrders }: ReturnType<typeof rig>, id: number) =>
    workOrders.known(SERVER, id)?.lacksPermission;

  test('is remembered for the client, so for its other work orders too, until one is recorded', async () => {
    const app = rig();
    for (const id of [71, 72, 81]) await app.workOrders.lookUp(app.source, id);
    await app.workOrders.rememberPermission(app.source, 71, true);
    expect([71, 72, 81].map((id) => lacks(app, id))).toEqual([true, true, false]);
    await app.workOrders.rememberPermission(app.source, 72, false);
    expect(lacks(app, 71)).toBe(false);
  });

  test('of an order that was never seen is remembered after looking up whose it is', async () => {
    const app = rig();
    await app.workOrders.rememberPermission(app.source, 71, true);
    expect(app.asked[0]).toBe('order 71');
    expect(lacks(app, 71)).toBe(true);
  });

  test('asks nothing where there is nothing to learn', async () => {
    const app = rig();
    await app.workOrders.rememberPermission(app.source, 71, false);
    expect(app.asked).toEqual([]);
  });

  test('is not remembered where nobody knows for whom', async () => {
    const app = rig();
    await app.workOrders.rememberPermission(app.source, 9, true);
    expect(lacks(app, 9)).toBe(false);
    app.connected(false);
    await app.workOrders.rememberPermission(app.source, 71, true);
    expect(lacks(app, 71)).toBeUndefined();
  });
});
