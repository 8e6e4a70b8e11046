import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appRig, MAIN_STREET } from './rig.ts';

const ORDERS = '/odata/workorders?';

/** Puts so many open orders of the demo user on the sandbox. */
function manyOrders({ sandbox }: Awaited<ReturnType<typeof appRig>>, count: number): void {
  const { workOrders } = sandbox.sandbox.state;
  const [plain] = workOrders;
  if (!plain) throw new Error('no order to copy');
  workOrders.splice(0);
  for (let id = 200_000_000; id < 200_000_000 + count; id++)
    workOrders.push({ ...plain, id, number: String(id), status: { primary: 'OPEN', extended: null } });
}

describe('open orders', () => {
  test('120 come from a server that gives 50 a page', async () => {
    const rig = await appRig();
    manyOrders(rig, 120);
    expect(await rig.send('orders:refresh', null)).toMatchObject({ whole: true, orders: { length: 120 } });
  });

  test('500 are all there', async () => {
    const rig = await appRig();
    manyOrders(rig, 500);
    expect(await rig.send('orders:refresh', null)).toMatchObject({ whole: true, orders: { length: 500 } });
  });

  test('a list that fails on page 3 shows what came, says that it is not all, and is read again', async () => {
    const rig = await appRig();
    manyOrders(rig, 120);
    rig.sandbox.sandbox.faults.add({ path: ORDERS, skip: 3, times: 1, answer: { status: 500 } });
    expect(await rig.send('orders:refresh', null)).toMatchObject({ whole: false, orders: { length: 100 } });
    rig.sandbox.sandbox.faults.clear();
    rig.system.pass(11 * 60_000);
    expect(await rig.send('orders:refresh', null)).toMatchObject({ whole: true, orders: { length: 120 } });
  });
});

test('a note of 10,000 characters arrives whole', async () => {
  const { send, sandbox } = await appRig();
  const text = `${'ä'.repeat(9_999)}!`;
  expect(await send('order:add-note', { workOrderId: MAIN_STREET, text })).toMatchObject({ ok: true });
  expect(sandbox.sandbox.state.notes.at(-1)?.text).toBe(text);
});

test('a note that ServiceChannel does not take is said in its words', async () => {
  const { send, sandbox } = await appRig();
  const answer = { status: 400, body: { ErrorCode: 503, ErrorMessage: 'Note is too long' } };
  sandbox.sandbox.faults.add({ method: 'POST', path: '/notes', answer });
  expect(await send('order:add-note', { workOrderId: MAIN_STREET, text: 'x'.repeat(10_000) })).toMatchObject({
    ok: false,
    error: { code: 'refused', problem: { message: 'Note is too long' } },
  });
});

test('a shortcut that another program holds is said, and the rest goes on', async () => {
  const { send, desktop, snapshot, checkIn } = await appRig({ workdays: [] });
  desktop.computer.othersHold.add('Alt+O');
  expect(await send('settings:set', { key: 'shortcut', value: 'Alt+O' })).toMatchObject({ ok: true });
  expect((await snapshot()).notices).toContainEqual({ code: 'shortcut-taken', shortcut: 'Alt+O' });
  expect(await checkIn()).toMatchObject({ ok: true });
});

test('a settings file that cannot be written is said, the choice holds for this run, and the rest goes on', async () => {
  const { send, snapshot, folder, checkIn } = await appRig({ workdays: [] });
  // A folder in its place cannot be replaced by a file, by root neither.
  rmSync(join(folder, 'settings.json'), { force: true });
  mkdirSync(join(folder, 'settings.json', 'in the way'), { recursive: true });
  await send('settings:set', { key: 'techsCount', value: 3 });
  const shown = await snapshot();
  expect(shown.settings.techsCount.value).toBe(3);
  expect(shown.notices.map(({ code }) => code)).toContain('settings-not-kept');
  expect(await checkIn()).toMatchObject({ ok: true });
});

test('an unknown language is refused beside its control, and the one in force stays', async () => {
  const { send, snapshot } = await appRig();
  const answer = await send('settings:set', { key: 'language', value: 'tlh' });
  expect(answer).toEqual({ ok: false, error: { code: 'setting', key: 'language' } });
  expect((await snapshot()).language).toBe('en');
});

describe('a policy that locks half of a pair', () => {
  test.each([
    ['idleMinutes', 'autoPauseMinutes', 45, 10],
    ['autoPauseMinutes', 'idleMinutes', 10, 45],
  ] as const)('%s is locked, %s is the technician’s', async (locked, own, value, chosen) => {
    const { send, snapshot } = await appRig({ [locked]: value });
    expect(await send('settings:set', { key: own, value: chosen })).toMatchObject({ ok: true });
    const { settings } = await snapshot();
    expect(settings[locked]).toEqual({ value, locked: true });
    expect(settings[own]).toEqual({ value: chosen, locked: false });
  });

  test('one host of the two locks the choice of environment', async () => {
    const { snapshot } = await appRig();
    expect((await snapshot()).connection.locked.environment).toBe(true);
  });
});
