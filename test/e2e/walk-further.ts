import { expect, type Page } from '@playwright/test';
import type { Words } from '../../words/index.ts';
import { DEMO_CLIENT } from '../sandbox/data-users.ts';
import { policyFor, writePolicy } from '../sandbox/policy.ts';
import type { RunningSandbox } from '../sandbox/server.ts';
import { localMinute, pageOf } from './drive.ts';
import { chooseFromTray } from './tray.ts';
import { asked, button, type Walk } from './walk.ts';

const MAIN_STREET = '107002896';
/** Its client takes check-ins by phone only. */
const BY_PHONE = '107003012';
const HOUR = 3_600_000;

/** A policy without a client, so that the first run asks for one; the day ended an hour ago, and the strip is on. */
export const firstRunPolicy = (folder: string, sandbox: RunningSandbox, more: object = {}): string => {
  const { apiUrl, loginUrl } = policyFor(sandbox);
  const endOfDay = localMinute(Date.now() - HOUR).slice(-5);
  return writePolicy(folder, {
    apiUrl,
    loginUrl,
    undoSeconds: 0,
    strip: true,
    endOfDay,
    idleMinutes: 0,
    ...more,
  });
};

/** The first run: a client of one's own, the check of the connection, the letter for what may be missing. */
export async function walkTheFirstRun({ app, words, look }: Walk): Promise<Page> {
  const popup = await app.open();
  await popup.getByRole('textbox', { name: words.clientId }).fill(DEMO_CLIENT.id);
  await popup.getByLabel(words.clientSecret).fill(DEMO_CLIENT.secret);
  await popup.getByRole('textbox', { name: words.username }).fill('demo');
  await popup.getByLabel(words.password).fill('demo');
  await look('first-run', popup);
  await button(popup, words.signIn).click();
  await button(popup, words.showChecks).click();
  await look('first-check', popup);
  await button(popup, words.copyLetter).click();
  await popup.getByText(words.letterCopied).waitFor();
  await look('letter', popup);
  await button(popup, words.checkSeen).click();
  return popup;
}

const number = (words: Words, popup: Page) => popup.getByRole('textbox', { name: words.workOrder });

/** The field that takes a time too, running late, and an order that takes check-ins by phone only. */
export async function walkTheOrder({ words, look }: Walk, popup: Page): Promise<void> {
  await number(words, popup).fill(`${MAIN_STREET} -20m`);
  await popup.locator('.line-hint').waitFor();
  await look('one-line', popup);
  await number(words, popup).fill(MAIN_STREET);
  await popup.getByText('Main Street store').first().waitFor();
  await button(popup, words.details).click();
  await button(popup, words.runningLate).click();
  await look('running-late', popup);
  await button(popup, words.back).last().click();
  await number(words, popup).fill(BY_PHONE);
  await button(popup, words.checkIn).click();
  const refused = popup.getByRole('alert').filter({ hasText: BY_PHONE });
  await button(popup, words.phone.opens).click();
  await look('phone-refused', popup);
  await button(refused, words.remedy('discard', '')).click();
  await button(refused, words.dontReport).click();
  await expect(refused).toHaveCount(0);
}

/** On site since before the end of the day: its question, and the strip. */
export async function walkTheEvening(walk: Walk, popup: Page): Promise<void> {
  const { app, words, look } = walk;
  await button(popup, words.earlier).click();
  await popup.getByLabel(words.arrivedAt).fill(localMinute(Date.now() - 4 * HOUR));
  await number(words, popup).fill(MAIN_STREET);
  await button(popup, words.checkIn).click();
  const evening = await asked(walk, words.momentTitles['end-of-day']);
  await look('end-of-day', evening);
  await button(evening, words.stillWorking).click();
  const strip = await pageOf(app.electron, 'strip');
  await look('strip', strip);
  await chooseFromTray(app.pid, words.tray.timesheet);
  const sheet = await pageOf(app.electron, 'timesheet');
  await sheet.getByRole('tab', { name: words.sheet.tabs.proof }).click();
  await look('timesheet-proof', sheet);
}
