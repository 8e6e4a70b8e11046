import type { Locator, Page } from '@playwright/test';
import { expect, keptTest, test } from './app.ts';
import {
  checkIn,
  checkOut,
  chooseStatus,
  expectDelivery,
  expectState,
  type RunningApp,
  signIn,
} from './drive.ts';
import { clickOn, pressKey, typeText } from './keyboard-and-pointer.ts';
import { beOnSite, momentOf, WORK_ORDER } from './moments.ts';
import { expectRecorded, recorded } from './reports.ts';
import { chooseFromTray } from './tray.ts';

const OAK_PLAZA = '107002931';

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const resolution = (page: Page): Locator => page.getByRole('textbox', { name: 'Resolution' });
const tile = (page: Page, name: string): Locator =>
  page.getByRole('radiogroup', { name: 'Status' }).getByRole('radio', { name });

/** The form of `Check out…`, opened with the real keyboard, so that the desktop's focus is in it. */
async function openForm(app: RunningApp, popup: Page): Promise<void> {
  await clickOn(app, popup.getByRole('heading').first());
  await expect.poll(() => popup.evaluate(() => document.hasFocus())).toBe(true);
  await expect(button(popup, 'Pause')).not.toHaveAttribute('aria-disabled', /./);
  await button(popup, 'Check out…').focus();
  await pressKey('Return');
  await expect(popup.getByRole('radiogroup', { name: 'Status' }).getByRole('radio').first()).toBeFocused();
}

/** The texts of a select, the first of which is none. */
const choicesOf = (select: Locator): Promise<string[]> => select.locator('option').allTextContents();

keptTest(
  'Ctrl+Enter checks out from the text and from a tile; Enter alone makes a line or chooses',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await beOnSite(popup);
    await openForm(app, popup);
    await pressKey('ctrl+Return');
    await pressKey('Down');
    await pressKey('Return');
    await expect(button(popup, 'Check out')).toBeEnabled();
    // Down alone has chosen: that Enter has come as well is seen by the key after it.
    await pressKey('Tab');
    await expect(popup.getByRole('radio', { checked: true })).not.toBeFocused();
    await resolution(popup).focus();
    await typeText('Reset');
    await pressKey('Return');
    await typeText('Tested');
    await expect(resolution(popup)).toHaveValue('Reset\nTested');
    await expectRecorded(sandbox, 1);
    await pressKey('ctrl+Return');
    await expectRecorded(sandbox, 2);
    const leaving = JSON.parse(sandbox.sandbox.reports[1]?.body ?? '{}');
    expect(leaving).toMatchObject({ ActionStatus: 'Complete', Resolution: 'Reset\nTested' });

    await checkIn(popup, OAK_PLAZA);
    await expectState(popup, 'On site');
    await openForm(app, popup);
    await pressKey('Down');
    await expect(button(popup, 'Check out')).toBeEnabled();
    await pressKey('ctrl+Return');
    await expectRecorded(sandbox, 4);
    expect(recorded(sandbox)[3]).toContain(`check-out ${OAK_PLAZA}`);
  },
);

test('Ctrl+Enter checks out in the window that asks before quitting, too', async ({ start, sandbox }) => {
  const app = await start();
  await beOnSite(await app.open());
  await expectRecorded(sandbox, 1);
  await chooseFromTray(app.pid, 'Quit');
  const asked = await momentOf(app.electron, 'OnSite – Quit');
  await clickOn(app, button(asked, 'Check out…'));
  await chooseStatus(asked, 'Parts on order');
  await pressKey('ctrl+Return');
  await expectRecorded(sandbox, 2);
});

keptTest(
  'extended statuses read as people write, and go as the order’s own list has them',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await beOnSite(popup);
    await button(popup, 'Check out…').click();
    const extended = popup.getByRole('combobox', { name: 'Extended status' });
    for (const name of ['Coming back (Incomplete)', 'In progress']) {
      await tile(popup, name).check();
      await expect.poll(async () => (await choicesOf(extended)).length).toBeGreaterThan(1);
      for (const text of await choicesOf(extended)) expect(text).toMatch(/^[A-Z](?!.*[A-Z]{2})/);
    }
    await tile(popup, 'Coming back (Incomplete)').check();
    const [, first] = await extended.locator('option').all();
    const value = await first?.getAttribute('value');
    expect(value).toBe(value?.toUpperCase());
    await extended.selectOption(value ?? '');
    await button(popup, 'Check out').click();
    await expectRecorded(sandbox, 2);
    const { PrimaryStatus, ExtendedStatus } = JSON.parse(sandbox.sandbox.reports[1]?.body ?? '{}');
    expect([PrimaryStatus, ExtendedStatus]).toEqual(['Incomplete', value]);
  },
);

keptTest(
  'the last five resolutions are offered, the newest first, and one is picked',
  async ({ app, sandbox }) => {
    test.setTimeout(120_000);
    const popup = await app.open();
    await signIn(popup);
    const texts = [
      'Reset breaker',
      'Needs part',
      'Replaced the filter',
      'Cleaned',
      'Tested',
      'Took measures',
    ];
    for (const text of texts) {
      await checkIn(popup, WORK_ORDER);
      await expectState(popup, 'On site');
      await checkOut(popup, 'Parts on order', text);
      await popup.getByRole('textbox', { name: 'Work order' }).waitFor();
    }
    await expectDelivery(popup, 'Everything recorded');
    await checkIn(popup, OAK_PLAZA);
    await expectState(popup, 'On site');
    await button(popup, 'Check out…').click();
    const recent = popup.getByRole('combobox', { name: 'Recent texts' });
    await expect(recent).toBeVisible();
    const [, ...offered] = await choicesOf(recent);
    expect(offered).toEqual(texts.slice(1).toReversed());
    await expect(tile(popup, 'Parts on order')).toBeFocused();
    await recent.selectOption('Cleaned');
    await expect(resolution(popup)).toHaveValue('Cleaned');
    await chooseStatus(popup, 'Parts on order');
    await button(popup, 'Check out').click();
    await expectRecorded(sandbox, 14);
    expect(JSON.parse(sandbox.sandbox.reports[13]?.body ?? '{}')).toMatchObject({ Resolution: 'Cleaned' });
  },
);
