import { startSandbox } from '../sandbox/server.ts';
import { expect, keptTest, test } from './app.ts';
import { checkIn, expectState, openFromTray, signIn } from './drive.ts';

test('signing out on site with a report waiting asks; another user sees only that, and she comes back to it', async ({
  start,
  sandbox,
}) => {
  const app = await start();
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  const { port } = sandbox;
  await sandbox.close();
  await checkIn(popup, '107002896');
  await expectState(popup, 'On site');
  const settings = await openFromTray(app, 'Settings', 'settings');
  const signOut = settings.getByRole('button', { name: 'Sign out', exact: true });
  await signOut.click();
  await expect(settings.getByText('You are still checked in on 107002896')).toBeVisible();
  await expect(settings.getByRole('button', { name: 'Send now and sign out' })).toBeVisible();
  await settings.getByRole('button', { name: 'Stay' }).click();
  await signOut.click();
  await settings.getByRole('button', { name: 'Sign out, keep 1 here' }).click();
  await expect(popup.getByRole('textbox', { name: 'Username' })).toBeVisible();
  const back = await startSandbox({ port, config: { tokenIntervalSeconds: 0 } });
  await app.open();
  await signIn(popup, 'second', 'second');
  await expect(popup.getByText('demo is still checked in on this computer')).toBeVisible();
  await expect(popup.getByText('1 report of demo waits')).toBeVisible();
  // It is among the company's open orders; nothing of the visit there is shown.
  await expect(popup.getByRole('heading', { name: '107002896' })).toHaveCount(0);
  await expect(popup.getByRole('timer')).toHaveCount(0);
  await signOut.click();
  await expect(popup.getByRole('textbox', { name: 'Username' })).toBeVisible();
  expect(back.sandbox.state.activities).toEqual([]);
  await app.open();
  await signIn(popup);
  await expectState(popup, 'On site');
  await expect.poll(() => back.sandbox.state.activities.length).toBe(1);
  await back.close();
});

keptTest('what one technician has typed is not there for the next who signs in', async ({ app }) => {
  const popup = await app.open();
  await signIn(popup);
  const number = popup.getByRole('textbox', { name: 'Work order' });
  await number.fill('107002896');
  const settings = await openFromTray(app, 'Settings', 'settings');
  await settings.getByRole('button', { name: 'Sign out', exact: true }).click();
  await app.open();
  await signIn(popup, 'second', 'second');
  await expect(number).toHaveValue('');
});
