import type { Locator, Page } from '@playwright/test';
import { expect, keptTest as test } from './app.ts';
import { checkIn, expectDelivery, type RunningApp, signIn } from './drive.ts';
import { clickOn } from './keyboard-and-pointer.ts';
import { alertOf, leave, onSite } from './remedies.ts';
import { expectRecorded } from './reports.ts';
import { expectInSight } from './stillness.ts';

const HARBOR = 107002911;
const OAK_PLAZA = 107002931;

/** The first line of an alert. */
const titleOf = (alert: Locator): Locator => alert.locator('p').first();

/** The elements that scroll up and down and can be moved sideways as well, as by what brings an element into sight. */
const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('main, main *')];
    const scrollers = all.filter((each) => getComputedStyle(each).overflowY === 'auto');
    for (const each of scrollers) each.scrollLeft = 100;
    return scrollers
      .filter(({ scrollLeft }) => scrollLeft > 0)
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });

/** Sends the note as it is written, and expects the alert to begin at its top then. */
async function tellClient(app: RunningApp, alert: Locator): Promise<void> {
  await clickOn(app, alert.getByRole('button', { name: 'Tell the client' }));
  const send = alert.getByRole('button', { name: 'Send note' });
  await expect(send).not.toHaveAttribute('aria-disabled', /.*/);
  await clickOn(app, send);
  await expect(alert).toContainText('The client was told');
  await expectInSight(titleOf(alert));
}

test('a problem that the client was told of begins at its top, with a visit on site and without', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await onSite(popup, HARBOR, 90, 2);
  await expectRecorded(sandbox, 1);
  sandbox.sandbox.addFault({
    path: 'universalCheckOut',
    times: 2,
    answer: { status: 400, body: { ErrorCodes: [921], ErrorMessage: 'It is in a completed status' } },
  });
  await leave(popup, 'Finished (Completed)', 30);
  const told = async (alert: Locator) => {
    await tellClient(app, alert);
    await expectInSight(alert.getByRole('button', { name: 'Done' }));
    expect(await sideways(popup)).toEqual([]);
  };
  await told(alertOf(popup, HARBOR));
  await expect(popup.getByRole('button', { name: /Needs you/ })).toHaveCount(0);
  await onSite(popup, OAK_PLAZA, 25);
  await expectRecorded(sandbox, 3);
  await leave(popup, 'Parts on order', 20);
  await alertOf(popup, OAK_PLAZA).waitFor();
  await checkIn(popup, '107002896');
  await told(alertOf(popup, OAK_PLAZA));
});

test('a problem that is opened from its line begins at its top', async ({ app }) => {
  const popup = await app.open();
  await signIn(popup);
  for (const [index, workOrder] of ['107003001', '107003003', '107003012'].entries()) {
    await checkIn(popup, workOrder);
    await expectDelivery(popup, index === 0 ? '1 needs attention' : `${index + 1} need attention`);
  }
  await clickOn(app, popup.getByRole('button', { name: /Check-in of .* · 107003001/ }));
  await expectInSight(titleOf(alertOf(popup, 107003001)));
  await expectInSight(popup.getByRole('button', { name: 'Check in', exact: true }));
});

test('what the remedies of a problem ask and offer comes into sight within the news', async ({ app }) => {
  const popup = await app.open();
  await signIn(popup);
  for (const workOrder of [107003001, 107003012, 107003003]) {
    await checkIn(popup, String(workOrder));
    await alertOf(popup, workOrder).waitFor();
  }
  const newest = alertOf(popup, 107003003);
  await clickOn(app, newest.getByRole('button', { name: 'Don’t report this…' }));
  await expectInSight(newest.getByRole('button', { name: 'Don’t report', exact: true }));
  await clickOn(app, newest.getByRole('button', { name: 'Keep it' }));
  await clickOn(app, newest.getByRole('button', { name: 'More', exact: true }));
  await expectInSight(newest.getByRole('button').last());
  await expectInSight(popup.getByRole('textbox', { name: 'Work order' }));
  await tellClient(app, newest);
});
