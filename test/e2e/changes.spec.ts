import type { Page } from '@playwright/test';
import type { RunningSandbox } from '../sandbox/server.ts';
import { expect, keptTest, test } from './app.ts';
import { checkIn, checkOut, chooseStatus, expectDelivery, expectState, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { alertOf, leave, onSite } from './remedies.ts';
import { expectRecorded, reportedTimes } from './reports.ts';
import { expectInSight } from './stillness.ts';

const MAIN_STREET = 107002896;
const HARBOR = 107002911;
const OAK_PLAZA = 107002931;

const refusal = (code: number, ErrorMessage: string) => ({
  status: 400,
  body: { ErrorCodes: [code], ErrorMessage },
});

/** The body of the last request that was recorded, or of one before it. */
const sent = ({ sandbox }: RunningSandbox, index = -1) => JSON.parse(sandbox.reports.at(index)?.body ?? '{}');

const giveUp = async (popup: Page, workOrder: number) => {
  const alert = alertOf(popup, workOrder);
  await alert.getByRole('button', { name: 'Don’t report this…' }).click();
  await alert.getByRole('button', { name: 'Don’t report', exact: true }).click();
};

keptTest(
  'a check-out that is refused for its text is changed in place, and keeps its time',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await onSite(popup, MAIN_STREET, 40);
    await expectRecorded(sandbox, 1);
    const answer = refusal(503, 'Resolution is required for this status');
    sandbox.sandbox.addFault({ path: 'universalCheckOut', answer });
    const to = await leave(popup, 'Coming back (Incomplete)', 10);
    const alert = alertOf(popup, MAIN_STREET);
    await expect(alert).toContainText('ServiceChannel: “Resolution is required for this status.”');
    await alert.getByRole('button', { name: 'Change…' }).click();
    await expect(alert.getByRole('radio', { name: 'Coming back (Incomplete)' })).toBeChecked();
    // However long the form: the window's own buttons stay above the fold.
    await expectInSight(popup.getByRole('button', { name: 'Earlier…' }));
    await alert.getByRole('button', { name: 'Back' }).click();
    await alert.getByRole('button', { name: 'Change…' }).click();
    await alert.getByRole('textbox', { name: 'Resolution' }).fill('Waiting for access');
    await alert.getByRole('button', { name: 'Send', exact: true }).click();
    await expectRecorded(sandbox, 2);
    expect(sent(sandbox)).toMatchObject({ PrimaryStatus: 'Incomplete', Resolution: 'Waiting for access' });
    expect(reportedTimes(sandbox)[1]).toBe(to);
    await expectDelivery(popup, 'Everything recorded');
  },
);

test('a work type that is refused is changed for the whole pair, though there is a later visit', async ({
  start,
  sandbox,
}) => {
  const popup = await (await start()).open();
  await signIn(popup);
  sandbox.sandbox.addFault({
    path: `${MAIN_STREET}/universalCheckIn`,
    answer: { status: 429, body: '', headers: { 'retry-after': '6' } },
  });
  const answer = refusal(503, 'Work type not found');
  sandbox.sandbox.addFault({ path: `${MAIN_STREET}/universalCheckIn`, answer });
  const from = await onSite(popup, MAIN_STREET, 60);
  const to = await leave(popup, 'Parts on order', 30);
  await onSite(popup, OAK_PLAZA, 20);
  const alert = alertOf(popup, MAIN_STREET);
  await expect(alert).toContainText('does not have this work type', { timeout: 20_000 });
  await alert.getByRole('button', { name: 'Change…' }).click();
  await expect(alert.getByRole('combobox', { name: 'Work type' })).toHaveValue('1');
  const options = alert.getByRole('combobox', { name: 'Work type' }).getByRole('option');
  const other = await options
    .filter({ hasNotText: /Repair|Travel/ })
    .first()
    .getAttribute('value');
  await alert.getByRole('combobox', { name: 'Work type' }).selectOption(other);
  await alert.getByRole('spinbutton', { name: 'Technicians' }).fill('3');
  await alert.getByRole('button', { name: 'Send', exact: true }).click();
  await expectRecorded(sandbox, 3);
  const type = Number(other);
  const activity = sandbox.sandbox.state.activities.find((each) => each.workOrderId === MAIN_STREET);
  expect(activity).toMatchObject({ workTypeId: type, techsCount: 3, timeIn: from, timeOut: to });
  await expectState(popup, 'On site');
});

