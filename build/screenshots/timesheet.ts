import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectDelivery, launch, localMinute, signIn } from '../../test/e2e/drive.ts';
import { MINUTE, openTimesheet, today, worked } from '../../test/e2e/timesheet.ts';
import { policyFor, writePolicy } from '../../test/sandbox/policy.ts';
import { startSandbox } from '../../test/sandbox/server.ts';

/** The Timesheet in its states: a day put right, one that differs, its forms, invoice lines and a proof of time. */
export async function timesheetPictures(theme: 'light' | 'dark', scale: 1 | 2, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const folder = mkdtempSync(join(tmpdir(), 'onsite-pictures-'));
  const policy = writePolicy(folder, policyFor(sandbox, { theme, undoSeconds: 0 }));
  const app = await launch({ folder, policy, scale });
  const popup = await app.open();
  await signIn(popup);
  await worked(popup, '107002896', 200, 'Replaced the cartridge.');
  await expectDelivery(popup, 'Everything recorded');
  const sheet = await openTimesheet(app);
  const shoot = async (name: string) => {
    // After an act the buttons of the record rest for a moment.
    await expect(sheet.locator('[aria-disabled="true"]')).toHaveCount(0);
    await sheet.screenshot({
      path: join(into, `timesheet-${name}-${scale}00.png`),
      fullPage: true,
      animations: 'disabled',
    });
  };
  const edit = sheet.getByRole('button', { name: 'Edit 107002896' });
  const pairs = sheet.getByRole('table', { name: 'Pairs' });
  await edit.click();
  await shoot('edit');
  await sheet.getByLabel('Check-in').fill(localMinute(Date.now() - 180 * MINUTE));
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(pairs).toContainText('until it was put right');
  await edit.click();
  await sheet.getByRole('button', { name: 'Ask the client…' }).click();
  await shoot('ask');
  await sheet.getByRole('button', { name: 'Send note' }).click();
  await expect(pairs).toContainText('Asked for, not changed');
  const [activity] = sandbox.sandbox.state.activities;
  if (activity) activity.timeOut = (activity.timeOut ?? 0) - 18 * MINUTE;
  // Times put right just now may lag: they are compared a minute later.
  await expect(async () => {
    await sheet.getByRole('button', { name: 'Compare now' }).click();
    await expect(today(sheet)).toContainText('Differs', { timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await shoot('days');
  await sheet.getByRole('button', { name: 'Add visit…' }).click();
  await shoot('add-visit');
  await sheet.getByRole('tab', { name: 'Invoice lines' }).click();
  await shoot('invoice-lines');
  await sheet.getByRole('tab', { name: 'Proof of time' }).click();
  await sheet.getByRole('article').waitFor();
  await shoot('proof');
  await app.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}
