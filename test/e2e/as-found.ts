import { isDeepStrictEqual } from 'node:util';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Snapshot } from '../../preload/contract.ts';
import { chooseSettings } from './choose-settings.ts';
import { inMain } from './in-main.ts';
import { OF_TESTS } from './policy.ts';
import { power } from './power.ts';

/** The picture that a popup is shown, but for the server’s address. */
export type Picture = Omit<Snapshot, 'settings'> & {
  readonly settings: Omit<Snapshot['settings'], 'apiUrl'>;
};

export async function pictureOf(popup: Page): Promise<Picture> {
  const shown = await popup.evaluate(() => window.onsite.send('app:snapshot', null));
  const { apiUrl: _, ...settings } = shown.settings;
  return { ...shown, settings };
}

/** Forgets what a test has chosen. */
async function forgetChoices(popup: Page, asFound: Picture): Promise<void> {
  if (isDeepStrictEqual((await pictureOf(popup)).settings, asFound.settings)) return;
  await popup.evaluate(() => window.onsite.send('settings:restore-defaults', null));
  await chooseSettings(popup, OF_TESTS);
}

/** Nothing waits any more to be taken back, nor until a connection is tried again. */
async function sendAll(electron: ElectronApplication): Promise<void> {
  await power(electron, 'lock-screen');
  await power(electron, 'unlock-screen');
}

/**
 * Gives up what was refused, and ends each visit without a status: what is given up may bring a visit back.
 * @returns whether signing out would leave nothing here
 */
const endVisits = (popup: Page): Promise<boolean> =>
  popup.evaluate(async () => {
    const { onsite } = window;
    const { problems } = await onsite.send('app:snapshot', null);
    for (const { reportId } of problems) await onsite.send('report:discard', { reportId });
    const { current, paused } = await onsite.send('app:snapshot', null);
    const none = { primaryStatus: 'NoStatusChange', extendedStatus: '', resolution: '' } as const;
    for (const { id: visitId, phase } of [...(current ? [current] : []), ...paused])
      if (phase === 'paused') await onsite.send('visit:finish', { visitId, ...none });
      else if (!(await onsite.send('visit:check-out', { visitId, at: null, ...none })).ok)
        await onsite.send('visit:take-back', { visitId, note: 'The test is over.' });
    return (await onsite.send('app:snapshot', null)).signOut === null;
  });

/** The clipboard is emptied, and every window but the popup closes, as by its own button. */
const tidyUp = (electron: ElectronApplication): Promise<void> =>
  inMain(electron, ({ BrowserWindow, clipboard }) => {
    clipboard.clear();
    for (const window of BrowserWindow.getAllWindows())
      if (!window.webContents.getURL().includes('/popup/')) window.close();
  });

/** There is the popup alone, and it is hidden. The desktop tells of the focus that it lost a moment later. */
const isClear = (electron: ElectronApplication): Promise<boolean> =>
  inMain(
    electron,
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().length === 1 &&
      BrowserWindow.getAllWindows().every((window) => !window.isVisible()) &&
      BrowserWindow.getFocusedWindow() === null,
  );

/**
 * Ends what a test has begun, and signs out.
 * @param asFound what the popup was shown before the first sign-in
 * @returns whether it is shown that again; false or an error: something stays
 */
export async function leaveAsFound(
  electron: ElectronApplication,
  popup: Page,
  asFound: Picture,
): Promise<boolean> {
  const soon = { intervals: [50, 100, 200], timeout: 2_000 };
  await popup.evaluate(() => window.onsite.send('app:hide', null));
  await forgetChoices(popup, asFound);
  await tidyUp(electron);
  await sendAll(electron);
  await expect.poll(() => endVisits(popup), soon).toBe(true);
  await popup.evaluate(() => window.onsite.send('session:sign-out', null));
  await expect.poll(() => isClear(electron), soon).toBe(true);
  await expect.poll(() => pictureOf(popup), soon).toEqual(asFound);
  return true;
}
