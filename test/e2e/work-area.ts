import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectDelivery, expectState, pageOf, type RunningApp, signIn } from './drive.ts';
import { windowId } from './in-main.ts';
import { momentOf } from './moments.ts';
import { givePolicy } from './policy.ts';
import { power } from './power.ts';
import { onSite } from './remedies.ts';
import { type Region, regionOfWindow } from './screen.ts';
import { expectInSight } from './stillness.ts';
import { openTimesheet } from './timesheet.ts';
import { chooseFromTray } from './tray.ts';

const run = promisify(execFile);
const MAIN_STREET = 107002896;

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const numbersOf = (text: string): number[] => text.match(/\d+/g)?.map(Number) ?? [];

/** The part of the screen that the panel leaves to windows, in the screen's own pixels. */
async function workArea(): Promise<Region> {
  const { stdout } = await run('xprop', ['-root', '_NET_WORKAREA']);
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(stdout);
  return { x, y, width, height };
}

/** Where a window is, its frame and title bar included. */
async function regionWithFrame(app: RunningApp, page: Page): Promise<Region> {
  const { x, y, width, height } = await regionOfWindow(app, page);
  const id = String(await windowId(app.electron, page.url()));
  const { stdout } = await run('xprop', ['-id', id, '_NET_FRAME_EXTENTS']);
  const [left = 0, right = 0, top = 0, bottom = 0] = numbersOf(stdout.replace(/^.*=/, ''));
  return { x: x - left, y: y - top, width: width + left + right, height: height + top + bottom };
}

/** The window lies within what the panel leaves, and these of its buttons are in sight. */
async function expectFits(app: RunningApp, page: Page, ...names: string[]): Promise<void> {
  const area = await workArea();
  // The window manager places a window after it has been shown.
  const outside = async () => {
    const { x, y, width, height } = await regionWithFrame(app, page);
    const over = [area.x - x, area.y - y, x + width - area.x - area.width, y + height - area.y - area.height];
    return Math.max(...over) > 0 ? `${[x, y, width, height]} is not within ${Object.values(area)}` : '';
  };
  await expect.poll(outside).toBe('');
  for (const name of names) await expectInSight(button(page, name));
}

/** The tests of the windows on the desktop that a file names with `test.use({ desktopOptions })`. @param where names it */
export function testWindowsFit(where: string): void {
  for (const scale of [1.25, 1.5]) {
    test(`the popup fits in every view, and Settings and Timesheet, ${where}, scale ${scale}`, async ({
      start,
    }) => {
      const app = await start({ scale });
      const popup = await app.open();
      const delivery = popup.getByRole('status', { name: 'Delivery' });
      const fits = async (...names: string[]) => {
        await expectFits(app, popup, ...names, 'Show delivery');
        await expectInSight(delivery);
      };
      await button(popup, 'Connection').click();
      await fits('Sign in');
      await signIn(popup);
      await popup.getByRole('list', { name: 'Open work orders' }).waitFor();
      await fits('Check in', 'Drive to…', 'Earlier…');
      await expectInSight(popup.getByRole('combobox', { name: 'Work type' }));
      await button(popup, 'Earlier…').click();
      await fits('Check in', 'Drive to…', 'Earlier…');
      await button(popup, 'Earlier…').click();
      await onSite(popup, MAIN_STREET, 90);
      await expectDelivery(popup, 'Everything recorded');
      await fits('Pause', 'Check out…', 'Earlier…');
      await expectInSight(popup.getByRole('timer'));
      await button(popup, 'Wrong number…').click();
      await fits('Move', 'Back', 'Pause', 'Check out…');
      await button(popup, 'Back').click();
      await button(popup, 'Check out…').click();
      await fits('Back', 'Check out', 'Earlier…');
      await button(popup, 'Earlier…').click();
      await fits('Back', 'Check out', 'Earlier…');
      await expectInSight(popup.getByLabel('Left at'));
      await button(popup, 'Back').click();
      await button(popup, 'Details').click();
      await fits('Back', 'Open in ServiceChannel');
      await button(popup, 'Back').click();
      await button(popup, 'Pause').click();
      await expectState(popup, 'Paused');
      await fits('Resume', 'Finish…', 'Earlier…');
      await button(popup, 'Switch work order…').click();
      await fits('Check in', 'Drive to…', 'Earlier…', 'Back');
      await popup.getByRole('textbox', { name: 'Work order' }).fill('107003003');
      await button(popup, 'Check in').click();
      await popup.getByRole('alert').first().waitFor();
      await fits();
      await button(popup, 'Show delivery').click();
      await fits('Back');

      await chooseFromTray(app.pid, 'Settings');
      const settings = await pageOf(app.electron, 'settings');
      await expectFits(app, settings);
      await settings.close();
      await expectFits(app, await openTimesheet(app), 'Export CSV', 'Print', 'This week');
    });

    test(`the windows that ask fit with each of their forms, ${where}, scale ${scale}`, async ({
      start,
      folder,
      sandbox,
    }) => {
      const policy = givePolicy(folder, sandbox, { idleMinutes: 0.05, workdays: [] });
      const app = await start({ policy, scale });
      const popup = await app.open();
      await signIn(popup);
      await onSite(popup, MAIN_STREET, 15 * 60);
      const idle = await momentOf(app.electron, 'OnSite – Idle');
      await expectFits(app, idle, 'Keep working', 'Check out…', 'Don’t ask again for this visit');
      await button(idle, 'Check out…').click();
      await expectFits(app, idle, 'Back', 'Check out', 'Earlier…');
      await button(idle, 'Earlier…').click();
      await expectFits(app, idle, 'Back', 'Check out', 'Earlier…');
      await power(app.electron, 'resume');
      const forgotten = await momentOf(app.electron, 'OnSite – Forgotten check-out');
      await expectFits(app, forgotten, 'Check out then', 'I’m still on site');
      await chooseFromTray(app.pid, 'Quit');
      const quit = await momentOf(app.electron, 'OnSite – Quit');
      await expectFits(app, quit, 'Check out…', 'Pause', 'Quit and stay checked in', 'Don’t quit');
      await button(quit, 'Check out…').click();
      await expectFits(app, quit, 'Back', 'Check out', 'Earlier…');
    });
  }
}
