import type { Locator, Page } from '@playwright/test';
import { WORDS, type Words } from '../../words/index.ts';
import { LANGUAGES } from '../../words/language.ts';
import { expect, test } from './app.ts';
import { expectKeysInPopup, isShown, pageOf, type RunningApp } from './drive.ts';
import { pressKey, typeText } from './keyboard-and-pointer.ts';
import { menuSince, windows } from './menu.ts';
import { givePolicy } from './policy.ts';
import { recorded } from './reports.ts';

const WORK_ORDER = '107002896';

/** As many keys lead through a window at most. */
const MOST_TABS = 60;

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((each) => each === document.activeElement);

/** Goes to a control with Tab, as a person does who has no pointer. */
async function tabTo(element: Locator): Promise<void> {
  await element.waitFor();
  for (let presses = 0; presses < MOST_TABS && !(await isFocused(element)); presses++) await pressKey('Tab');
  await expect(element).toBeFocused();
}

/** Goes to a button and presses it. After an act the buttons of a visit rest for a moment. */
async function press(page: Page, name: string): Promise<void> {
  await tabTo(button(page, name));
  await expect(page.locator('[aria-disabled="true"]')).toHaveCount(0);
  await pressKey('Return');
}

/** The popup by its shortcut, from anywhere. */
async function openByShortcut(app: RunningApp): Promise<Page> {
  await expect.poll(() => isShown(app.electron)).toBe(false);
  await pressKey('ctrl+shift+o');
  await expect.poll(() => isShown(app.electron)).toBe(true);
  await expect
    .poll(async () => (await pageOf(app.electron, 'popup')).evaluate(() => document.hasFocus()))
    .toBe(true);
  return pageOf(app.electron, 'popup');
}

/** Chooses from the popup's menu, counted from its end. */
async function chooseFromMenu(popup: Page, words: Words, fromEnd: number): Promise<void> {
  const before = await windows();
  await press(popup, words.menu);
  await expect.poll(() => menuSince(before), { message: 'menu' }).not.toBeNull();
  await pressKey('Up', fromEnd, 80);
  await pressKey('Return');
}

const isIn = (words: Words, popup: Page, phase: keyof Words['states']): Promise<void> =>
  expect(popup.getByText(words.states[phase], { exact: true }).first()).toBeVisible();

for (const language of LANGUAGES)
  test(`a whole day by keyboard alone, in ${language}`, async ({ start, folder, sandbox }) => {
    test.setTimeout(120_000);
    const words = WORDS[language];
    const app = await start({ policy: givePolicy(folder, sandbox), args: [`--lang=${language}`] });
    await app.open();
    await expectKeysInPopup(app);
    await pressKey('Escape');
    await expect.poll(() => isShown(app.electron)).toBe(false);
    const popup = await openByShortcut(app);
    await expect(popup.locator('html')).toHaveAttribute('lang', language);

    await tabTo(popup.getByRole('textbox', { name: words.username }));
    await typeText('demo');
    await tabTo(popup.getByLabel(words.password));
    await typeText('demo');
    await pressKey('Return');

    await expect(popup.getByRole('textbox', { name: words.workOrder })).toBeFocused();
    await typeText(WORK_ORDER);
    await popup.getByText('Main Street store').first().waitFor();
    await pressKey('Return');
    await isIn(words, popup, 'on site');
    await press(popup, words.pause);
    await isIn(words, popup, 'paused');
    await press(popup, words.resume);
    await isIn(words, popup, 'on site');
    await press(popup, words.leave.form);
    await expect(popup.getByRole('radio').first()).toBeFocused();
    const parts = popup.getByRole('radio', { name: words.statuses.PartsOnOrder });
    for (let presses = 0; presses < 6 && !(await isFocused(parts)); presses++) await pressKey('Down');
    await expect(parts).toBeChecked();
    await tabTo(popup.getByRole('textbox', { name: words.resolution }));
    await typeText('Done');
    await press(popup, words.checkOut);
    await isIn(words, popup, 'over');
    // The same to ServiceChannel in every language.
    await expect
      .poll(() => recorded(sandbox))
      .toEqual([
        `check-in ${WORK_ORDER} type 1 × 1`,
        `check-out ${WORK_ORDER} type 1 × 1 Cancel`,
        `check-in ${WORK_ORDER} type 1 × 1`,
        `check-out ${WORK_ORDER} type 1 × 1 Complete PartsOnOrder`,
      ]);

    // Quit, Settings, Timesheet: the last three of the menu.
    await chooseFromMenu(popup, words, 3);
    const sheet = await pageOf(app.electron, 'timesheet');
    await expect(sheet).toHaveTitle(words.pageTitles.timesheet);
    await press(sheet, words.sheet.previousWeek);
    await expect(sheet.getByText(words.sheet.emptyWeek)).toBeVisible();
    await press(sheet, words.sheet.thisWeek);
    await expect(sheet.getByRole('table', { name: words.sheet.pairs }).getByRole('row')).toHaveCount(3);
    await pressKey('alt+F4');

    await chooseFromMenu(await openByShortcut(app), words, 2);
    const settings = await pageOf(app.electron, 'settings');
    await expect(settings).toHaveTitle(words.pageTitles.settings);
    const other = language === 'fr' ? 'es' : 'fr';
    await tabTo(settings.getByRole('combobox', { name: words.settingLabels.language }));
    await typeText(other === 'fr' ? 'Fran' : 'Espa');
    await expect(settings).toHaveTitle(WORDS[other].pageTitles.settings);
    await expect(settings.locator('html')).toHaveAttribute('lang', other);
    await expect(popup.getByText(WORDS[other].states.over, { exact: true }).first()).toBeAttached();
  });
