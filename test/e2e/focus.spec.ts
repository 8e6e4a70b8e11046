import type { Locator, Page } from '@playwright/test';
import { expect, keptTest as test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { checkIn, expectState, isShown, type RunningApp, signIn } from './drive.ts';
import { clickOn, pressKey } from './keyboard-and-pointer.ts';
import { beOnSite, expectAnswered, momentOf } from './moments.ts';
import { power } from './power.ts';
import { alertOf, leave, onSite } from './remedies.ts';
import { expectRecorded, recorded } from './reports.ts';

const MAIN_STREET = 107002896;
const INVOICED = 107003003;

const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: true });

/** Opens a form with the real keyboard, from the button that opens it. */
async function openBy(opener: Locator): Promise<void> {
  await opener.focus();
  await pressKey('Return');
}

/** The popup with the desktop's focus: keys of the desktop go to it. */
async function focused(app: RunningApp, popup: Page): Promise<void> {
  await clickOn(app, popup.getByRole('heading').first());
  await expect.poll(() => popup.evaluate(() => document.hasFocus())).toBe(true);
}

test('Esc closes the innermost form, then the form around it, then the popup', async ({ app, sandbox }) => {
  const popup = await app.open();
  await beOnSite(popup);
  await focused(app, popup);
  const opener = button(popup, 'Check out…');
  await openBy(opener);
  const statuses = popup.getByRole('radiogroup', { name: 'Status' });
  await expect(statuses.getByRole('radio').first()).toBeFocused();
  await openBy(button(popup, 'Earlier…'));
  await expect(popup.getByLabel('Left at')).toBeFocused();
  await pressKey('Escape');
  await expect(popup.getByLabel('Left at')).toHaveCount(0);
  await expect(button(popup, 'Earlier…')).toBeFocused();
  await expect(statuses).toBeVisible();
  await pressKey('Escape');
  await expect(statuses).toHaveCount(0);
  await expect(opener).toBeFocused();
  expect(await isShown(app.electron)).toBe(true);
  await pressKey('Escape');
  await expect.poll(() => isShown(app.electron)).toBe(false);
  expect(recorded(sandbox)).toHaveLength(1);
});

test('what a visit opens gives the focus back to its button: crew, move, switch, earlier, delivery', async ({
  app,
}) => {
  const popup = await app.open();
  await beOnSite(popup);
  await focused(app, popup);
  const forms = [
    ['1 technician, Change crew…', popup.getByRole('spinbutton', { name: 'Technicians' })],
    ['Wrong number…', popup.getByRole('textbox', { name: 'Work order' })],
    ['Switch work order…', popup.getByRole('textbox', { name: 'Work order' })],
  ] as const;
  for (const close of ['Back', 'Escape'])
    for (const [name, field] of forms) {
      await openBy(button(popup, name));
      await expect(field).toBeFocused();
      if (close === 'Back') await openBy(button(popup, 'Back'));
      else await pressKey('Escape');
      await expect(field).toHaveCount(0);
      await expect(button(popup, name)).toBeFocused();
    }
  await openBy(button(popup, 'Show delivery'));
  await expect(button(popup, 'Back')).toBeFocused();
  await pressKey('Return');
  await expect(button(popup, 'Show delivery')).toBeFocused();
  await openBy(button(popup, 'Wrong number…'));
  await openBy(button(popup, '1 technician, Change crew…'));
  await popup.getByRole('spinbutton', { name: 'Technicians' }).fill('2');
  await pressKey('Return');
  await expect(button(popup, '2 technicians, Change crew…')).toBeFocused();
});

test('every remedy’s form gives the focus back to its button, and the heading has it when the alert is gone', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await onSite(popup, MAIN_STREET, 30);
  await expectRecorded(sandbox, 1);
  const answer = { status: 400, body: { ErrorCodes: [503], ErrorMessage: 'Resolution is required' } };
  sandbox.sandbox.addFault({ path: 'universalCheckOut', answer });
  await leave(popup, 'Coming back (Incomplete)', 10);
  await alertOf(popup, MAIN_STREET).waitFor();
  await checkIn(popup, String(INVOICED));
  const alert = alertOf(popup, INVOICED);
  await alert.waitFor();
  await focused(app, popup);
  const more = button(alert, 'More');
  if ((await more.count()) > 0) await openBy(more);
  const names = await alert.getByRole('button', { name: /…$|^Tell the client$/ }).allTextContents();
  expect(names).toContain('Don’t report this…');
  expect(names.length).toBeGreaterThan(2);
  for (const name of names)
    for (const close of ['Back', 'Escape']) {
      await openBy(button(alert, name));
      const back = alert.getByRole('button', { name: /^(Back|Keep it)$/ });
      await expect(back).toBeVisible();
      const within = alert.locator(':focus');
      await expect(within).toHaveCount(1);
      if (close === 'Back') await openBy(back);
      else await pressKey('Escape');
      await expect(back).toHaveCount(0);
      await expect(button(alert, name)).toBeFocused();
    }
  await openBy(button(alert, 'Don’t report this…'));
  await expect(button(alert, 'Don’t report')).not.toHaveAttribute('aria-disabled', /./);
  await openBy(button(alert, 'Don’t report'));
  await expect(alert).toHaveCount(0);
  await expect(popup.locator('h1')).toBeFocused();
});

test('Esc in a break form closes the form and answers nothing; a second one keeps working', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await chooseSettings(popup, { idleMinutes: 0.1, endOfDay: '00:00' });
  await beOnSite(popup);
  await power(app.electron, 'suspend');
  const asked = await momentOf(app.electron, 'OnSite – Idle');
  await power(app.electron, 'resume');
  await clickOn(app, button(asked, 'I had a break'));
  await expect(asked.getByLabel('From')).toBeFocused();
  await pressKey('Escape');
  await expect(asked.getByLabel('From')).toHaveCount(0);
  await expect(button(asked, 'I had a break')).toBeFocused();
  await pressKey('Escape');
  await expectAnswered(app.electron);
  await expectState(popup, 'On site');
  expect(recorded(sandbox)).toHaveLength(1);
});