keptTest('a status that is refused is changed, and its words are said', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, String(MAIN_STREET));
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await expectRecorded(sandbox, 2);
  const answer = refusal(904, 'Extended status does not belong to primary status COMPLETED');
  sandbox.sandbox.addFault({ method: 'PUT', path: 'status', answer });
  await popup.getByRole('button', { name: 'Finish…' }).click();
  await chooseStatus(popup, 'Finished (Completed)');
  await popup.getByRole('button', { name: 'Set status' }).click();
  const alert = alertOf(popup, MAIN_STREET);
  await alert.getByRole('button', { name: 'Change…' }).click();
  await chooseStatus(alert, 'In progress');
  await alert.getByRole('button', { name: 'Send', exact: true }).click();
  await expectRecorded(sandbox, 3);
  expect(sent(sandbox)).toMatchObject({ Status: { Primary: 'IN PROGRESS' } });
});

keptTest('a time that is refused is changed within what may be', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await onSite(popup, MAIN_STREET, 30);
  await expectRecorded(sandbox, 1);
  const answer = refusal(503, 'Check In/Out time should be close to current location time');
  sandbox.sandbox.addFault({ path: 'universalCheckOut', answer });
  await checkOut(popup, 'No status change');
  const alert = alertOf(popup, MAIN_STREET);
  await alert.getByRole('button', { name: 'Change…' }).click();
  await expect(alert.getByLabel('Left at')).not.toHaveValue('');
  await alert.getByLabel('Left at').fill('2020-01-01T10:00');
  await alert.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(alert.getByLabel('Left at')).toHaveAccessibleDescription(/7 days back/);
});

keptTest(
  'given up, and open there: on site again, and out with no status at its own time',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await onSite(popup, MAIN_STREET, 40);
    await expectRecorded(sandbox, 1);
    sandbox.sandbox.addFault({ path: 'universalCheckOut', answer: refusal(503, 'Something is missing') });
    const to = await leave(popup, 'Parts on order', 10);
    await giveUp(popup, MAIN_STREET);
    await expectState(popup, 'On site');
    const note = alertOf(popup, MAIN_STREET);
    await expect(note).toContainText('You are still checked in.');
    await expect(note.getByRole('button', { name: 'Change…' })).toBeVisible();
    await note.getByRole('button', { name: 'Check out with no status' }).click();
    await expectState(popup, 'Paused');
    await expectRecorded(sandbox, 2);
    expect(sent(sandbox)).toMatchObject({ ActionStatus: 'Cancel' });
    expect(reportedTimes(sandbox)[1]).toBe(to);
  },
);

test('given up, and the order takes no check-out: still open there in sight, and the next check-in is free', async ({
  start,
  sandbox,
}) => {
  const first = await start();
  const popup = await first.open();
  await signIn(popup);
  await onSite(popup, HARBOR, 40);
  await expectRecorded(sandbox, 1);
  const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === HARBOR);
  if (order) order.status = { primary: 'CANCELLED', extended: null };
  await leave(popup, 'Parts on order', 10);
  await giveUp(popup, HARBOR);
  await expect(popup.getByText('Still open at ServiceChannel', { exact: true })).toBeVisible();
  await expect(alertOf(popup, HARBOR)).toContainText('check out by phone: 1-516-500-7776');
  await expect(alertOf(popup, HARBOR).getByRole('button', { name: 'Tell the client' })).toBeVisible();
  await expectDelivery(popup, '1 needs attention');
  await checkIn(popup, String(OAK_PLAZA));
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 2);
  await first.close();
  const [activity] = sandbox.sandbox.state.activities;
  if (activity) activity.timeOut = Date.now();
  const again = await (await start()).open();
  await expect(alertOf(again, HARBOR)).toContainText('ServiceChannel checked you out at');
  await expectState(again, 'On site');
});

