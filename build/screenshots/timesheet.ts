import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launch, localMinute } from '../../test/e2e/drive.ts';
import { dayWith, MINUTE, openTimesheet, today } from '../../test/e2e/timesheet.ts';
import { policyFor, writePolicy } from '../../test/sandbox/policy.ts';
import { startSandbox } from '../../test/sandbox/server.ts';

/** The Timesheet in its states: a day that differs, one put right, its forms, invoice lines, a proof of time, an empty week. */
export async function timesheetPictures(theme: 'light' | 'dark', scale: 1 | 2, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const folder = mkdtempSync(join(tmpdir(), 'onsite-pictures-'));
  const policy = writePolicy(folder, policyFor(sandbox, { theme, undoSeconds: 0 }));
  const app = await launch({ folder, policy, scale });
  await dayWith(app, '107002896', 200, 'Replaced the cartridge.');
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
  const [activity] = sandbox.sandbox.state.activities;
  if (activity) activity.timeOut = (activity.timeOut ?? 0) - 18 * MINUTE;
  await sheet.getByRole('button', { name: 'Compare now' }).click();
  await expect(today(sheet)).toContainText('Differs');
  await shoot('days');
  await sheet.getByRole('button', { name: 'Correct 107002896…' }).click();
  await shoot('correct');
  await sheet.getByRole('button', { name: 'Add break…' }).click();
  await shoot('break');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await edit.click();
  await sheet.getByRole('button', { name: 'Ask the client…' }).click();
  await shoot('ask');
  await sheet.getByRole('button', { name: 'Send note' }).click();
  await expect(pairs).toContainText('Asked for, not changed');
  await sheet.getByRole('button', { name: 'Add visit…' }).click();
  await sheet.getByRole('textbox', { name: 'Work order' }).fill('107002911');
  await sheet.getByRole('textbox', { name: 'Work order' }).press('Tab');
  await shoot('add-visit');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await sheet.getByRole('tab', { name: 'Invoice lines' }).click();
  await shoot('invoice-lines');
  await sheet.getByRole('tab', { name: 'Proof of time' }).click();
  await sheet.getByRole('article').waitFor();
  await shoot('proof');
  await sheet.getByRole('tab', { name: 'Days' }).click();
  await edit.click();
  await sheet.getByLabel('Check-in').fill(localMinute(Date.now() - 180 * MINUTE));
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(pairs).toContainText('until it was put right');
  await expect(pairs).toContainText('Recorded');
  await shoot('put-right');
  await sheet.getByRole('button', { name: 'Previous week' }).click();
  await expect(sheet.getByText('Nothing was reported')).toBeVisible();
  await shoot('empty-week');
  await app.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}
