import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { inMain } from './in-main.ts';

/** The picture that a popup is shown, but for the server’s address. */
export async function pictureOf(popup: Page): Promise<unknown> {
  const shown = await popup.evaluate(() => window.onsite.send('app:snapshot', null));
  return { ...shown, settings: { ...shown.settings, apiUrl: null } };
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
      else await onsite.send('visit:check-out', { visitId, at: null, ...none });
    return (await onsite.send('app:snapshot', null)).signOut === null;
  });

/** Every window but the popup closes, as by its own button. */
const closeWindows = (electron: ElectronApplication): Promise<void> =>
  inMain(electron, ({ BrowserWindow }) => {
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
  asFound: unknown,
): Promise<boolean> {
  const soon = { intervals: [50, 100, 200], timeout: 2_000 };
  await popup.evaluate(() => window.onsite.send('app:hide', null));
  await closeWindows(electron);
  await expect.poll(() => endVisits(popup), soon).toBe(true);
  await popup.evaluate(() => window.onsite.send('session:sign-out', null));
  await expect.poll(() => isClear(electron), soon).toBe(true);
  await expect.poll(() => pictureOf(popup), soon).toEqual(asFound);
  return true;
}
