import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import type { CodeOption } from '../../../main/servicechannel/codes.ts';
import { CodeLists } from '../../../main/storage/code-lists.ts';
import { StoredFacts } from '../../../main/storage/facts.ts';
import { DAY } from '../../../main/visit/time.ts';
import { fakeClient, OFFLINE, workOrder } from '../fake-client.ts';
import { SERVER } from '../visit/support.ts';
import { dataFolder, NOW, open } from './support.ts';

const ORDER = workOrder(7, {
  subscriberId: 3,
  tradeId: 21,
  trade: 'HVAC',
  categoryId: 4,
  category: 'REPAIR',
});
const option = (id: number): CodeOption => ({ id, name: `Code ${id}`, hasText: false, assetCategoryIds: [] });
const NOT_THERE: Answer<never> = {
  kind: 'refused',
  refusal: { reason: 'unknown', message: '', httpStatus: 404, codes: [] },
};
const A_PAGE_OF_HTML: Answer<never> = { kind: 'unknown', why: 'not-servicechannel', detail: 'text/html' };

/** The lists of a client, of which the answers can be changed. */
function rig() {
  const asked: string[] = [];
  let now = NOW;
  let answers: (page: number) => Answer<CodeOption[]> = () => ({ kind: 'ok', value: [option(1)] });
  const client = fakeClient({
    codes: async ({ subscriberId, trade, category }, page) => {
      asked.push(`${subscriberId} ${trade.id} ${category.id} page ${page}`);
      return answers(page);
    },
    rootCauses: async () => ({ kind: 'ok', value: [option(50)] }),
  });
  const { db } = open(dataFolder());
  return {
    asked,
    lists: new CodeLists(new StoredFacts(db), () => now),
    source: { server: SERVER, client },
    answer: (next: typeof answers) => {
      answers = next;
    },
    later: (ms: number) => {
      now += ms;
    },
  };
}

const LISTS = { assetCategories: [], codes: [option(1)], rootCauses: [option(50)] };

describe('the codes of a client', () => {
  test('are read once a day, and offer the last ones without a network', async () => {
    const { lists, source, asked, later, answer } = rig();
    expect(lists.known(SERVER, ORDER)).toBeNull();
    expect(await lists.learn(source, ORDER)).toEqual(LISTS);
    await lists.learn(source, ORDER);
    expect(asked).toHaveLength(1);
    later(DAY);
    answer(() => OFFLINE);
    expect(await lists.learn(source, ORDER)).toMatchObject(LISTS);
    expect(lists.known(SERVER, ORDER)).toMatchObject(LISTS);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['client', { subscriberId: 4 }],
    ['trade', { tradeId: 22 }],
    ['category', { categoryId: 5 }],
  ])('are another list for another %s', async (_name, over) => {
    const { lists, source, answer } = rig();
    await lists.learn(source, ORDER);
    const other = { ...ORDER, ...over };
    expect(lists.known(SERVER, other)).toBeNull();
    expect(lists.known('https://other.example/v3', ORDER)).toBeNull();
    answer(() => ({ kind: 'ok', value: [option(2)] }));
    expect(await lists.learn(source, other)).toMatchObject({ codes: [option(2)] });
    expect(lists.known(SERVER, ORDER)).toMatchObject(LISTS);
  });

  test('are the same for another place and another number', async () => {
    const { lists, source } = rig();
    await lists.learn(source, ORDER);
    expect(lists.known(SERVER, workOrder(8, { ...ORDER, locationId: 99 }))).toMatchObject(LISTS);
  });

  test('are read to the last page, and a server that gives the first page for every page ends it', async () => {
    const { lists, source, asked, answer } = rig();
    const all = Array.from({ length: 23 }, (_, id) => option(id));
    answer((page) => ({ kind: 'ok', value: all.slice((page - 1) * 10, page * 10) }));
    expect((await lists.learn(source, ORDER))?.codes).toEqual(all);
    expect(asked).toHaveLength(3);
    answer(() => ({ kind: 'ok', value: all }));
    expect((await lists.learn(source, { ...ORDER, tradeId: 22 }))?.codes).toEqual(all);
    expect(asked).toHaveLength(5);
  });

  test('are none where ServiceChannel has no such list, and not known where a web page answers instead', async () => {
    const { lists, source, answer } = rig();
    answer(() => A_PAGE_OF_HTML);
    expect(await lists.learn(source, ORDER)).toBeNull();
    answer(() => NOT_THERE);
    expect(await lists.learn(source, ORDER)).toEqual({ assetCategories: [], codes: [], rootCauses: [] });
  });

  test('are none for an order of which no client is known', async () => {
    const { lists, source, asked } = rig();
    expect(await lists.learn(source, { ...ORDER, subscriberId: null })).toBeNull();
    expect(asked).toEqual([]);
  });
});
