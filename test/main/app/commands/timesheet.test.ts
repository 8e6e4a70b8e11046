import { expect, test, vi } from 'vitest';
import type { AskingWindow } from '../../../../main/app/ports.ts';
import { MINUTE } from '../../../../main/visit/time.ts';
import { appRig, MAIN_STREET, until } from '../rig.ts';
import { WINDOW } from '../support.ts';

/** An app with two hours of work on the main order, all of it recorded. */
async function worked() {
  const rig = await appRig();
  await rig.checkIn();
  rig.system.pass(120 * MINUTE);
  const { current } = await rig.snapshot();
  const choice = { primaryStatus: 'Completed', extendedStatus: '', resolution: 'Fixed' } as const;
  await rig.send('visit:check-out', { visitId: current?.id ?? '', at: null, ...choice });
  await until(async () => (await rig.snapshot()).delivery.kind === 'recorded');
  const handlers = rig.app.handlers();
  const window = (over: Partial<AskingWindow> = {}): AskingWindow => ({ ...WINDOW, ...over });
  return { ...rig, handlers, window };
}

test('a week is exported under the name of its Monday, and the window says where it is', async () => {
  const { handlers, window, system } = await worked();
  const saveFile = vi.fn(async (name: string) => ({ path: `/home/me/${name}`, fault: null }));
  const saved = await handlers['timesheet:export']({ at: system.now() }, window({ saveFile }));
  expect(saved).toEqual({ ok: true, value: '/home/me/OnSite 2026-11-23.csv' });
  expect(saveFile).toHaveBeenCalledWith(
    'OnSite 2026-11-23.csv',
    expect.stringContaining(String(MAIN_STREET)),
  );
});

test('called off it says nothing; a file that cannot be written is said', async () => {
  const { handlers, window, system } = await worked();
  const at = { at: system.now() };
  expect(await handlers['timesheet:export'](at, window())).toEqual({ ok: true, value: null });
  const fault = { code: 'full' } as const;
  const saveFile = async () => ({ path: '/stick/week.csv', fault });
  expect(await handlers['timesheet:export'](at, window({ saveFile }))).toEqual({
    ok: false,
    error: { code: 'file', path: '/stick/week.csv', fault },
  });
});

test('invoice lines are copied as text, or as CSV', async () => {
  const { send, desktop, system } = await worked();
  await send('timesheet:copy-lines', { at: system.now(), as: 'csv' });
  expect(desktop.clipboard).toContain(`${MAIN_STREET},2.00,2.00,0.00,onsite`);
  await send('timesheet:copy-lines', { at: system.now(), as: 'text' });
  expect(desktop.clipboard).toContain(String(MAIN_STREET));
  expect(desktop.clipboard).not.toContain('labor_hours');
});

test('a visit is not added with a number or technicians that are none', async () => {
  const { send, system } = await worked();
  const now = system.now();
  const visit = {
    workOrder: String(MAIN_STREET),
    technicians: '1',
    workTypeId: 1,
    from: now - 5 * 60 * MINUTE,
    until: now - 4 * 60 * MINUTE,
    primaryStatus: 'NoStatusChange',
    extendedStatus: '',
    resolution: '',
  } as const;
  const add = (over: object) => send('timesheet:add-visit', { ...visit, ...over });
  expect(await add({ workOrder: 'oak' })).toMatchObject({ error: { code: 'work-order' } });
  expect(await add({ technicians: '0' })).toMatchObject({ error: { code: 'technicians' } });
});

test('comparing while signed out says so', async () => {
  const { send, system, core } = await appRig();
  await core.session.signOut();
  expect(await send('timesheet:compare', { at: system.now() })).toMatchObject({
    error: { code: 'signed-out' },
  });
});

test('the window that asks is printed', async () => {
  const { handlers, window } = await worked();
  const print = vi.fn();
  await handlers['timesheet:print'](null, window({ print }));
  expect(print).toHaveBeenCalledOnce();
});
