import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app.ts';
import {
  checkIn,
  expectDelivery,
  expectState,
  isShown,
  killPage,
  pageOf,
  signIn,
  trayItemOf,
} from './drive.ts';
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

/** The page of the next window dies when it has come. */
const crashNext = (electron: ElectronApplication): Promise<void> =>
  inMain(electron, ({ app }) => {
    app.once('browser-window-created', (_event, window) => {
      window.webContents.once('dom-ready', () => window.webContents.forcefullyCrashRenderer());
      window.once('closed', () => Reflect.set(globalThis, 'isGone', true));
    });
  });

test('a popup whose page dies while the click waits for it comes in another window', async ({ start }) => {
  const { electron, pid } = await start();
  await trayItemOf(pid);
  await crashNext(electron);
  await clickTray(pid);
  await expect.poll(() => isShown(electron), { timeout: 20_000 }).toBe(true);
  const popup = await pageOf(electron, 'popup');
  await expect(popup.getByRole('textbox', { name: 'Username' })).toBeVisible();
});

test('a popup whose page dies while it is made ahead of a click comes at the click', async ({ start }) => {
  const first = await start();
  const popup = await first.open();
  await signIn(popup);
  await checkIn(popup, '107002896');
  await expectDelivery(popup, 'Everything recorded');
  await first.close();
  const { electron, pid } = await start();
  await crashNext(electron);
  const isGone = () => inMain(electron, () => Reflect.get(globalThis, 'isGone') === true);
  await expect.poll(isGone, { timeout: 20_000 }).toBe(true);
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
