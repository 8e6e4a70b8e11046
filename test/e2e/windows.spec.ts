import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app.ts';
import { checkIn, expectDelivery, expectState, isShown, killPage, pageOf, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { chooseFromTray, clickTray } from './tray.ts';

const windowsOf = (electron: ElectronApplication, name: string): Promise<number> =>
  inMain(
    electron,
    ({ BrowserWindow }, part) =>
      BrowserWindow.getAllWindows().filter(({ webContents }) => webContents.getURL().includes(`/${part}/`))
        .length,
    name,
  );

test('a popup whose page has died comes back at the next click, as things stand', async ({ start }) => {
  const { electron, pid, open } = await start();
  const popup = await open();
  await signIn(popup);
  await checkIn(popup, '107002896');
  await expectDelivery(popup, 'Everything recorded');
  await killPage(electron, 'popup');
  await expect.poll(() => windowsOf(electron, 'popup')).toBe(0);
  await clickTray(pid);
  await expect.poll(() => isShown(electron)).toBe(true);
  await expectState(await pageOf(electron, 'popup'), 'On site');
});

test('settings whose page has died open at the next click', async ({ start }) => {
  const { electron, pid, open } = await start();
  await open();
  await chooseFromTray(pid, 'Settings');
  await expect((await pageOf(electron, 'settings')).getByLabel('Language')).toBeVisible();
  await killPage(electron, 'settings');
  await expect.poll(() => windowsOf(electron, 'settings')).toBe(0);
  await chooseFromTray(pid, 'Settings');
  await expect((await pageOf(electron, 'settings')).getByLabel('Language')).toBeVisible();
});
