import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { test as base } from './app.ts';
import { checkIn, expectState, localMinute, signIn } from './drive.ts';
import { inMain } from './in-main.ts';

export const WORK_ORDER = '107002896';

/** The window that asks, by its title. */
export async function momentOf(
  electron: ElectronApplication,
  title: string,
  timeout = 15_000,
): Promise<Page> {
  let found: Page | undefined;
  const find = async () => {
    for (const page of electron.windows())
      if ((await page.title().catch(() => '')) === title) {
        found = page;
        return title;
      }
    return 'no such window';
  };
  await expect.poll(find, { timeout }).toBe(title);
  if (!found) throw new Error(`no window ${title}`);
  return found;
}

export const isAsked = (electron: ElectronApplication): Promise<boolean> =>
  inMain(electron, ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((w) => w.webContents.getURL().includes('/prompts/') && w.isVisible()),
  );

/** Nothing is asked any more. */
export const expectAnswered = (electron: ElectronApplication): Promise<void> =>
  expect.poll(() => isAsked(electron)).toBe(false);

/** Signs in and checks in. */
export async function beOnSite(popup: Page): Promise<void> {
  await signIn(popup);
  await checkIn(popup, WORK_ORDER);
  await expectState(popup, 'On site');
}

/** The same, with an arrival so many minutes ago; when that was, ms. */
export async function beOnSiteSince(popup: Page, minutes: number): Promise<number> {
  await signIn(popup);
  const since = Date.now() - minutes * 60_000;
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  await popup.getByLabel('Arrived at').fill(localMinute(since));
  await checkIn(popup, WORK_ORDER);
  await expectState(popup, 'On site');
  return since;
}

export const test = base;
export { expect } from '@playwright/test';
