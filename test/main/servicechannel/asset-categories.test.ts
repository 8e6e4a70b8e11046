import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../../main/servicechannel/client.ts';
import { readCodes } from '../../../main/servicechannel/codes.ts';
import { Secrets } from '../../../main/servicechannel/secrets.ts';
import { readWorkOrder } from '../../../main/servicechannel/work-order.ts';
import { CodeLists } from '../../../main/storage/code-lists.ts';
import { StoredFacts } from '../../../main/storage/facts.ts';
import { DEMO_CLIENT, DEMO_USER } from '../../sandbox/data-users.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { dataFolder, open } from '../storage/support.ts';
import { certain } from '../visit/support.ts';
import { authorizer, NOW, openPacer } from './support.ts';

const HAS_CODES = 107_003_026;
const FRIDGE = 31;
const OVEN = 32;

/** The client on the sandbox, where the order has a fridge and an oven. @param access whether this user has asset categories */
async function connect(access: boolean) {
  const running = await startSandbox({ now: () => NOW });
  onTestFinished(running.close);
  const { state } = running.sandbox;
  state.accessTokens.set('first-token', {
    userId: DEMO_USER.id,
    clientId: DEMO_CLIENT.id,
    expiresAt: Number.POSITIVE_INFINITY,
  });
  const order = certain(state.workOrders.find(({ id }) => id === HAS_CODES));
  order.assets = [
    { type: 'Walk-in cooler', groupId: FRIDGE },
    { type: 'Reach-in cooler', groupId: FRIDGE },
    { type: 'Oven', groupId: OVEN },
  ];
  certain(state.users.find(({ id }) => id === DEMO_USER.id)).hasAssetCategories = access;
  const client = createClient({
    transport: { read: fetch, write: fetch, beforeWrite: async () => {} },
    pacer: openPacer(),
    secrets: new Secrets(),
    timeoutSeconds: () => 10,
    now: () => NOW,
    stamp: () => NOW,
    apiUrl: running.apiUrl,
    authorizer: authorizer(),
    onServerDate: () => {},
  });
  const answer = await client.workOrder(HAS_CODES);
  if (answer.kind !== 'ok') throw new Error('The order was not read');
  const lists = new CodeLists(new StoredFacts(open(dataFolder()).db), () => NOW);
  const source = { server: running.apiUrl, client };
  return { client, order, lists, source, read: answer.value };
}

describe('codes where an order has asset categories', () => {
  test('are chosen and sent for each of them by a user who has access to them', async () => {
    const { client, order, lists, source, read } = await connect(true);
    expect(read.assetCategories).toEqual([
      { id: FRIDGE, name: 'Walk-in cooler' },
      { id: OVEN, name: 'Oven' },
    ]);
    const known = certain(await lists.learn(source, read));
    expect(known.assetCategories).toEqual(read.assetCategories);
    expect(known.codes[0]?.assetCategoryIds).toEqual([FRIDGE, OVEN]);
    const codes = [
      { id: 4001, text: null, assetCategoryId: FRIDGE },
      { id: 4012, text: 'New drain', assetCategoryId: OVEN },
    ];
    const causes = [FRIDGE, OVEN].map((assetCategoryId) => ({ id: 5001, text: null, assetCategoryId }));
    expect(await client.setCodes(HAS_CODES, codes)).toMatchObject({ kind: 'ok' });
    expect(await client.setRootCauses(HAS_CODES, causes)).toMatchObject({ kind: 'ok' });
    expect(order.held.codes).toEqual([
      { key: 4001, text: '', assetCategoryId: FRIDGE },
      { key: 4012, text: 'New drain', assetCategoryId: OVEN },
    ]);
    expect(await client.codesHeld(HAS_CODES)).toEqual({ kind: 'ok', value: { codes, rootCauses: causes } });
  });

  test.each([
    ['codes', [{ id: 4001, text: null, assetCategoryId: FRIDGE }]],
    ['codes', [{ id: 4001, text: null }]],
  ] as const)(
    'are refused as %s without one for each, which is corrected like any code',
    async (_, codes) => {
      const { client } = await connect(true);
      const refusal = { reason: 'codes', codes: ['4122'] };
      expect(await client.setCodes(HAS_CODES, codes)).toMatchObject({ kind: 'refused', refusal });
    },
  );

  test('are the order’s for a user without access, who is refused the others', async () => {
    const { client, order, lists, source, read } = await connect(false);
    const known = certain(await lists.learn(source, read));
    expect(known.assetCategories).toEqual([]);
    expect(known.codes).toHaveLength(12);
    expect(await client.setCodes(HAS_CODES, [{ id: 4001, text: null }])).toMatchObject({ kind: 'ok' });
    expect(await client.setRootCauses(HAS_CODES, [{ id: 5001, text: null }])).toMatchObject({ kind: 'ok' });
    expect(order.held.codes).toEqual([{ key: 4001, text: '' }]);
  });

  test('are of the trade and the category of the order: another category has others', async () => {
    const { lists, source, read } = await connect(false);
    const capex = { ...read, category: 'CAPEX', categoryId: 1 };
    expect(await lists.learn(source, capex)).toEqual({ assetCategories: [], codes: [], rootCauses: [] });
  });

  test('what says nothing of an asset’s category, or something else, is no category', () => {
    const Assets = [{ Type: 'Oven' }, { AssetTypeGroupId: 0 }, null, 'Oven', { AssetTypeGroupId: '7' }];
    expect(readWorkOrder({ Id: 5, Asset: null, Assets })?.assetCategories).toEqual([{ id: 7, name: '7' }]);
    expect(readWorkOrder({ Id: 5, Assets: 'none' })?.assetCategories).toEqual([]);
    expect(readCodes([{ Key: 1, AssetCategoryIds: 'all' }])?.[0]?.assetCategoryIds).toEqual([]);
  });
});
