import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { WORDS, type Words } from '../../words/index.ts';
import { editWorkOrder } from '../sandbox/control-edits.ts';
import { DEMO_CLIENT, SECOND_USER } from '../sandbox/data-users.ts';
import { policyFor, writePolicy } from '../sandbox/policy.ts';
import { expect, keptTest, test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { expectState, isShown, localMinute, openFromTray, pageOf, type RunningApp, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { pressKey } from './keyboard-and-pointer.ts';
import { beOnSite, beOnSiteSince, expectAnswered, momentOf } from './moments.ts';
import { shownIn } from './native-fields.ts';
import { listenToNotifications } from './notification-service.ts';
import { givePolicy } from './policy.ts';
import { dayWith, openTimesheet, today } from './timesheet.ts';
import { chooseFromTray, trayMenu, trayToolTip } from './tray.ts';

/** The Settings window, and its controls by their keys. */
async function openSettings(app: RunningApp) {
  const page = await openFromTray(app, 'Settings', 'settings');
  return {
    page,
    field: (key: string) => page.locator(`input[name="${key}"]`),
    choice: (key: string) => page.locator(`select[name="${key}"]`),
    workday: (day: number) => page.locator(`input[name="workdays"][value="${day}"]`),
  };
}

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('what a check-in is filled in with, how OnSite looks and how it is opened change at once', async ({
  start,
  folder,
  sandbox,
}) => {
  const config = join(folder, 'config');
  const app = await start({
    policy: writePolicy(folder, policyFor(sandbox)),
    env: { XDG_CONFIG_HOME: config },
  });
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  const { page, field, choice } = await openSettings(app);

  await field('techsCount').fill('3');
  await expect(popup.getByRole('spinbutton', { name: 'Technicians' })).toHaveValue('3');
  await field('workTypeId').fill('11');
  await expect(popup.getByRole('combobox', { name: 'Work type' })).toHaveValue('11');

  await page.getByRole('button', { name: 'Add colleague' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sam');
  await page.getByRole('textbox', { name: 'UserId' }).fill(String(SECOND_USER.id));
  const along = popup.getByRole('group', { name: 'With', exact: true });
  await expect(along.getByRole('checkbox', { name: 'Sam' })).toBeVisible();

  await choice('theme').selectOption('dark');
  for (const each of [page, popup]) await expect.poll(() => ground(each)).toBe('rgb(27, 30, 34)');
  await choice('language').selectOption('es');
  await expect(popup.getByRole('textbox', { name: 'Orden de trabajo' })).toBeVisible();
  await choice('language').selectOption('en');

  const entry = join(config, 'autostart/onsite.desktop');
  await field('launchAtLogin').check();
  await expect.poll(() => existsSync(entry)).toBe(true);
  await field('launchAtLogin').uncheck();
  await expect.poll(() => existsSync(entry)).toBe(false);

  await field('shortcut').click();
  await pressKey('ctrl+alt+k');
  await expect(field('shortcut')).toHaveValue(/Alt\+K$/);
  await expect.poll(() => isShown(app.electron)).toBe(false);
  await pressKey('ctrl+alt+k');
  await expect.poll(() => isShown(app.electron)).toBe(true);
});

test('the language changes at once in every window that is open, and in the tray', async ({
  start,
  desktop,
}) => {
  const app = await start();
  const popup = await app.open();
  await beOnSite(popup);
  await chooseSettings(popup, { strip: true });
  const strip = await pageOf(app.electron, 'strip');
  const settings = await openFromTray(app, 'Settings', 'settings');
  const sheet = await openTimesheet(app);
  await chooseFromTray(app.pid, WORDS.en.tray.quit);
  const question = await momentOf(app.electron, WORDS.en.momentTitles.quit);
  const open: readonly (readonly [page: Page, text: (words: Words) => string])[] = [
    [popup, (words) => words.states['on site']],
    [strip, (words) => words.states['on site']],
    [settings, (words) => words.settingLabels.language],
    [sheet, (words) => words.sheet.pairs],
    [question, (words) => words.quitText],
  ];
  for (const language of ['es', 'fr', 'en'] as const) {
    const words = WORDS[language];
    await chooseSettings(popup, { language });
    for (const [page, text] of open) {
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByText(text(words), { exact: true }).first()).toBeAttached();
    }
    await expect(settings).toHaveTitle(words.pageTitles.settings);
    await expect(question).toHaveTitle(words.momentTitles.quit);
    if (!desktop) continue;
    await expect.poll(async () => [...(await trayMenu(app.pid)).keys()]).toContain(words.tray.timesheet);
    await expect.poll(() => trayToolTip(app.pid)).toContain(words.states['on site']);
  }
  await question.getByRole('button', { name: WORDS.en.dontQuit }).click();
});

keptTest('how a visit shows, and how long an act can be taken back, change at once', async ({ app }) => {
  const popup = await app.open();
  await chooseSettings(popup, { undoSeconds: 10 });
  const { field, choice } = await openSettings(app);
  await field('undoSeconds').fill('0');
  await field('undoSeconds').press('Tab');
  await app.open();
  await beOnSiteSince(popup, 90);
  const undo = popup.getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveCount(0);
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  const earlier = () => shownIn(popup.getByLabel('Left at'));
  await choice('timeFormat').selectOption('12');
  await expect.poll(earlier).toMatch(/^\d\d.\d\d.\d{4}, \d\d:\d\d [AP]M$/i);
  expect(await shownIn(field('endOfDay'))).toMatch(/^05:30 PM$/i);
  await expect(popup.getByText(/\d:\d\d\s?[ap]m/i).first()).toBeVisible();
  await choice('timeFormat').selectOption('24');
  await expect(popup.getByText(/\d:\d\d\s?[ap]m/i)).toHaveCount(0);
  await expect.poll(earlier).toMatch(/^\d\d.\d\d.\d{4}, \d\d:\d\d$/);
  expect(await shownIn(field('endOfDay'))).toBe('17:30');
  await choice('language').selectOption('fr');
  await expect.poll(() => shownIn(popup.getByLabel('Départ à'))).toMatch(/^\d\d.\d\d.\d{4}\s?\d\d:\d\d$/);
  await choice('language').selectOption('en');
  await field('strip').check();
  const strip = await pageOf(app.electron, 'strip');
  await field('undoSeconds').fill('30');
  await field('undoSeconds').press('Tab');
  await strip.getByRole('button', { name: 'Pause', exact: true }).click();
  await expectState(popup, 'Paused');
  await expect(undo).toBeVisible();
  const closed = strip.waitForEvent('close');
  await field('strip').uncheck();
  await closed;
});

test('when OnSite asks by itself, and whether it may notify, change at once', async ({
  start,
  folder,
  sandbox,
  desktop,
}) => {
  test.skip(!desktop, 'notifications go over a bus that can be listened to on Linux alone');
  const heard = await listenToNotifications();
  const order = 107_002_931;
  const told = () => heard.all.filter(({ title }) => title.includes(String(order)));
  editWorkOrder(sandbox.sandbox.state, order, {
    scheduledDate: new Date(Date.now() + 50 * 60_000).toISOString(),
  });
  const app = await start({ policy: writePolicy(folder, policyFor(sandbox)) });
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('list', { name: 'Open work orders' })).toContainText(String(order));
  const { field, workday } = await openSettings(app);

  await field('notifications').uncheck();
  await field('remindBeforeMinutes').fill('60');
  await field('remindBeforeMinutes').press('Tab');
  await expect(field('remindBeforeMinutes')).toHaveValue('60');
  expect(told()).toEqual([]);
  await field('notifications').check();
  await expect.poll(told).toHaveLength(1);
  heard.close();

  await app.open();
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  await popup.getByLabel('Arrived at').fill(localMinute(Date.now() - 3 * 3_600_000));
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002896');
  await popup.getByRole('button', { name: 'Check in', exact: true }).click();
  await expectState(popup, 'On site');

  const day = new Date().getDay() || 7;
  await workday(day).uncheck();
  await field('endOfDay').fill(localMinute(Date.now() - 3_600_000).slice(-5));
  await field('endOfDay').press('Tab');
  await expectAnswered(app.electron);
  await workday(day).check();
  const evening = await momentOf(app.electron, 'OnSite – End of day');
  await evening.getByRole('button', { name: 'Still working' }).click();
  await expectAnswered(app.electron);

  await field('idleMinutes').fill('0.05');
  const asked = await momentOf(app.electron, 'OnSite – Idle');
  await expect(asked.getByRole('button', { name: 'Keep working' })).toBeVisible();
  await field('autoPauseMinutes').fill('0.05');
  await expect(asked.getByRole('button', { name: 'Keep the pause' })).toBeVisible({ timeout: 10_000 });
});

test('hosts, client, way of signing in and deadline change at once', async ({ start, folder, sandbox }) => {
  const elsewhere = { apiUrl: 'http://127.0.0.1:9/v3', loginUrl: 'http://127.0.0.1:9' };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(elsewhere));
  const app = await start({ policy: writePolicy(folder, { undoSeconds: 0 }) });
  const popup = await app.open();
  const { page, field, choice } = await openSettings(app);
  await field('apiUrl').fill(sandbox.apiUrl);
  await field('loginUrl').fill(sandbox.url);
  await field('clientId').fill(DEMO_CLIENT.id);
  await field('clientId').press('Tab');
  await field('clientSecret').fill(DEMO_CLIENT.secret);
  await field('clientSecret').press('Enter');
  await expect(field('clientSecret')).toHaveAttribute('placeholder', 'Saved');

  await choice('signIn').selectOption('browser');
  await field('redirectUri').fill('http://127.0.0.1:18765/back');
  await field('redirectUri').press('Tab');
  await inMain(app.electron, ({ shell }) => {
    shell.openExternal = async (url) => {
      process.env.TEST_OPENED = url;
    };
  });
  await app.open();
  await popup.getByRole('button', { name: 'Sign in with your browser' }).click();
  const opened = () => inMain(app.electron, () => process.env.TEST_OPENED ?? '');
  await expect.poll(opened).toContain(encodeURIComponent('http://127.0.0.1:18765/back'));
  expect(await opened()).toContain(DEMO_CLIENT.id);
  await popup.getByRole('button', { name: 'Cancel' }).click();

  await choice('signIn').selectOption('password');
  await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  sandbox.sandbox.addFault({ method: 'GET', times: 0, delayMs: 4_000 });
  await field('requestTimeoutSeconds').fill('1');
  await field('requestTimeoutSeconds').press('Tab');
  await page.getByRole('button', { name: 'Check connection' }).click();
  await expect(page.getByText(/ServiceChannel does not answer at/)).toBeVisible();
});

test('the threshold of the comparison changes at once', async ({ start, folder, sandbox }) => {
  const app = await start({ policy: givePolicy(folder, sandbox, { workdays: [] }) });
  await dayWith(app, '107002896', 96);
  const [activity] = sandbox.sandbox.state.activities;
  if (!activity) throw new Error('nothing was recorded');
  activity.timeIn -= 10 * 60_000;
  const sheet = await openTimesheet(app);
  await sheet.getByRole('button', { name: 'Compare now' }).click();
  await expect(today(sheet)).toContainText('Differs by 10 min');
  const differences = sheet.getByRole('list', { name: 'Differences' });
  await expect(differences).toContainText('disputes invoices from 15 minutes');
  const { field, page } = await openSettings(app);
  await field('disputeMinutes').fill('5');
  await expect(differences).toContainText('disputes invoices from 5 minutes');
  await page.getByRole('textbox', { name: 'Northwind Stores' }).fill('8');
  await expect(differences).toContainText('disputes invoices from 8 minutes');
});
