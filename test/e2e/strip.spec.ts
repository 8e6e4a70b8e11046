import { expect, keptTest, test } from './app.ts';
import { checkIn, expectState, pageOf, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { clickOn } from './keyboard-and-pointer.ts';
import { givePolicy } from './policy.ts';
import { expectRecorded } from './reports.ts';
import { chooseFromTray } from './tray.ts';

keptTest(
  'the strip shows number and time above all windows, pauses and resumes, and goes with the setting',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, '107002896');
    await expectState(popup, 'On site');
    await chooseFromTray(app.pid, 'Settings');
    const settings = await pageOf(app.electron, 'settings');
    await settings.locator('input[name="strip"]').check();
    const strip = await pageOf(app.electron, 'strip');
    await expect(strip).toHaveTitle('OnSite – Strip');
    await expect(strip.getByRole('heading', { name: '107002896' })).toBeVisible();
    await expect(strip.getByRole('timer')).toHaveText(/^0:00:\d\d$/);
    const isOnTop = () =>
      inMain(app.electron, ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some(
          (w) => w.webContents.getURL().includes('/strip/') && w.isAlwaysOnTop(),
        ),
      );
    expect(await isOnTop()).toBe(true);
    await strip.screenshot({ path: 'test-results/strip-on-site.png' });
    await clickOn(app, strip.getByRole('button', { name: 'Pause', exact: true }));
    await expect(strip.getByText('Paused', { exact: true })).toBeAttached();
    await expectRecorded(sandbox, 2);
    const resume = strip.getByRole('button', { name: 'Resume', exact: true });
    await expect(resume).not.toHaveAttribute('aria-disabled', /.*/);
    await strip.screenshot({ path: 'test-results/strip-paused.png' });
    await clickOn(app, resume);
    await expect(strip.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
    await expectRecorded(sandbox, 3);
    await settings.locator('select[name="theme"]').selectOption('dark');
    await expect
      .poll(() => strip.evaluate(() => getComputedStyle(document.body).backgroundColor))
      .toBe('rgb(27, 30, 34)');
    await strip.screenshot({ path: 'test-results/strip-dark.png' });
    await expect(popup.getByText(/Something went wrong/)).toHaveCount(0);
    const closed = strip.waitForEvent('close');
    await settings.locator('input[name="strip"]').uncheck();
    await closed;
  },
);

test('by a policy the strip is there with the check-in, and an order of lately is in the tray’s menu', async ({
  start,
  folder,
  sandbox,
}) => {
  const app = await start({ policy: givePolicy(folder, sandbox, { strip: true }) });
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107002896');
  const strip = await pageOf(app.electron, 'strip');
  await expect(strip.getByRole('timer')).toBeVisible();
  await expect(popup.getByText('Main Street store', { exact: true })).toBeVisible();
  await popup.getByRole('button', { name: 'Switch work order…' }).click();
  await checkIn(popup, '107002931');
  await expect(strip.getByRole('heading', { name: '107002931' })).toBeVisible();
  await chooseFromTray(app.pid, '107002896 · Main Street store');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('107002896');
});
