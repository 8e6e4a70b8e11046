import type { Locator, Page } from '@playwright/test';
import type { RunningSandbox } from '../sandbox/server.ts';
import { expect, test } from './app.ts';
import { checkIn, signIn } from './drive.ts';
import { onSite } from './remedies.ts';
import { expectRecorded } from './reports.ts';

const MAIN_STREET = '107002896';
const OAK_PLAZA = 107002931;
const INVOICED = '107003003';
const LONG_NAMES = '107003021';

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Where every button and field of the page is, by what it is called; those that are not drawn are left out. */
async function places(page: Page): Promise<Places> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a')].flatMap((element) => {
      const { x, y, width } = element.getBoundingClientRect();
      const label = element.getAttribute('aria-label') ?? element.closest('.field')?.textContent;
      return width > 0 ? [[`${element.tagName} ${label ?? element.textContent}`, { x, y }] as const] : [];
    }),
  );
  return new Map(found);
}

/** Does what changes the state, and asserts that nothing which is there before and after has moved by over 2 px. */
async function expectStill(page: Page, what: string, change: () => Promise<unknown>): Promise<void> {
  const before = await places(page);
  await change();
  const after = await places(page);
  const moved = [...before].flatMap(([name, from]) => {
    const to = after.get(name);
    if (!to || (Math.abs(to.x - from.x) <= 2 && Math.abs(to.y - from.y) <= 2)) return [];
    return [`${name}: ${to.x - from.x}, ${to.y - from.y}`];
  });
  expect(moved, what).toEqual([]);
}

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** Is it drawn, and drawn whole, in the window? */
async function expectInSight(element: Locator): Promise<void> {
  const box = await element.boundingBox();
  const height = await element.page().evaluate(() => innerHeight);
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}

/** Holds the answers of a path back until they are let go. */
function hold(sandbox: RunningSandbox, path: string): void {
  sandbox.sandbox.addFault({ path, delayMs: 1_500 });
}

test('while typing the next number nothing moves: details, a refusal of another order, a receipt', async ({
  start,
  sandbox,
}) => {
  const popup = await (await start()).open();
  await signIn(popup);
  await popup.getByLabel('Work order').waitFor();
  const field = popup.getByLabel('Work order');
  await expectStill(popup, 'typing', () => field.fill('1070'));
  await expectStill(popup, 'details', async () => {
    await field.fill(MAIN_STREET);
    await popup.getByText('Main Street store').waitFor();
  });
  await expectStill(popup, 'long details', async () => {
    await field.fill(LONG_NAMES);
    await popup.getByText('walk-in cooler').first().waitFor();
  });
  await expectStill(popup, 'a number that is not there', async () => {
    await field.fill('999999999');
    await popup
      .getByText(/not found/)
      .first()
      .waitFor();
  });
  await expectStill(popup, 'a wrong number', async () => {
    await field.fill('abc');
    await button(popup, 'Check in').click();
    await popup.getByRole('alert').waitFor();
  });

  await field.fill('');
  await onSite(popup, OAK_PLAZA, 30);
  await expectRecorded(sandbox, 1);
  hold(sandbox, 'universalCheckIn');
  await button(popup, 'Switch work order…').click();
  await checkIn(popup, INVOICED);
  await popup.getByRole('heading', { name: INVOICED }).waitFor();
  await button(popup, 'Switch work order…').click();
  await field.fill('1070');
  const refused = popup.getByRole('alert').filter({ hasText: INVOICED });
  await expectStill(popup, 'a refusal comes', () => refused.waitFor());
  await expectInSight(field);
  await expectInSight(button(popup, 'Check in'));
  await expect(field).toBeFocused();
  await expect(popup.getByRole('button', { name: /Needs you/ })).toBeVisible();
  await popup.getByRole('button', { name: /Needs you/ }).click();
  await expectInSight(refused.getByRole('button', { name: 'Send again' }));
});
