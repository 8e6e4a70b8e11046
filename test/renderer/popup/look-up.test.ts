import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Result, WorkOrderView } from '../../../preload/contract.ts';
import { followNumber, found } from '../../../renderer/popup/look-up.ts';
import { changeCheckIn } from '../../../renderer/popup/view.ts';
import { workTypes } from '../../../renderer/popup/work-types.ts';
import { snapshot } from '../../../renderer/ui/snapshot.ts';
import { SNAPSHOT, WORK_ORDER } from './fixtures.ts';

type Answer = Result<WorkOrderView | null>;

/** Questions asked, each answered when the test says so. */
const asked: { readonly workOrder: string; readonly answer: (answer: Answer) => void }[] = [];
let stop = () => {};

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers();
  const send = (_: string, { workOrder }: { workOrder: string }) =>
    new Promise<Answer>((answer) => asked.push({ workOrder, answer }));
  vi.stubGlobal('window', { onsite: { send } });
  snapshot.value = SNAPSHOT;
  changeCheckIn({ workOrder: '' });
  stop = followNumber();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const type = (workOrder: string) => changeCheckIn({ workOrder });
const rest = () => vi.advanceTimersByTimeAsync(800);

async function answer(index: number, workOrder: WorkOrderView | null) {
  asked[index]?.answer({ ok: true, value: workOrder });
  await vi.advanceTimersByTimeAsync(0);
}

test('one question is asked when typing comes to rest', async () => {
  for (const text of ['1', '10', '107']) {
    type(text);
    await vi.advanceTimersByTimeAsync(799);
  }
  expect(asked).toHaveLength(0);
  await rest();
  expect(asked.map((each) => each.workOrder)).toEqual(['107']);
});

test('a number that may be whole is asked for after 250 ms, a shorter one after 800 ms', async () => {
  type('10700289');
  await vi.advanceTimersByTimeAsync(249);
  expect(asked).toHaveLength(0);
  type('107002896');
  await vi.advanceTimersByTimeAsync(249);
  expect(asked).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.map((each) => each.workOrder)).toEqual(['107002896']);
  type('1070028');
  await vi.advanceTimersByTimeAsync(799);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.map((each) => each.workOrder)).toEqual(['107002896', '1070028']);
});

test('what is no number is not asked for', async () => {
  type('abc');
  await rest();
  expect(asked).toHaveLength(0);
  expect(found.value).toEqual({ state: 'nothing' });
});

test('an answer for a number that is no longer there is not shown', async () => {
  type('107');
  await rest();
  type('1070');
  await rest();
  await answer(1, { ...WORK_ORDER, id: 1070 });
  await answer(0, { ...WORK_ORDER, id: 107 });
  expect(found.value).toMatchObject({ state: 'found', workOrder: { id: 1070 } });
});

test('details from before are there at once, and a failed look-up does not take them away', async () => {
  snapshot.value = {
    ...SNAPSHOT,
    recent: [{ workOrderId: 107002896, paused: false, workOrder: WORK_ORDER }],
  };
  type('107-002-896');
  expect(found.value).toEqual({ state: 'found', workOrder: WORK_ORDER });
  await rest();
  await answer(0, null);
  expect(found.value).toEqual({ state: 'found', workOrder: WORK_ORDER });
});

test('work types: the subscriber’s own beside repair, travel not among them', () => {
  const names = (types: ReturnType<typeof workTypes>) => types.map((each) => each.name);
  expect(names(workTypes({ state: 'found', workOrder: WORK_ORDER }, 1))).toEqual(['Repair', 'Inspection']);
  expect(names(workTypes({ state: 'nothing' }, 1))).toEqual(['Repair']);
  expect(names(workTypes({ state: 'nothing' }, 2))).toEqual(['Repair']);
  expect(names(workTypes({ state: 'unknown' }, 7))).toEqual(['Repair', 'Type 7']);
});

test.each([
  ['107002896', 'refused'],
  ['1070', 'error'],
])('a number that ServiceChannel does not show is warned of when it seems whole: %s', async (text, state) => {
  const problem = { reason: 'not-found', message: 'Not found', httpStatus: 400, codes: [] } as const;
  type(text);
  await rest();
  asked[0]?.answer({ ok: false, error: { code: 'refused', problem } });
  await vi.advanceTimersByTimeAsync(0);
  expect(found.value.state).toBe(state);
});
