import { expect, type Page } from '@playwright/test';
import type { RunningSandbox } from '../sandbox/server.ts';
import type { RunningApp } from './drive.ts';
import {
  checkIn,
  checkOut,
  expectDelivery,
  expectState,
  localMinute,
  openFromTray,
  signIn,
} from './drive.ts';
import { inMain } from './in-main.ts';

export const MINUTE = 60_000;

/** Opens the Timesheet from the tray's menu. */
export async function openTimesheet(app: RunningApp): Promise<Page> {
  const sheet = await openFromTray(app, 'Timesheet', 'timesheet');
  await expect(sheet).toHaveTitle('OnSite – Timesheet');
  return sheet;
}

/** A visit from so many minutes ago until now. */
export async function worked(
  popup: Page,
  workOrder: string,
  minutes: number,
  resolution = '',
): Promise<void> {
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  await popup.getByLabel('Arrived at').fill(localMinute(Date.now() - minutes * MINUTE));
  await checkIn(popup, workOrder);
  await expectState(popup, 'On site');
  await checkOut(popup, 'Parts on order', resolution);
}

/** Signs in, and reports a visit from so many minutes ago until now; the popup, when all of it is recorded. */
export async function dayWith(
  app: RunningApp,
  workOrder: string,
  minutes: number,
  resolution = '',
): Promise<Page> {
  const popup = await app.open();
  await signIn(popup);
  await worked(popup, workOrder, minutes, resolution);
  // Until the check-out is shown, the line of delivery is that of the check-in.
  await popup.getByRole('textbox', { name: 'Work order' }).waitFor();
  await expectDelivery(popup, 'Everything recorded');
  return popup;
}

/** The whole minutes of the first stay that was recorded: one more than was typed where a minute began meanwhile. */
export function minutesRecorded({ sandbox }: RunningSandbox): number {
  const [activity] = sandbox.state.activities;
  if (!activity || activity.timeOut === null) throw new Error('no stay was recorded');
  return Math.floor((activity.timeOut - activity.timeIn) / MINUTE);
}

/** Minutes as the Timesheet writes them. */
export const hoursAndMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** The item of today in the list of days. */
export const today = (sheet: Page) =>
  sheet.getByRole('list', { name: 'Days' }).locator('[aria-current=date]');

/** The system's save dialog answers with this path the next time; null: it is called off. */
export async function answerSaveDialog({ electron }: RunningApp, path: string | null): Promise<void> {
  await inMain(
    electron,
    ({ dialog }, filePath) => {
      const real = dialog.showSaveDialog;
      dialog.showSaveDialog = async () => {
        dialog.showSaveDialog = real;
        return { canceled: filePath === null, filePath: filePath ?? '' };
      };
    },
    path,
  );
}
