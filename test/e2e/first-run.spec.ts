import { DEMO_CLIENT } from '../sandbox/data-users.ts';
import { policyFor, writePolicy } from '../sandbox/policy.ts';
import { expect, test } from './app.ts';
import { pageOf } from './drive.ts';
import { inMain } from './in-main.ts';
import { chooseFromTray } from './tray.ts';

test('first run with a client of one’s own: sign in, the form at once, and the check beside it', async ({
  start,
  folder,
  sandbox,
}) => {
  const { apiUrl, loginUrl } = policyFor(sandbox);
  const app = await start({ policy: writePolicy(folder, { apiUrl, loginUrl }) });
  const popup = await app.open();
  await popup.getByRole('textbox', { name: 'Username' }).fill('demo');
  await popup.getByLabel('Password').fill('demo');
  await popup.getByRole('textbox', { name: 'Client ID' }).fill(DEMO_CLIENT.id);
  await popup.getByLabel('Client secret').fill(DEMO_CLIENT.secret);
  // The check asks who is signed in, and its answer does not come.
  sandbox.sandbox.faults.add({ path: '/users/current/profile', times: 5, skip: 1, delayMs: 60_000 });
  await popup.screenshot({ path: 'test-results/first-run-sign-in.png' });
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeFocused();
  await expect(popup.getByText('Checking the connection…')).toBeAttached();
  sandbox.sandbox.faults.clear();
});

test('the check says in words what works, with a letter for what may be missing, and is not shown again', async ({
  start,
  folder,
  sandbox,
}) => {
  const { apiUrl, loginUrl } = policyFor(sandbox);
  const app = await start({ policy: writePolicy(folder, { apiUrl, loginUrl }) });
  const popup = await app.open();
  await popup.getByRole('textbox', { name: 'Username' }).fill('demo');
  await popup.getByLabel('Password').fill('demo');
  await popup.getByRole('textbox', { name: 'Client ID' }).fill(DEMO_CLIENT.id);
  await popup.getByLabel('Client secret').fill(DEMO_CLIENT.secret);
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await popup.getByRole('button', { name: 'Show the checks' }).click();
  await expect(popup.getByText('ServiceChannel knows your client.')).toBeVisible();
  await expect(popup.getByText(/among your user’s permissions/)).toBeVisible();
  await popup.screenshot({ path: 'test-results/first-run-check.png' });
  await popup.getByRole('button', { name: 'Copy a letter to the client' }).click();
  await expect(popup.getByText(/^Copied\. Send it/)).toBeVisible();
  const letter = await inMain(app.electron, ({ clipboard }) => clipboard.readText());
  expect(letter).toContain('XML check-in/out');
  await popup.getByRole('button', { name: 'All right' }).click();
  await expect(popup.getByText(/The connection was checked/)).toHaveCount(0);
  await chooseFromTray(app.pid, 'Settings');
  const settings = await pageOf(app.electron, 'settings');
  await settings.getByRole('button', { name: 'Check connection' }).click();
  await expect(settings.getByText('ServiceChannel knows your client.')).toBeVisible();
  await settings.screenshot({ path: 'test-results/check-connection.png' });
});
