import { expect, test } from './app.ts';
import { expectClean } from './clean.ts';
import { checkIn, chooseStatus, expectState, pageOf, signIn } from './drive.ts';
import { beOnSite, beOnSiteSince, momentOf, power } from './moments.ts';
import { givePolicy } from './policy.ts';
import { chooseFromTray } from './tray.ts';

test('axe finds nothing in any state of the popup', async ({ start }) => {
  test.setTimeout(180_000);
  const app = await start();
  const popup = await app.open();
  await expectClean(popup, 'signed out');
  await signIn(popup, 'demo', 'wrong');
  await expect(popup.getByRole('alert')).toBeVisible();
  await expectClean(popup, 'wrong password');
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107003021');
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  await expect(popup.getByLabel('Arrived at')).toBeVisible();
  await expectClean(popup, 'work order found');
  await checkIn(popup, 'abc');
  await expectClean(popup, 'field error');
  await checkIn(popup, '107003001');
  const refused = popup.getByRole('alert').filter({ hasText: '107003001' });
  await refused.getByRole('button', { name: 'Don’t report this…' }).click();
  await expectClean(popup, 'refused');
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002896');
  await popup.getByRole('button', { name: 'Drive to…' }).click();
  await expectState(popup, 'Travelling');
  await expectClean(popup, 'travelling');
  await popup.getByRole('button', { name: 'Arrived' }).click();
  await expectState(popup, 'On site');
  await popup.getByRole('button', { name: /Change crew…/ }).click();
  await expectClean(popup, 'on site');
  await popup.getByRole('button', { name: 'Check out…' }).click();
  await chooseStatus(popup, 'Parts on order');
  await expectClean(popup, 'checking out');
  await popup.getByRole('button', { name: 'Back' }).click();
  await popup.getByRole('button', { name: 'Switch work order…' }).click();
  await checkIn(popup, '107002931');
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await expectState(popup, 'Paused');
  await expectClean(popup, 'paused, and another');
  await popup.getByRole('button', { name: 'Finish…' }).click();
  await expectClean(popup, 'finishing');
  await popup.getByRole('button', { name: 'Back' }).click();
  await popup.getByRole('button', { name: 'Show delivery' }).click();
  await expectClean(popup, 'delivery');
  await chooseFromTray(app.pid, 'Settings');
  await expect.poll(() => app.electron.windows().length).toBe(2);
  const settings = await pageOf(app.electron, 'settings');
  await expect(settings.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expectClean(settings, 'settings');
});

test('axe finds nothing in the windows that ask by themselves', async ({ start, folder, sandbox }) => {
  test.setTimeout(180_000);
  const app = await start({
    policy: givePolicy(folder, sandbox, { idleMinutes: 0.05, workdays: [] }),
  });
  const popup = await app.open();
  await beOnSiteSince(popup, 15 * 60);
  const idle = await momentOf(app.electron, 'OnSite – Idle');
  await expectClean(idle, 'away');
  await idle.getByRole('button', { name: 'Check out…' }).click();
  await expectClean(idle, 'checking out');
  await power(app.electron, 'resume');
  const forgotten = await momentOf(app.electron, 'OnSite – Forgotten check-out');
  await expectClean(forgotten, 'forgotten');
  await chooseFromTray(app.pid, 'Quit');
  await expectClean(await momentOf(app.electron, 'OnSite – Quit'), 'quit');
});

test('axe finds nothing where somebody is back, nor in the record of Settings', async ({
  start,
  folder,
  sandbox,
}) => {
  const app = await start({ policy: givePolicy(folder, sandbox, { idleMinutes: 0.05, workdays: [] }) });
  await beOnSite(await app.open());
  const idle = await momentOf(app.electron, 'OnSite – Idle');
  await power(app.electron, 'resume');
  await idle.getByRole('button', { name: 'I had a break' }).click();
  await expectClean(idle, 'break');
  await chooseFromTray(app.pid, 'Settings');
  const settings = await pageOf(app.electron, 'settings');
  await expect(settings.getByText(/Sound, checked at/)).toBeVisible();
  await expectClean(settings, 'settings');
});
