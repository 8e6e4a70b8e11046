import { expect, test } from 'vitest';
import { isFirstCheck } from '../../../main/app/first-check.ts';
import { appRig, until } from './rig.ts';

test('with a client from the policy nothing is shown', async () => {
  const { snapshot } = await appRig();
  expect((await snapshot()).firstCheck).toBe(false);
});

test('with a client of one’s own the check is shown until it was seen, once for each user', async () => {
  const { storage, core, send } = await appRig();
  const kept = { settings: { isLocked: () => false }, facts: storage.facts };
  const isShown = () => isFirstCheck(kept, core.session);
  expect(isShown()).toBe(true);
  await send('settings:first-check-seen', null);
  expect(isShown()).toBe(false);
});

test('each client is told by what it granted, refused, or is not known to do', async () => {
  const { send, checkIn, snapshot } = await appRig({ workdays: [] });
  const permissions = async () =>
    (await send('settings:check-connection', null)).filter(({ name }) => name === 'permission');
  expect(await permissions()).toEqual([{ name: 'permission', state: 'unknown', detail: '' }]);
  await send('work-order:look-up', { workOrder: '107002931' });
  expect(await permissions()).toEqual([
    { name: 'permission', state: 'unknown', detail: expect.stringContaining('Contoso') },
  ]);
  await checkIn('107002896');
  await until(async () => (await permissions()).some(({ state }) => state === 'ok'));
  await send('visit:pause', { visitId: (await snapshot()).current?.id ?? '', at: null });
  await checkIn('107003012');
  await until(async () => (await permissions()).some(({ state }) => state === 'missing'));
  expect((await permissions()).map(({ state }) => state)).toEqual(['ok', 'missing', 'unknown']);
});

test('the letter names the clients that refused', async () => {
  const { send, checkIn, desktop } = await appRig({ workdays: [] });
  await send('settings:copy-letter', null);
  expect(desktop.clipboard).toContain('Dear ServiceChannel administrator,');
  await checkIn('107003012');
  await until(async () => {
    await send('settings:copy-letter', null);
    return desktop.clipboard.includes('administrator of ');
  });
});
