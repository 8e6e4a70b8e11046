import type { Locator, Page } from '@playwright/test';
import { chooseStatus, expectState, localMinute } from './drive.ts';

const MINUTE = 60_000;

/** The alerts that speak of a work order. */
export const alertOf = (popup: Page, workOrder: number): Locator =>
  popup.getByRole('alert').filter({ hasText: String(workOrder) });

/** On a work order since so many minutes, to the minute. */
export async function onSite(
  popup: Page,
  workOrder: number,
  minutesAgo: number,
  technicians = 1,
): Promise<number> {
  const at = Math.floor((Date.now() - minutesAgo * MINUTE) / MINUTE) * MINUTE;
  await popup.getByRole('textbox', { name: 'Work order' }).fill(String(workOrder));
  await popup.getByRole('spinbutton', { name: 'Technicians' }).fill(String(technicians));
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  await popup.getByLabel('Arrived at').fill(localMinute(at));
  await popup.getByRole('button', { name: 'Check in', exact: true }).click();
  await expectState(popup, 'On site');
  return at;
}

/** Left so many minutes ago, to the minute. */
export async function leave(popup: Page, status: string, minutesAgo: number): Promise<number> {
  const at = Math.floor((Date.now() - minutesAgo * MINUTE) / MINUTE) * MINUTE;
  await popup.getByRole('button', { name: 'Check out…' }).click();
  await chooseStatus(popup, status);
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  await popup.getByLabel('Left at').fill(localMinute(at));
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
  return at;
}

/** A time of day as the windows write it. */
export const clock = (ms: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit' }).format(ms);

/** Says that it was another work order, in the visit's page or in an alert. */
export async function wrongNumber(within: Page | Locator, right: number): Promise<void> {
  await within.getByRole('button', { name: 'Wrong number…' }).click();
  await within.getByRole('textbox', { name: 'Work order' }).fill(String(right));
  await within.getByRole('button', { name: 'Move' }).click();
}
