import { describe, expect, test } from 'vitest';
import type { AskingWindow } from '../../../../main/app/ports.ts';
import { appRig, MAIN_STREET } from '../rig.ts';
import { WINDOW } from '../support.ts';

describe('open work orders', () => {
  test('come with store and due time, and stay for when there is no connection', async () => {
    const { send, sandbox } = await appRig();
    const { orders, whole } = await send('orders:refresh', null);
    expect(whole).toBe(true);
    expect(orders.find(({ workOrderId }) => workOrderId === MAIN_STREET)).toMatchObject({
      store: expect.stringContaining('Main Street'),
    });
    const overdue = orders.map(({ due }) => due?.over ?? false);
    expect(overdue).toEqual(overdue.toSorted((a, b) => Number(b) - Number(a)));
    await sandbox.close();
    expect((await send('orders:list', null)).orders).toEqual(orders);
  });

  test.each([
    ['Completed', 0],
    ['Incomplete', 1],
  ] as const)('checked out with %s, the order is there so often: %d', async (primaryStatus, times) => {
    const { send, checkIn, snapshot } = await appRig();
    await send('orders:refresh', null);
    await checkIn();
    const { current } = await snapshot();
    const choice = { primaryStatus, extendedStatus: '', resolution: '' };
    await send('visit:check-out', { visitId: current?.id ?? '', at: null, ...choice });
    const { orders } = await send('orders:list', null);
    expect(orders.filter(({ workOrderId }) => workOrderId === MAIN_STREET)).toHaveLength(times);
  });

  test('are nobody else’s', async () => {
    const { send } = await appRig();
    await send('orders:refresh', null);
    await send('session:sign-out', null);
    expect(await send('orders:list', null)).toMatchObject({ orders: [], readAt: null });
  });
});

describe('details and notes of an order', () => {
  test('are told whole', async () => {
    const { send } = await appRig();
    expect(await send('order:details', { workOrderId: MAIN_STREET })).toMatchObject({
      ok: true,
      value: { workOrderId: MAIN_STREET, address: expect.any(String) },
    });
  });

  test('a note is added once, the newest first', async () => {
    const { send } = await appRig();
    expect(
      await send('order:add-note', { workOrderId: MAIN_STREET, text: '  Key at the desk. ' }),
    ).toMatchObject({
      ok: true,
    });
    const notes = await send('order:notes', { workOrderId: MAIN_STREET, page: 1 });
    expect(notes.ok && notes.value.notes[0]).toMatchObject({ text: 'Key at the desk.', by: 'Dana Demo' });
  });

  test('a note whose answer was lost is looked for, not sent again', async () => {
    const { send, sandbox } = await appRig();
    sandbox.sandbox.addFault({ path: '/notes', method: 'POST', drop: true, record: 'before' });
    expect(await send('order:add-note', { workOrderId: MAIN_STREET, text: 'Back door.' })).toMatchObject({
      ok: true,
    });
    const posts = sandbox.sandbox.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/notes'),
    );
    expect(posts).toHaveLength(1);
  });

  test('an empty one is not sent', async () => {
    const { send } = await appRig();
    expect(await send('order:add-note', { workOrderId: MAIN_STREET, text: ' ' })).toEqual({
      ok: false,
      error: { code: 'note-empty' },
    });
  });

  test('its address goes to the system’s map, or to the clipboard where there is none', async () => {
    const { app, send, desktop } = await appRig();
    await send('order:details', { workOrderId: MAIN_STREET });
    const shown: string[] = [];
    const withMap: AskingWindow = { ...WINDOW, openMap: async (address) => shown.push(address) > 0 };
    expect(await app.handlers()['order:map']({ workOrderId: MAIN_STREET }, withMap)).toMatchObject({
      ok: true,
    });
    expect(shown).toEqual(['1 Main Street, Springfield IL']);
    expect(desktop.clipboard).toBe('');
    expect(await send('order:map', { workOrderId: MAIN_STREET })).toEqual({
      ok: false,
      error: { code: 'no-map' },
    });
    expect(desktop.clipboard).toBe('1 Main Street, Springfield IL');
  });

  test('the number goes to the clipboard', async () => {
    const { send, desktop } = await appRig();
    await send('order:copy', { workOrderId: MAIN_STREET });
    expect(desktop.clipboard).toBe(String(MAIN_STREET));
  });
});
