import { readFileSync } from 'node:fs';
import { expect, keptTest, test } from './app.ts';
import { expectClean } from './clean.ts';
import { checkIn, expectState, signIn } from './drive.ts';
import { givePolicy } from './policy.ts';
import {
  answerSaveDialog,
  dayWith,
  hoursAndMinutes,
  minutesRecorded,
  openTimesheet,
  today,
  worked,
} from './timesheet.ts';
import { trayMenu } from './tray.ts';

const WORK_ORDER = '107002896';

keptTest(
  'the week shows each day, its pairs and its work orders, and follows what happens',
  async ({ app, sandbox }) => {
    const popup = await dayWith(app, WORK_ORDER, 96);
    expect([...(await trayMenu(app.pid)).keys()]).toContain('Timesheet');
    const sheet = await openTimesheet(app);
    const days = sheet.getByRole('list', { name: 'Days' }).getByRole('listitem');
    await expect(days).toHaveCount(7);
    await expect(today(sheet)).toContainText(hoursAndMinutes(minutesRecorded(sandbox)));
    await expect(today(sheet)).toContainText('Not compared');
    const rows = sheet.getByRole('table', { name: 'Pairs' }).getByRole('row');
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1)).toContainText(WORK_ORDER);
    await expect(rows.nth(1)).toContainText('Parts on order');
    await expect(rows.nth(1)).toContainText('Recorded');
    await expect(sheet.getByRole('table', { name: 'By work order' }).getByRole('row')).toHaveCount(2);
    await app.open();
    await checkIn(popup, '107002911');
    await expectState(popup, 'On site');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(2)).toContainText('Open');
  },
);

keptTest('weeks are turned with the keyboard alone, and an empty one says so', async ({ app }) => {
  const popup = await app.open();
  await signIn(popup);
  const sheet = await openTimesheet(app);
  await expect(sheet.getByRole('button', { name: 'This week' })).toBeFocused();
  const heading = sheet.getByRole('heading', { level: 1 });
  const now = await heading.textContent();
  await sheet.keyboard.press('Shift+Tab');
  await sheet.keyboard.press('Enter');
  await expect(heading).not.toHaveText(now ?? '');
  await expect(sheet.getByText('Nothing was reported from this computer in this week.')).toBeVisible();
  await expect(sheet.getByRole('list', { name: 'Days' }).getByRole('listitem')).toHaveCount(7);
  await sheet.keyboard.press('Tab');
  await sheet.keyboard.press('Enter');
  await expect(heading).toHaveText(now ?? '');
});

keptTest('a week is exported as CSV, with what the sandbox recorded', async ({ app, sandbox }, testInfo) => {
  await dayWith(app, WORK_ORDER, 96, '=HYPERLINK("x"), "two"\nlines');
  const sheet = await openTimesheet(app);
  const path = testInfo.outputPath('week.csv');
  await answerSaveDialog(app, path);
  await sheet.getByRole('button', { name: 'Export CSV' }).click();
  await expect(sheet.getByText(`Saved to ${path}`)).toBeVisible();
  const csv = readFileSync(path, 'utf8');
  const [activity] = sandbox.sandbox.state.activities;
  const [, row = ''] = csv.split('\r\n');
  const cells = row.split(',');
  expect(csv.startsWith('\ufeffwork_order,')).toBe(true);
  expect(cells.slice(0, 4)).toEqual([WORK_ORDER, '1', '1544987', '1']);
  expect(Date.parse(cells[4] ?? '')).toBe(activity?.timeIn);
  expect(Date.parse(cells[5] ?? '')).toBe(activity?.timeOut);
  expect(cells[6]).toBe(String(minutesRecorded(sandbox)));
  expect(row).toContain(`"'=HYPERLINK(""x""), ""two""\nlines"`);
  expect(cells.slice(-3)).toEqual([String(activity?.mechanicId), 'recorded', 'app']);
});

keptTest(
  'a store’s name of 300 characters moves nothing out of the window, in any tab',
  async ({ app, sandbox }) => {
    const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === Number(WORK_ORDER));
    if (order) order.location.Name = 'Distribution_and_Fulfilment_Center '.repeat(9).slice(0, 300);
    const popup = await app.open();
    await signIn(popup);
    await popup.getByRole('textbox', { name: 'Work order' }).fill(WORK_ORDER);
    await popup.getByText('Distribution_and').first().waitFor();
    await worked(popup, WORK_ORDER, 96);
    const sheet = await openTimesheet(app);
    for (const tab of ['Days', 'Invoice lines', 'Proof of time']) {
      await sheet.getByRole('tab', { name: tab }).click();
      await expect(sheet.getByText('Distribution_and').first()).toBeAttached();
      const over = await sheet.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, tab).toBeLessThanOrEqual(0);
    }
  },
);

