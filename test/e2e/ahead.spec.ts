import type { Page } from '@playwright/test';
import type { WorkActivity } from '../sandbox/records.ts';
import type { RunningSandbox } from '../sandbox/server.ts';
import { expect, keptTest as test } from './app.ts';
import { expectClean } from './clean.ts';
import { checkIn, chooseStatus, expectState, seeOrder, signIn } from './drive.ts';
import { alertOf, clock } from './remedies.ts';
import { expectRecorded, kinds, reportedTimes } from './reports.ts';

const MAIN_STREET = 107002896;
const MINUTE = 60_000;

const activitiesOf = ({ sandbox }: RunningSandbox, workOrder: number): readonly WorkActivity[] =>
  sandbox.state.activities.filter((each) => each.workOrderId === workOrder);

/** Refused as premature, and checked in at the first minute allowed instead, ms. */
async function checkedInAhead(popup: Page, sandbox: RunningSandbox): Promise<number> {
  await signIn(popup);
  const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === MAIN_STREET);
  const callDate = Math.ceil((Date.now() + 20 * MINUTE) / MINUTE) * MINUTE;
  if (order) order.callDate = callDate;
  await seeOrder(popup, MAIN_STREET, 'Main Street store');
  await checkIn(popup, String(MAIN_STREET));
  await alertOf(popup, MAIN_STREET)
    .getByRole('button', { name: /^Check in at / })
    .click();
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 2);
  await expect(popup.getByText(`Counts from ${clock(callDate)}`)).toBeVisible();
  return callDate;
}

test('a premature arrival is checked in at the first minute allowed, and a note carries the true one', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  const callDate = await checkedInAhead(popup, sandbox);
  expect(activitiesOf(sandbox, MAIN_STREET)).toMatchObject([{ timeIn: callDate, timeOut: null }]);
  expect(sandbox.sandbox.state.notes.at(-1)?.text).toContain(`Checked in at ${clock(callDate)} instead.`);
  await expect(popup.getByRole('button', { name: 'Pause', exact: true })).toHaveCount(0);
  await expectClean(popup, 'ahead');
});

test('until it counts it is left at its own second, which is said before', async ({ app, sandbox }) => {
  const popup = await app.open();
  const callDate = await checkedInAhead(popup, sandbox);
  await popup.getByRole('button', { name: `Leave at ${clock(callDate)}` }).click();
  await expect(popup.getByText('0 min will be recorded')).toBeVisible();
  await chooseStatus(popup, 'In progress');
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
  await expectRecorded(sandbox, 3);
  expect(activitiesOf(sandbox, MAIN_STREET)).toMatchObject([{ timeIn: callDate, timeOut: callDate }]);
  await checkIn(popup, '107002931');
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 4);
});

test('taken back before it counts, it is taken off the record and the client is told', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  const callDate = await checkedInAhead(popup, sandbox);
  await popup.getByRole('button', { name: 'Take it back' }).click();
  await expect(popup.getByText(/closed at .* with 0 min, and the client gets a note/)).toBeVisible();
  await popup.getByRole('button', { name: 'Take it back' }).click();
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  await expectRecorded(sandbox, 6);
  const made = ['check-in', 'note', 'check-out', 'activity-removed', 'status', 'note'];
  expect(kinds(sandbox).toSorted()).toEqual(made.toSorted());
  expect(reportedTimes(sandbox)).toEqual([callDate, callDate]);
  expect(activitiesOf(sandbox, MAIN_STREET)).toEqual([]);
  expect(sandbox.sandbox.state.notes.at(-1)?.text).toContain('made by mistake');
});

test('when the time comes the buttons change in their place, and a press that was on its way pauses nothing', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  const callDate = await checkedInAhead(popup, sandbox);
  const before = await popup.getByRole('button', { name: `Leave at ${clock(callDate)}` }).boundingBox();
  // The window's clock alone is put on: the time comes now. The press comes in the frame in which the button does.
  const pressed = await popup.evaluate((by) => {
    const real = Date.now;
    Date.now = () => real() + by;
    return new Promise<{ readonly y: number; readonly disabled: string | null }>((resolve) => {
      const look = () => {
        const buttons = [...document.querySelectorAll('button')];
        const button = buttons.find(({ textContent }) => textContent === 'Pause');
        if (!button) return requestAnimationFrame(look);
        resolve({ y: button.getBoundingClientRect().y, disabled: button.getAttribute('aria-disabled') });
        button.click();
      };
      look();
    });
  }, 25 * MINUTE);
  expect(pressed).toEqual({ y: before?.y, disabled: 'true' });
  const pause = popup.getByRole('button', { name: 'Pause', exact: true });
  await expect(pause).not.toHaveAttribute('aria-disabled', /.*/);
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 2);
});
