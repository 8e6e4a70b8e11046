import { describe, expect, test } from 'vitest';
import { readingHandlers } from '../../../../main/app/commands/reading.ts';
import type { Client, StatusOption } from '../../../../main/servicechannel/client.ts';
import { NO_NEEDS } from '../../../../main/servicechannel/statuses.ts';
import { CodeLists } from '../../../../main/storage/code-lists.ts';
import { StoredFacts } from '../../../../main/storage/facts.ts';
import { WorkOrders } from '../../../../main/storage/work-orders.ts';
import { fakeClient, OFFLINE, workOrder } from '../../fake-client.ts';
import { dataFolder, NOW, open } from '../../storage/support.ts';
import { Day, SERVER, USER } from '../../visit/support.ts';
import { WINDOW } from '../support.ts';

const REFUSAL = { reason: 'not-found', message: 'Not found', httpStatus: 400, codes: ['502'] } as const;

function rig(answers: Partial<Client> | null, day = new Day()) {
  let news = 0;
  const beside: number[] = [];
  let now = NOW;
  const given = { current: answers };
  const { db } = open(dataFolder());
  const handlers = readingHandlers({
    workOrders: new WorkOrders(db, new StoredFacts(db), () => now),
    codeLists: new CodeLists(new StoredFacts(db), () => now),
    sender: () =>
      given.current && {
        userId: USER,
        authUserId: null,
        userNames: ['tech'],
        server: SERVER,
        client: fakeClient({ workTypes: async () => ({ kind: 'ok', value: [] }), ...given.current }),
        ready: async () => null,
      },
    visits: () => day.mine,
    tries: (reportId) => [{ at: NOW, what: { code: 'text', text: reportId } }],
    blockers: () => ({
      signedIn: given.current !== null,
      offline: false,
      between: false,
      rush: false,
      isUndoable: () => false,
    }),
    check: async () => ({ fault: null, checkedAt: 0, copyAt: null, waiting: 0, undecided: 0 }),
    onLookUp: (workOrderId) => void beside.push(workOrderId),
    onNews: () => {
      news += 1;
    },
  });
  return {
    handlers,
    lookUp: (text: string) => handlers['work-order:look-up']({ workOrder: text }, WINDOW),
    news: () => news,
    beside,
    /** ServiceChannel answers otherwise from then on. */
    anHourLater: (next: Partial<Client> | null) => {
      now += 3600_000;
      given.current = next;
    },
  };
}

const FOUND: Partial<Client> = { workOrder: async (id) => ({ kind: 'ok', value: workOrder(id) }) };

describe('a look-up', () => {
  test('tells what ServiceChannel knows of a number, and that there is news', async () => {
    const { lookUp, news } = rig(FOUND);
    expect(await lookUp(' WO 71')).toMatchObject({ ok: true, value: { id: 71, store: 'Store 12' } });
    expect(news()).toBe(1);
  });

  test('reads what the order holds beside it, of every number that is one', async () => {
    const { lookUp, beside } = rig(FOUND);
    for (const text of ['71', 'x', '71', '72']) await lookUp(text);
    expect(beside).toEqual([71, 71, 72]);
  });

  test('of no number asks nobody', async () => {
    const { lookUp } = rig({});
    expect(await lookUp('7a')).toEqual({ ok: false, error: { code: 'work-order', fault: 'not-digits' } });
  });

  test('is nothing while nobody is signed in', async () => {
    expect(await rig(null).lookUp('71')).toEqual({ ok: true, value: null });
  });

  test('says what is refused', async () => {
    const { lookUp } = rig({ workOrder: async () => ({ kind: 'refused', refusal: REFUSAL }) });
    expect(await lookUp('71')).toEqual({ ok: false, error: { code: 'refused', problem: REFUSAL } });
  });

  test('without a network is what was known before, or nothing', async () => {
    const { lookUp, anHourLater } = rig(FOUND);
    await lookUp('71');
    anHourLater({ workOrder: async () => OFFLINE });
    expect(await lookUp('71')).toMatchObject({ ok: true, value: { id: 71 } });
    expect(await lookUp('72')).toEqual({ ok: true, value: null });
  });
});

describe('the statuses of a work order', () => {
  const option = (name: string, ...extended: string[]): StatusOption => ({
    name,
    needs: NO_NEEDS,
    extended: extended.map((each) => ({ name: each, needs: NO_NEEDS })),
  });
  const ask = async (answers: Partial<Client> | null) => {
    const answer = await rig(answers).handlers['work-order:statuses']({ workOrderId: 71 }, WINDOW);
    if (!answer.ok) throw new Error('refused');
    return Object.entries(answer.value).map(
      ([status, { extended }]) => `${status}: ${extended.map(({ name }) => name).join()}`,
    );
  };
  const listing = (...value: StatusOption[]): Partial<Client> => ({
    statuses: async () => ({ kind: 'ok', value }),
  });

  test.each(['In Progress', 'IN PROGRESS', 'InProgress'])(
    'are those of Completed and of %s',
    async (name) => {
      const list = listing(option('COMPLETED', 'PENDING CONFIRMATION'), option(name, 'PARTS ON ORDER'));
      expect(await ask(list)).toEqual([
        'Completed: PENDING CONFIRMATION',
        ...['Incomplete', 'PartsOnOrder', 'WaitingForQuote', 'InProgress'].map(
          (each) => `${each}: PARTS ON ORDER`,
        ),
      ]);
    },
  );

  test('are none where none are known', async () => {
    for (const answers of [null, { statuses: async () => OFFLINE }, listing()])
      expect(await ask(answers)).toContain('Completed: ');
  });
});

describe('the delivery list', () => {
  test('has the newest report first, with what was tried for it', async () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    const rows = await rig(null, day).handlers['delivery:list'](null, WINDOW);
    expect(rows.map(({ workOrderId, kind, pause }) => [workOrderId, kind, pause])).toEqual([
      [7, 'check-out', true],
      [7, 'check-in', false],
    ]);
    for (const { reportId, lines } of rows)
      expect(lines).toEqual([{ at: NOW, what: { code: 'text', text: reportId }, times: 1, lastAt: NOW }]);
  });

  test('has the last 50', async () => {
    const day = new Day();
    for (let n = 1; n <= 30; n += 1) day.checkIn(n);
    const rows = await rig(null, day).handlers['delivery:list'](null, WINDOW);
    expect(rows).toHaveLength(50);
    expect(rows[0]?.workOrderId).toBe(30);
  });
});
