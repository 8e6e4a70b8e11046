import type { Page } from '@playwright/test';
import { expectState } from './drive.ts';

/** The states that the tray shows, each once. */
export const TRAY_STATES = ['off', 'travelling', 'on site', 'paused'] as const;
export type TrayState = (typeof TRAY_STATES)[number];

/** Goes through the tray's states from the form without a visit, and calls back in each. */
export async function throughTheStates(
  popup: Page,
  reached: (state: TrayState) => Promise<void>,
): Promise<void> {
  await reached('off');
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002896');
  await popup.getByRole('button', { name: 'Drive to…' }).click();
  await expectState(popup, 'Travelling');
  await reached('travelling');
  await popup.getByRole('button', { name: 'Arrived', exact: true }).click();
  await expectState(popup, 'On site');
  await reached('on site');
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await expectState(popup, 'Paused');
  await reached('paused');
}
