import type { Page } from '@playwright/test';
import { expect, keptTest as test } from './app.ts';
import { chooseStatus, expectKeysInPopup, expectState, isShown, type RunningApp, signIn } from './drive.ts';
import {
  clickAt,
  clickOn,
  holdKey,
  keyDown,
  keyUp,
  pressKey,
  regionOf,
  typeText,
} from './keyboard-and-pointer.ts';
import { beOnSite, momentOf, WORK_ORDER } from './moments.ts';
import { expectRecorded, recorded } from './reports.ts';
import { chooseFromTray, clickTray } from './tray.ts';

const CHECK_IN = `check-in ${WORK_ORDER} type 1 × 1`;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The buttons of the record have waited, and can be used again. */
const expectRested = (page: Page, name: string): Promise<void> =>
  expect(button(page, name)).not.toHaveAttribute('aria-disabled', /.*/);

/** The popup with the desktop's focus in a work order field that is filled in. */
async function filledIn(app: RunningApp): Promise<Page> {
  const popup = await app.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill(WORK_ORDER);
  await clickOn(app, popup.getByRole('textbox', { name: 'Work order' }));
  return popup;
}

test('Enter held down for 2 s checks in once and does nothing else', async ({ app, sandbox }) => {
  const popup = await filledIn(app);
  await holdKey('Return', 2_000);
  await expectState(popup, 'On site');
  await expectRested(popup, 'Pause');
  await expect(button(popup, 'Pause')).toBeFocused();
  await expectRecorded(sandbox, 1);
  expect(recorded(sandbox)).toEqual([CHECK_IN]);
});

test('Enter held down for longer than any wait does nothing else either', async ({ app, sandbox }) => {
  const popup = await filledIn(app);
  await keyDown('Return');
  await expectState(popup, 'On site');
  await expect(button(popup, 'Pause')).toHaveAttribute('aria-disabled', 'true');
  await expect(button(popup, 'Pause')).toBeFocused();
  await expectRested(popup, 'Pause');
  await holdKey('Return', 800);
  await expectState(popup, 'On site');
  expect(recorded(sandbox)).toEqual([CHECK_IN]);
});

test('Enter pressed twelve times in 1.5 s is one check-in, and later it pauses', async ({ app, sandbox }) => {
  const popup = await filledIn(app);
  await pressKey('Return', 12, 120);
  await expectRested(popup, 'Pause');
  await expectState(popup, 'On site');
  expect(recorded(sandbox)).toEqual([CHECK_IN]);
  await pressKey('Return');
  await expectState(popup, 'Paused');
  await expectRecorded(sandbox, 2);
});

test('Space held and pressed again on a button does one thing', async ({ app, sandbox }) => {
  const popup = await app.open();
  await beOnSite(popup);
  await expectRested(popup, 'Pause');
  await button(popup, 'Pause').focus();
  await pressKey('space', 8, 100);
  await expectState(popup, 'Paused');
  await holdKey('space', 900);
  await expectRested(popup, 'Resume');
  await expectState(popup, 'Paused');
  await expectRecorded(sandbox, 2);
});

test('a second click half a second later does nothing, wherever it lands', async ({ app, sandbox }) => {
  const popup = await filledIn(app);
  const region = await regionOf(app, button(popup, 'Check in'));
  const middle = { x: region.x + region.width / 2, y: region.y + region.height / 2 };
  await clickAt(middle, { times: 2, every: 500 });
  await expectState(popup, 'On site');
  await expectRested(popup, 'Pause');
  await clickOn(app, button(popup, 'Pause'), { times: 2, every: 500 });
  await expectState(popup, 'Paused');
  await expectRested(popup, 'Resume');
  await expectRecorded(sandbox, 2);
  expect(recorded(sandbox)[1]).toContain('Cancel');
});

