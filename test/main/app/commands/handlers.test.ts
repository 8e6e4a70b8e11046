import { expect, test } from 'vitest';
import { COMMANDS } from '../../../../preload/commands.ts';
import { appRig, MAIN_STREET, until } from '../rig.ts';

test('every command of the contract is answered', async () => {
  const { app } = await appRig();
  expect(Object.keys(app.handlers()).toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
});

test('a check-in has all that its end will ask for read, while there is a connection', async () => {
  const { checkIn, send, storage, core } = await appRig();
  await checkIn();
  const server = core.session.person?.apiUrl ?? '';
  await until(() => storage.workOrders.known(server, MAIN_STREET) !== null);
  const { current } = await send('app:snapshot', null);
  await until(async () => (await send('app:snapshot', null)).current?.workOrder?.store !== null);
  expect(current?.workOrderId).toBe(MAIN_STREET);
});

test('an error that a window did not expect is told by its place', async () => {
  const { send, windowErrors } = await appRig();
  await send('app:error', { where: 'popup.js:12' });
  expect(windowErrors).toEqual(['popup.js:12']);
});
