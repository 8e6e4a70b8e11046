import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { expectClean } from './clean.ts';
import { localMinute } from './drive.ts';
import { answerSaveDialog, dayWith, MINUTE, openTimesheet } from './timesheet.ts';

const WORK_ORDER = '107002896';

test('what only the client can change is asked for, and the proof of time says so, on screen and as PDF', async ({
  start,
  sandbox,
  folder,
}) => {
  const app = await start();
  await dayWith(app, WORK_ORDER, 120, 'New cartridge');
  const sheet = await openTimesheet(app);
  const edit = sheet.getByRole('button', { name: `Edit ${WORK_ORDER}` });
  await edit.click();
  const from = localMinute(Date.now() - 100 * MINUTE);
  await sheet.getByLabel('Check-in').fill(from);
  await sheet.getByRole('button', { name: 'Save' }).click();
  const pairs = sheet.getByRole('table', { name: 'Pairs' });
  await expect(pairs).toContainText('until it was put right');
  await expect
    .poll(() => sandbox.sandbox.state.activities.map(({ timeIn }) => localMinute(timeIn)))
    .toEqual([from]);
  await edit.click();
  await sheet.getByRole('button', { name: 'Ask the client…' }).click();
  await sheet.getByRole('spinbutton', { name: 'Technicians' }).fill('2');
  await expect(sheet.getByRole('textbox', { name: 'Note' })).toHaveValue(/2 technicians/);
  await expectClean(sheet, 'asking the client');
  await sheet.getByRole('button', { name: 'Send note' }).click();
  await expect(pairs).toContainText('Asked for, not changed');
  await expect.poll(() => sandbox.sandbox.state.notes.at(-1)?.text).toMatch(/2 technicians/);
  expect(sandbox.sandbox.state.activities).toMatchObject([{ techsCount: 1 }]);
  await sheet.getByRole('button', { name: 'Compare now' }).click();
  await sheet.getByRole('tab', { name: 'Invoice lines' }).click();
  await expect(sheet.getByRole('table', { name: 'Invoice lines' })).toContainText('Asked for, not changed');
  await sheet.getByRole('tab', { name: 'Proof of time' }).click();
  const proof = sheet.getByRole('article');
  await expect(proof).toContainText(String(sandbox.sandbox.state.activities[0]?.mechanicId));
  await expect(proof).toContainText('until it was put right');
  await expect(proof).toContainText('Asked for, not changed');
  await expect(proof).toContainText('New cartridge');
  await expectClean(sheet, 'proof of time');
  const path = join(folder, 'proof.pdf');
  await answerSaveDialog(app, path);
  await sheet.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(sheet.getByText(`Saved to ${path}`)).toBeVisible();
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
  await answerSaveDialog(app, join(folder, 'missing', 'proof.pdf'));
  await sheet.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(sheet.getByRole('alert')).toContainText('That folder is not there.');
});
