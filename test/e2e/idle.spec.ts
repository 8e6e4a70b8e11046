import { expect, keptTest as test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { expectDelivery, expectState } from './drive.ts';
import { inMain } from './in-main.ts';
import { touchPointer } from './keyboard-and-pointer.ts';
import { beOnSite, beOnSiteSince, expectAnswered, isAsked, momentOf, WORK_ORDER } from './moments.ts';
import { power } from './power.ts';
import { expectRecorded, recorded, reportedTimes } from './reports.ts';

const IDLE = 'OnSite – Idle';
const SIX_SECONDS = { idleMinutes: 0.1, endOfDay: '00:00' };

test('six seconds after the last input it asks, not before, and `Pause from` records that instant', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await chooseSettings(popup, SIX_SECONDS);
  await beOnSite(popup);
  const before = Date.now();
  await touchPointer();
  const last = Date.now();
  const asked = await momentOf(app.electron, IDLE);
  // The pointer was touched at some instant between the two.
  expect(Date.now() - before).toBeGreaterThanOrEqual(5_900);
  expect(Date.now() - last).toBeLessThan(9_000);
  await expect(asked.getByRole('button', { name: 'Keep working' })).toBeFocused();
  await expect(asked.getByText(/last used at/)).toBeVisible();
  await asked.getByRole('button', { name: /^Pause from/ }).click();
  await expectAnswered(app.electron);
  await expectState(popup, 'Paused');
  await expectRecorded(sandbox, 2);
  expect(recorded(sandbox)[1]).toContain('Cancel');
  expect(Math.abs((reportedTimes(sandbox)[1] ?? 0) - last)).toBeLessThan(2_500);
});

test('it does not take the keyboard, and Esc changes nothing on the record', async ({ app, sandbox }) => {
  const popup = await app.open();
  await chooseSettings(popup, SIX_SECONDS);
  await beOnSite(popup);
  const asked = await momentOf(app.electron, IDLE);
  expect(
    await inMain(app.electron, ({ BrowserWindow }) =>
      BrowserWindow.getFocusedWindow()?.webContents.getURL().includes('/prompts/'),
    ),
  ).not.toBe(true);
  await asked.keyboard.press('Escape');
  await expectAnswered(app.electron);
  await expectState(popup, 'On site');
  await expectDelivery(popup, 'Everything recorded');
  expect(recorded(sandbox)).toEqual([`check-in ${WORK_ORDER} type 1 × 1`]);
});

test('an absence through a sleep is asked about on waking; a break is a check-out and a check-in', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await chooseSettings(popup, SIX_SECONDS);
  await beOnSite(popup);
  await power(app.electron, 'suspend');
  const asked = await momentOf(app.electron, IDLE);
  await power(app.electron, 'resume');
  await expect(asked.getByRole('button', { name: 'I was working' })).toBeFocused();
  await asked.getByRole('button', { name: 'I had a break' }).click();
  await expect(asked.getByLabel('From')).not.toHaveValue('');
  await expect(asked.getByLabel('To')).not.toHaveValue('');
  await asked.getByRole('button', { name: 'Save break' }).click();
  await expectAnswered(app.electron);
  await expectRecorded(sandbox, 3);
  expect(recorded(sandbox).map((line) => line.split(' ')[0])).toEqual(['check-in', 'check-out', 'check-in']);
  const [into = 0, out = 0, back = 0] = reportedTimes(sandbox);
  expect(out).toBeGreaterThanOrEqual(into);
  expect(back - out).toBeGreaterThanOrEqual(5_000);
  await expectState(popup, 'On site');
});

test('“Don’t ask again” is quiet for this visit', async ({ app }) => {
  const popup = await app.open();
  await chooseSettings(popup, { idleMinutes: 0.03, endOfDay: '00:00' });
  await beOnSite(popup);
  const asked = await momentOf(app.electron, IDLE);
  const closed = asked.waitForEvent('close');
  await asked.getByRole('button', { name: 'Don’t ask again for this visit' }).click();
  await closed;
  // Long past the threshold, another look at the same desktop asks nothing.
  await power(app.electron, 'suspend');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await power(app.electron, 'resume');
  expect(await isAsked(app.electron)).toBe(false);
});

test('the setting pauses an unanswered absence, says so, and takes it back by a check-in at its start', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await chooseSettings(popup, {
    idleMinutes: 0.05,
    autoPauseMinutes: 0.05,
    endOfDay: '00:00',
  });
  await beOnSiteSince(popup, 20);
  const asked = await momentOf(app.electron, IDLE);
  await expect(asked.getByRole('button', { name: 'Keep the pause' })).toBeFocused({ timeout: 10_000 });
  await expectRecorded(sandbox, 2);
  await asked.getByRole('button', { name: 'I was working' }).click();
  await expectRecorded(sandbox, 3);
  const [, out, back] = reportedTimes(sandbox);
  expect(back).toBe(out);
  await expectState(popup, 'On site');
});
