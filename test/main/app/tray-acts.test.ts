import { expect, test, vi } from 'vitest';
import { appRig } from './rig.ts';

test('what is chosen in the tray and cannot be kept is said in the popup and on the desktop, until it can', async () => {
  const { desktop, checkIn, core, storage, snapshot, shown } = await appRig();
  await checkIn();
  const visitId = core.mine[0]?.id ?? '';
  const pause = () => desktop.shell.trayAction.tell({ type: 'pause', visitId });
  const full = vi.spyOn(storage.visits, 'save').mockImplementation(() => {
    throw new Error('the disk is full');
  });
  pause();
  full.mockRestore();
  const popups = desktop.shell.popups;
  expect((await snapshot()).notices).toMatchObject([
    { code: 'tray-not-done', error: { code: 'not-kept', detail: 'the disk is full' } },
  ]);
  const said = desktop.said.find(({ title }) => title === 'Not done');
  said?.click();
  await shown();
  expect(desktop.shell.popups).toBe(popups + 1);
  pause();
  expect(await snapshot()).toMatchObject({ notices: [], current: { phase: 'paused' } });
});

test('a rule that forbids it is said too', async () => {
  const { desktop, snapshot } = await appRig();
  desktop.shell.trayAction.tell({ type: 'resume', visitId: 'gone' });
  expect((await snapshot()).notices).toMatchObject([
    { code: 'tray-not-done', error: { code: 'rule', fault: { reason: 'not-now' } } },
  ]);
});
