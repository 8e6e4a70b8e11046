import { execFileSync } from 'node:child_process';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { checkIn, expectDelivery, expectState, signIn } from './drive.ts';
import { inMain, windowId } from './in-main.ts';
import { momentOf } from './moments.ts';
import { chooseFromTray } from './tray.ts';

/** Begins to write down each size that a window takes, those that open later too. */
const watchSizes = (electron: ElectronApplication): Promise<void> =>
  inMain(electron, ({ app, BrowserWindow }) => {
    const sizes: { page: string; width: number }[] = [];
    Reflect.set(globalThis, 'sizesTaken', sizes);
    const watch = (window: Electron.BrowserWindow) =>
      window.on('resize', () => {
        sizes.push({ page: window.webContents.getURL(), width: window.getContentSize()[0] ?? 0 });
      });
    for (const window of BrowserWindow.getAllWindows()) watch(window);
    app.on('browser-window-created', (_, window) => watch(window));
  });

/** The widths that the windows of a page have taken since it was asked last, CSS px. */
const widthsTaken = (electron: ElectronApplication, page: string): Promise<number[]> =>
  inMain(
    electron,
    (_, name) => {
      const taken: { page: string; width: number }[] = Reflect.get(globalThis, 'sizesTaken').splice(0);
      return taken.filter((each) => each.page.includes(name)).map(({ width }) => width);
    },
    `/${page}/`,
  );

/** How wide a window is on the screen, device pixels. */
async function pixelsWide(electron: ElectronApplication, page: string): Promise<number> {
  const id = String(await windowId(electron, `/${page}/`));
  return Number(/Width: (\d+)/.exec(execFileSync('xwininfo', ['-id', id], { encoding: 'utf8' }))?.[1]);
}

/** A second and more of frames that are drawn. */
const sixtyFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        let left = 60;
        const next = () => (left-- > 0 ? requestAnimationFrame(next) : done());
        next();
      }),
  );

/** Read back in whole CSS px a width is up to 3 more than was set, while the desktop puts its frame around it. */
function expectWidth(widths: readonly number[], width: number): void {
  expect(widths.filter((each) => each < width || each > width + 3)).toEqual([]);
}

for (const scale of [1, 1.25, 1.5, 1.75, 2])
  test(`windows keep their widths and come to rest at a scale of ${scale}`, async ({ start }) => {
    const { electron, open, pid } = await start({ args: [`--force-device-scale-factor=${scale}`] });
    const popup = await open();
    expect(await popup.evaluate(() => devicePixelRatio)).toBe(scale);
    await watchSizes(electron);
    await signIn(popup);
    await popup.getByRole('textbox', { name: 'Work order' }).fill('107003021');
    await popup.getByText('walk-in cooler').first().waitFor();
    await checkIn(popup, '107002896');
    await expectState(popup, 'On site');
    await expectDelivery(popup, 'Everything recorded');
    await popup.getByRole('button', { name: 'Check out…' }).click();
    await popup.getByRole('button', { name: 'Back' }).click();
    await sixtyFrames(popup);
    const taken = await widthsTaken(electron, 'popup');
    expectWidth(taken, 360);
    expect(taken.length).toBeLessThan(10);
    await sixtyFrames(popup);
    expect(await widthsTaken(electron, 'popup')).toEqual([]);
    expect(await pixelsWide(electron, 'popup')).toBe(360 * scale);

    await chooseFromTray(pid, 'Quit');
    const quit = await momentOf(electron, 'OnSite – Quit');
    await quit.getByRole('button', { name: 'Check out…' }).click();
    await quit.getByRole('button', { name: 'Back' }).click();
    await sixtyFrames(quit);
    const asked = await widthsTaken(electron, 'prompts');
    expectWidth(asked, 400);
    expect(asked.length).toBeLessThan(10);
    await sixtyFrames(quit);
    expect(await widthsTaken(electron, 'prompts')).toEqual([]);
    expect(await pixelsWide(electron, 'prompts')).toBe(400 * scale);
  });
