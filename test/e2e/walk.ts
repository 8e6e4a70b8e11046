import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../../words/index.ts';
import type { RunningSandbox } from '../sandbox/server.ts';
import { localMinute, pageOf, type RunningApp } from './drive.ts';
import { power } from './power.ts';
import { chooseFromTray } from './tray.ts';

/** A walk through the windows in any language: what stands there is looked at in every state. */
export interface Walk {
  readonly app: RunningApp;
  readonly sandbox: RunningSandbox;
  readonly words: Words;
  /** Looks at a page in a state of this name. */
  readonly look: (state: string, page: Page) => Promise<void>;
}

const MAIN_STREET = '107002896';
const OAK_PLAZA = '107002931';
const INVOICED = '107003003';
const MINUTE = 60_000;

export const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** Signs in as the demo technician. */
export async function signInWith(words: Words, popup: Page, password = 'demo'): Promise<void> {
  await popup.getByRole('textbox', { name: words.username }).fill('demo');
  await popup.getByLabel(words.password).fill(password);
  await button(popup, words.signIn).click();
}

async function checkIn(words: Words, popup: Page, workOrder: string): Promise<void> {
  await popup.getByRole('textbox', { name: words.workOrder }).fill(workOrder);
  await button(popup, words.checkIn).click();
}

const isIn = (words: Words, popup: Page, phase: keyof Words['states']): Promise<void> =>
  expect(popup.getByText(words.states[phase], { exact: true }).first()).toBeVisible();

/** An arrival so many minutes ago. */
async function arriveBefore(words: Words, popup: Page, minutes: number): Promise<void> {
  await button(popup, words.earlier).click();
  await popup.getByLabel(words.arrivedAt).fill(localMinute(Date.now() - minutes * MINUTE));
}

/** Signing in, and the form with its offers, its errors and a refusal. */
export async function walkTheForm({ app, words, look }: Walk): Promise<Page> {
  const popup = await app.open();
  await look('signed-out', popup);
  await signInWith(words, popup, 'wrong');
  await popup.getByRole('alert').first().waitFor();
  await look('wrong-password', popup);
  await signInWith(words, popup);
  const orders = popup.getByRole('list', { name: words.openOrders });
  await orders.getByRole('button').first().waitFor();
  await look('no-visit', popup);
  await popup.getByRole('textbox', { name: words.workOrder }).fill('107003021');
  await popup.getByText('walk-in cooler').first().waitFor();
  await button(popup, words.earlier).click();
  await look('work-order', popup);
  await popup.getByRole('textbox', { name: words.workOrder }).fill(MAIN_STREET);
  await popup.getByText('Main Street store').first().waitFor();
  await button(popup, words.details).click();
  await popup.getByRole('list', { name: words.notes, exact: true }).getByRole('listitem').first().waitFor();
  await look('details', popup);
  await button(popup, words.back).click();
  await button(popup, words.earlier).click();
  await checkIn(words, popup, 'abc');
  await popup.getByRole('alert').first().waitFor();
  await look('field-error', popup);
  await checkIn(words, popup, INVOICED);
  const refused = popup.getByRole('alert').filter({ hasText: INVOICED });
  await button(refused, words.remedy('discard', '')).click();
  await look('refused', popup);
  await button(refused, words.dontReport).click();
  return popup;
}