test('a click that opens a form does not use the form when it comes twice', async ({ app, sandbox }) => {
  const popup = await app.open();
  await beOnSite(popup);
  await button(popup, 'Check out…').click();
  await popup.getByRole('textbox', { name: 'Resolution' }).fill('Done');
  await chooseStatus(popup, 'Finished (Completed)');
  await button(popup, 'Back').click();
  await clickOn(app, button(popup, 'Check out…'), { times: 2, every: 350 });
  await expect(button(popup, 'Check out')).toBeEnabled();
  expect(recorded(sandbox)).toEqual([CHECK_IN]);
});

test('Enter that opens the filled-in form of a switch does not check in when it comes twice', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await beOnSite(popup);
  await button(popup, 'Switch work order…').click();
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002931');
  await button(popup, 'Back').click();
  await clickOn(app, popup.getByRole('heading').first());
  await expectRested(popup, 'Pause');
  await button(popup, 'Switch work order…').focus();
  await pressKey('Return', 2, 200);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('107002931');
  await expectRested(popup, 'Check in');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  expect(recorded(sandbox)).toEqual([CHECK_IN]);
  await pressKey('Return');
  await expect(popup.getByRole('heading', { name: '107002931' })).toBeVisible();
});

test('a double click on what opens and closes opens it', async ({ app }) => {
  const popup = await app.open();
  await beOnSite(popup);
  await expectRested(popup, 'Pause');
  await clickOn(app, button(popup, 'Earlier…'), { times: 2, every: 80 });
  await expect(button(popup, 'Earlier…')).toHaveAttribute('aria-expanded', 'true');
  await expect(popup.getByLabel('Left at')).toBeVisible();
});

test('a key that is held while the popup comes up presses nothing in it; one pressed there does', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await beOnSite(popup);
  await expectRested(popup, 'Pause');
  for (const key of ['Return', 'space']) {
    await pressKey('Escape');
    await expect.poll(() => isShown(app.electron)).toBe(false);
    await keyDown(key);
    await clickTray(app.pid);
    await expect.poll(() => isShown(app.electron)).toBe(true);
    await holdKey(key, 1_500);
    await keyUp(key);
    await expect(button(popup, 'Pause')).toBeFocused();
    await expectState(popup, 'On site');
  }
  expect(recorded(sandbox)).toEqual([CHECK_IN]);
  await pressKey('Escape');
  await expectKeysInPopup(app, false);
  await clickTray(app.pid);
  await expectKeysInPopup(app);
  await pressKey('Return');
  await expectState(popup, 'Paused');
});

test('a text with a space that is typed the moment the popup comes up arrives as it was typed', async ({
  app,
}) => {
  const popup = await app.open();
  await signIn(popup);
  const field = popup.getByRole('textbox', { name: 'Work order' });
  await expect(field).toBeFocused();
  await pressKey('Escape');
  await expectKeysInPopup(app, false);
  await clickTray(app.pid);
  await expectKeysInPopup(app);
  await typeText('oak plaza');
  await expect(field).toHaveValue('oak plaza');
});

test('Enter that is down while the tray pauses does not resume in the popup behind, whose buttons wait', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await beOnSite(popup);
  await chooseFromTray(app.pid, 'Quit');
  const quit = await momentOf(app.electron, 'OnSite – Quit');
  await expectRested(quit, 'Pause');
  await clickOn(app, quit.getByRole('button', { name: 'Don’t quit' }));
  await app.open();
  await clickOn(app, popup.getByRole('heading').first());
  await expectRested(popup, 'Pause');
  // However slow the computer is: Enter is down before the act and after it, and the buttons that it brings wait.
  const waits = popup.waitForFunction(() =>
    [...document.querySelectorAll('button')]
      .find(({ textContent }) => textContent === 'Resume')
      ?.hasAttribute('aria-disabled'),
  );
  await keyDown('Return');
  await chooseFromTray(app.pid, 'Pause');
  await waits;
  await keyUp('Return');
  await expectRested(popup, 'Resume');
  await expectState(popup, 'Paused');
  await expectRecorded(sandbox, 2);
});