keptTest(
  'given up, and closed there: the visit ends at that time, and can be corrected',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    const from = await onSite(popup, MAIN_STREET, 40);
    await expectRecorded(sandbox, 1);
    sandbox.sandbox.addFault({ path: 'universalCheckOut', answer: refusal(503, 'Something is missing') });
    const to = await leave(popup, 'Parts on order', 10);
    const [activity] = sandbox.sandbox.state.activities;
    if (activity) activity.timeOut = from + 15 * 60_000;
    await giveUp(popup, MAIN_STREET);
    const note = alertOf(popup, MAIN_STREET);
    await expect(note).toContainText('ServiceChannel checked you out at');
    await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
    await note.getByRole('button', { name: 'Correct the record' }).click();
    await expect(note).toBeHidden();
    await expectDelivery(popup, 'Everything recorded');
    expect(activity?.timeOut).toBe(to);
  },
);

keptTest(
  'a refused pause that was resumed and is given up: no second check-in, on site all along',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await onSite(popup, MAIN_STREET, 40);
    await expectRecorded(sandbox, 1);
    sandbox.sandbox.addFault({ path: 'universalCheckOut', answer: refusal(503, 'Something is missing') });
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(alertOf(popup, MAIN_STREET)).toContainText('was refused');
    await popup.getByRole('button', { name: 'Resume' }).click();
    await expectState(popup, 'On site');
    await giveUp(popup, MAIN_STREET);
    await expect(alertOf(popup, MAIN_STREET)).toBeHidden();
    await expectState(popup, 'On site');
    await expectDelivery(popup, 'Everything recorded');
    await checkOut(popup, 'No status change');
    await expectRecorded(sandbox, 2);
    expect(sandbox.sandbox.state.activities).toHaveLength(1);
  },
);

keptTest(
  'the newest problem is in full, the others are a line that a click opens',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    for (const [index, workOrder] of [107003001, 107003003, 999999999].entries()) {
      await checkIn(popup, String(workOrder));
      await expectDelivery(popup, index === 0 ? '1 needs attention' : `${index + 1} need attention`);
      await expect(alertOf(popup, workOrder)).toBeVisible();
    }
    await expect(popup.getByRole('alert')).toHaveCount(1);
    await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeInViewport();
    await popup.getByRole('button', { name: /Check-in of .* · 107003001/ }).click();
    const alert = alertOf(popup, 107003001);
    await expect(alert.getByRole('button', { name: 'Tell the client' })).toBeVisible();
    await alert.getByRole('button', { name: 'Tell the client' }).click();
    await alert.getByRole('button', { name: 'Send note' }).click();
    await expect(alert).toContainText('Waiting for Northwind Stores');
    await expectDelivery(popup, '2 need attention');
    await alert.getByRole('button', { name: 'Done' }).click();
    await expect(alert).toBeHidden();
    expect(sandbox.sandbox.state.notes.at(-1)?.workOrderId).toBe(107003001);
  },
);

keptTest('a problem that says to look in ServiceChannel opens its page in the browser', async ({ app }) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107003018');
  await inMain(app.electron, ({ shell }) => {
    const real = shell.openExternal;
    delete process.env.OPENED;
    shell.openExternal = async (url) => {
      process.env.OPENED = url;
      shell.openExternal = real;
    };
  });
  await alertOf(popup, 107003018).getByRole('button', { name: 'Open in ServiceChannel' }).click();
  const opened = () => inMain(app.electron, () => process.env.OPENED);
  await expect.poll(opened).toBe('https://www.servicechannel.com/sc/wo/Workorders/index?id=107003018');
});