/** Travelling, on site with two technicians, checking out, and paused with another visit paused. */
export async function walkTheVisit({ words, look }: Walk, popup: Page): Promise<void> {
  await popup.getByRole('textbox', { name: words.workOrder }).fill(MAIN_STREET);
  await button(popup, words.driveTo).click();
  await isIn(words, popup, 'travelling');
  await look('travelling', popup);
  await button(popup, words.arrived).click();
  await isIn(words, popup, 'on site');
  await look('on-site', popup);
  await button(popup, `${words.techniciansCount(1)}, ${words.changeCrewOpens}`).click();
  await look('crew', popup);
  await button(popup, words.back).click();
  await button(popup, words.leave.form).click();
  await popup.getByRole('radio', { name: words.statuses.PartsOnOrder }).check();
  await look('checking-out', popup);
  await button(popup, words.back).click();
  await button(popup, words.wrongNumber).click();
  await look('wrong-number', popup);
  await button(popup, words.back).click();
  await button(popup, words.switch).click();
  await look('switching', popup);
  await checkIn(words, popup, OAK_PLAZA);
  await popup.getByRole('heading', { name: OAK_PLAZA }).waitFor();
  await button(popup, words.pause).click();
  await isIn(words, popup, 'paused');
  await look('paused', popup);
  await button(popup, words.finishOpens).click();
  await look('finishing', popup);
  await button(popup, words.back).click();
  await button(popup, words.showDelivery).click();
  await popup.locator('summary').first().click();
  await look('delivery', popup);
  await button(popup, words.back).click();
}

/** Finishes both visits; the receipt of a third with a status stands there in the end. */
export async function walkTheEnd({ words, look }: Walk, popup: Page): Promise<void> {
  for (const _ of [1, 2]) {
    await button(popup, words.finishOpens).click();
    await popup.getByRole('radio', { name: words.statuses.NoStatusChange }).check();
    await button(popup, words.setStatus).click();
  }
  await checkIn(words, popup, '107002760');
  await isIn(words, popup, 'on site');
  await button(popup, words.leave.form).click();
  await popup.getByRole('radio', { name: words.statuses.Incomplete }).check();
  await button(popup, words.checkOut).click();
  // The reads of a minute are limited: this one may have to wait for its place among them.
  await popup.getByText(words.receiptRecorded, { exact: true }).waitFor({ timeout: 80_000 });
  await look('receipt', popup);
}

/** Settings and Timesheet, each from the tray's menu. */
export async function walkTheWindows({ app, words, look }: Walk): Promise<void> {
  await chooseFromTray(app.pid, words.tray.settings);
  const settings = await pageOf(app.electron, 'settings');
  await button(settings, words.checkConnection).click();
  await settings.getByText(words.checkStates.ok, { exact: true }).first().waitFor({ timeout: 80_000 });
  await button(settings, words.addColleague).click();
  await look('settings', settings);
  await chooseFromTray(app.pid, words.tray.timesheet);
  const sheet = await pageOf(app.electron, 'timesheet');
  await button(sheet, words.sheet.editOf(107002760)).click();
  await look('timesheet', sheet);
  await button(sheet, words.sheet.cancel).click();
  await button(sheet, words.sheet.addVisit).click();
  await look('timesheet-add', sheet);
  await sheet.getByRole('tab', { name: words.sheet.tabs.invoice }).click();
  await look('timesheet-invoice', sheet);
}

/** The window that asks, with this title. */
export async function asked({ app }: Walk, title: string): Promise<Page> {
  const find = async () => {
    for (const page of app.electron.windows())
      if ((await page.title().catch(() => '')) === title) return page;
    return null;
  };
  await expect.poll(async () => (await find()) !== null, { message: title, timeout: 20_000 }).toBe(true);
  const page = await find();
  if (!page) throw new Error(`no window ${title}`);
  return page;
}

/**
 * The questions of the app itself, on site since 15 hours: idle, forgotten, quitting. The app asks after seconds
 * (`idleMinutes` of the policy), and the end of the day has been.
 */
export async function walkTheQuestions(walk: Walk): Promise<void> {
  const { app, words, look } = walk;
  const popup = await app.open();
  await signInWith(words, popup);
  await arriveBefore(words, popup, 15 * 60);
  await checkIn(words, popup, MAIN_STREET);
  await isIn(words, popup, 'on site');
  const idle = await asked(walk, words.momentTitles.idle);
  await look('idle-away', idle);
  await button(idle, words.leave.form).click();
  await look('idle-checking-out', idle);
  await power(app.electron, 'resume');
  const forgotten = await asked(walk, words.momentTitles.forgotten);
  await look('forgotten', forgotten);
  await chooseFromTray(app.pid, words.tray.quit);
  await look('quit', await asked(walk, words.momentTitles.quit));
}