keptTest('an export that cannot be written says why and leaves what was there', async ({ app }, testInfo) => {
  const popup = await app.open();
  await signIn(popup);
  const sheet = await openTimesheet(app);
  const save = sheet.getByRole('button', { name: 'Export CSV' });
  await answerSaveDialog(app, null);
  await save.click();
  await answerSaveDialog(app, testInfo.outputPath('gone', 'week.csv'));
  await save.click();
  await expect(sheet.getByRole('alert')).toContainText('That folder is not there.');

  await answerSaveDialog(app, '/proc/week.csv');
  await save.click();
  await expect(sheet.getByRole('alert')).toContainText('was not written');
  await answerSaveDialog(app, testInfo.outputPath('week.csv'));
  await save.click();
  await expect(sheet.getByText('Saved to')).toBeVisible();
  await expect(sheet.getByRole('alert')).toBeHidden();
});

test('axe finds nothing in the timesheet', async ({ start, sandbox }) => {
  const app = await start();
  await dayWith(app, WORK_ORDER, 96);
  const sheet = await openTimesheet(app);
  await expect(sheet.getByRole('table', { name: 'Pairs' })).toBeVisible();
  await expectClean(sheet, 'a week with a visit');
  await sheet.getByRole('button', { name: `Edit ${WORK_ORDER}` }).click();
  await expectClean(sheet, 'editing');
  await sheet.getByRole('button', { name: 'Add break…' }).click();
  await expectClean(sheet, 'a break');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await sheet.getByRole('button', { name: `Edit ${WORK_ORDER}` }).click();
  await sheet.getByRole('button', { name: 'Ask the client…' }).click();
  await expectClean(sheet, 'asking the client');
  await sheet.getByRole('button', { name: 'Back' }).click();
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await sheet.getByRole('button', { name: 'Add visit…' }).click();
  await sheet.getByRole('textbox', { name: 'Work order' }).fill(WORK_ORDER);
  await expectClean(sheet, 'adding a visit');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  for (const tab of ['Invoice lines', 'Proof of time', 'Days']) {
    await sheet.getByRole('tab', { name: tab }).click();
    await expectClean(sheet, tab);
  }
  const [activity] = sandbox.sandbox.state.activities;
  if (activity) activity.timeIn += 18 * 60_000;
  await sheet.getByRole('button', { name: 'Compare now' }).click();
  await expect(today(sheet)).toContainText('Differs by 18 min');
  await expectClean(sheet, 'a difference');
  await sheet.getByRole('button', { name: `Correct ${WORK_ORDER}…` }).click();
  await expectClean(sheet, 'correcting a difference');
  await sheet.getByRole('button', { name: 'Previous week' }).click();
  await expect(sheet.getByText('Nothing was reported')).toBeVisible();
  await expectClean(sheet, 'an empty week');
});

test('a record is compared on demand, and offline the last comparison stays', async ({ start, sandbox }) => {
  const app = await start();
  await dayWith(app, WORK_ORDER, 132);
  const sheet = await openTimesheet(app);
  const compare = sheet.getByRole('button', { name: 'Compare now' });
  await compare.click();
  await expect(today(sheet)).toContainText('Matches');
  await expect(sheet.getByText(/^Compared /)).toBeVisible();
  await expectClean(sheet, 'compared');
  await sandbox.close();
  await compare.click();
  await expect(sheet.getByRole('alert')).toContainText('There is no connection to ServiceChannel.');
  await expect(today(sheet)).toContainText('Matches');
  await expectClean(sheet, 'compared, and offline');
});

test('an edge that the office moved 18 minutes differs by 18 min, and the record is corrected by the keyboard', async ({
  start,
  folder,
  sandbox,
}) => {
  const app = await start({ policy: givePolicy(folder, sandbox, { disputeMinutes: 15 }) });
  await dayWith(app, WORK_ORDER, 132);
  const [activity] = sandbox.sandbox.state.activities;
  const lived = { timeIn: activity?.timeIn, timeOut: activity?.timeOut };
  const minutes = minutesRecorded(sandbox);
  if (activity) activity.timeOut = (activity.timeOut ?? 0) - 18 * 60_000;
  const sheet = await openTimesheet(app);
  await sheet.getByRole('button', { name: 'Compare now' }).click();
  await expect(today(sheet)).toContainText('Differs by 18 min');
  const difference = sheet.getByRole('list', { name: 'Differences' }).getByRole('listitem');
  await expect(difference).toContainText(WORK_ORDER);
  await expect(difference).toContainText(`(${hoursAndMinutes(minutes)})`);
  await expect(difference).toContainText(`(${hoursAndMinutes(minutes - 18)})`);
  await difference.getByRole('button', { name: `Correct ${WORK_ORDER}…` }).press('Enter');
  await expect(sheet.getByLabel('Check-in')).toBeFocused();
  await expect(
    sheet.getByText(
      new RegExp(
        `^ServiceChannel holds .*\\(${hoursAndMinutes(minutes - 18)}\\)\\. Save puts the times above there\\.$`,
      ),
    ),
  ).toBeVisible();
  // A second Enter right after the first would do nothing.
  await expect(sheet.getByRole('button', { name: 'Save' })).not.toHaveAttribute('aria-disabled', /./);
  await sheet.keyboard.press('Enter');
  await expect(sheet.getByLabel('Check-in')).toBeHidden();
  await expect.poll(() => sandbox.sandbox.state.activities).toMatchObject([lived]);
  const pairs = sheet.getByRole('table', { name: 'Pairs' });
  await expect(pairs).toContainText('until it was put right');
  await expect(pairs).toContainText('Recorded');
});
