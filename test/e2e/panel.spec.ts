import { expect, keptTest, test } from './app.ts';
import { isShown, pageOf } from './drive.ts';
import { quitPanel, startPanel } from './panel.ts';
import { clickTray, trayItem } from './tray.ts';
import { expectIcon } from './tray-colours.ts';

test('a panel that comes after the app gets the icon; the window that opened meanwhile stays', async ({
  start,
}) => {
  await quitPanel();
  const app = await start();
  try {
    await expect.poll(() => isShown(app.electron), { timeout: 10_000 }).toBe(true);
    const popup = await pageOf(app.electron, 'popup');
    await popup.getByRole('textbox', { name: 'Username' }).fill('demo');
  } finally {
    await startPanel();
  }
  await expect.poll(() => trayItem(app.pid).catch(() => null)).not.toBeNull();
  await expectIcon(app.pid, 'light', 'off', false);
  const popup = await pageOf(app.electron, 'popup');
  await expect(popup.getByRole('textbox', { name: 'Username' })).toHaveValue('demo');
  await clickTray(app.pid);
  await expect(popup.getByRole('textbox', { name: 'Username' })).toHaveValue('demo');
  await popup.close();
  await expect.poll(() => isShown(app.electron)).toBe(false);
  await clickTray(app.pid);
  await expect.poll(() => isShown(app.electron)).toBe(true);
  // Playwright hears of a window a moment after the desktop shows it.
  await expect.poll(() => app.electron.windows().length).toBe(1);
});

keptTest('a panel that is started again gets the icon again', async ({ app }) => {
  await expect.poll(() => trayItem(app.pid)).not.toBeNull();
  await quitPanel();
  await startPanel();
  await expect.poll(() => trayItem(app.pid).catch(() => null)).not.toBeNull();
  await expectIcon(app.pid, 'light', 'off', false);
  await app.open();
});
