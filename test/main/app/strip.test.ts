import { expect, test } from 'vitest';
import { SECOND } from '../../../main/visit/time.ts';
import { appRig } from './rig.ts';

test('there is no strip but where the setting asks for one', async () => {
  const { checkIn, shown, desktop } = await appRig({ workdays: [] });
  await checkIn();
  await shown();
  expect(desktop.strip.shown).toBeNull();
});

test('the strip comes and goes with the visit, and with the setting, at once', async () => {
  const { checkIn, shown, desktop, send, snapshot } = await appRig({ workdays: [] });
  await send('settings:set', { key: 'strip', value: true });
  await shown();
  expect(desktop.strip.shown).toBeNull();
  await checkIn();
  await shown();
  expect(desktop.strip.shown).toBe('first place');
  await send('settings:set', { key: 'strip', value: false });
  await shown();
  expect(desktop.strip.shown).toBeNull();
  await send('settings:set', { key: 'strip', value: true });
  const visitId = (await snapshot()).current?.id ?? '';
  await send('visit:pause', { visitId, at: null });
  await shown();
  expect(desktop.strip.shown).toBe('first place');
});

test('it comes back where it was put', async () => {
  const { checkIn, shown, desktop, send, system } = await appRig({ workdays: [] });
  await send('settings:set', { key: 'strip', value: true });
  await checkIn();
  await shown();
  for (const x of [10, 20, 30]) desktop.strip.moved.tell({ x, y: 40 });
  system.pass(SECOND);
  await send('settings:set', { key: 'strip', value: false });
  await shown();
  await send('settings:set', { key: 'strip', value: true });
  await shown();
  expect(desktop.strip.shown).toEqual({ x: 30, y: 40 });
});

test('an order of lately that is chosen in the tray’s menu is filled in, and nobody is checked in', async () => {
  const { desktop, snapshot, core, checkIn, shown, send } = await appRig({ workdays: [] });
  await checkIn('107002931');
  const visitId = (await snapshot()).current?.id ?? '';
  await send('visit:take-back', { visitId, note: '' });
  await shown();
  desktop.shell.trayAction.tell({ type: 'fill-in', workOrderId: 107002931 });
  expect(desktop.shell.popups).toBe(1);
  expect((await snapshot()).prefill).toMatchObject({ workOrder: '107002931' });
  expect(core.mine.flatMap(({ pairs }) => pairs)).toHaveLength(1);
});
