import type { Page } from '@playwright/test';
import type { RunningSandbox } from '../sandbox/server.ts';
import { expect, keptTest as test } from './app.ts';
import {
  checkIn,
  checkOut,
  chooseStatus,
  expectDelivery,
  expectState,
  localMinute,
  seeOrder,
  signIn,
} from './drive.ts';
import { inMain } from './in-main.ts';
import { arrivals, expectRecorded, recorded, reportedTimes } from './reports.ts';

const WORK_ORDER = '107002896';

/** Reads of what ServiceChannel holds of an order. */
const HELD = /\(\d+\)\/workactivities/;

/** Types the number and waits until it is looked up: whether a check-in is quicker is for no test to count on. */
async function lookUp(popup: Page, sandbox: RunningSandbox): Promise<void> {
  await seeOrder(popup, Number(WORK_ORDER), 'Main Street store');
  for (const read of [/workorders\/\d+$/, /worktypes/, HELD])
    await expect.poll(() => arrivals(sandbox, read)).toBe(1);
}

const MINUTE = 60_000;

test('after a check-out one read-back says what ServiceChannel holds, and can be copied', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await lookUp(popup, sandbox);
  await popup.getByRole('spinbutton', { name: 'Technicians' }).fill('2');
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  await popup.getByLabel('Arrived at').fill(localMinute(Date.now() - 130 * MINUTE));
  await checkIn(popup, WORK_ORDER);
  await expectState(popup, 'On site');
  await checkOut(popup, 'Parts on order', 'Done');
  const said = popup.getByText('Recorded ✓', { exact: true });
  await expect(said).toBeVisible();
  await expect(popup.getByText(/^107002896 · \w+,? \w+ \w+$/)).toBeVisible();
  await expect(popup.getByText('ServiceChannel holds', { exact: true })).toBeVisible();
  const stretches = popup.getByRole('listitem').filter({ hasText: '2 technicians' });
  await expect(stretches).toHaveText([/^\d{1,2}:\d\d.*–\d{1,2}:\d\d.*, 2 technicians$/]);
  await expect(popup.getByText('Parts on order', { exact: true })).toBeVisible();
  // The look-up's own, and this one.
  expect(arrivals(sandbox, HELD)).toBe(2);
  await popup.getByRole('button', { name: 'Copy' }).click();
  await expect
    .poll(() => inMain(app.electron, ({ clipboard }) => clipboard.readText()))
    .toMatch(/^107002896 · .*\nServiceChannel holds\n.*, 2 technicians\nParts on order$/);
  await popup.getByRole('button', { name: 'Dismiss' }).click();
  await expect(said).toBeHidden();
});

test('a visit with one pause costs four reports, at most four reads after the look-up of its number, and at rest nothing', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  await expect.poll(() => arrivals(sandbox, /ForTimeInterval/)).toBe(1);
  await expect.poll(() => arrivals(sandbox, /odata\/workorders(\?|$)/)).toBe(2);
  await lookUp(popup, sandbox);
  const before = sandbox.sandbox.requests.length;
  await checkIn(popup, WORK_ORDER);
  await expectState(popup, 'On site');
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await popup.getByRole('button', { name: 'Resume' }).click();
  await expectState(popup, 'On site');
  await checkOut(popup, 'Finished (Completed)');
  await expectRecorded(sandbox, 4);
  await expect(popup.getByText('Recorded ✓')).toBeVisible();
  const made = sandbox.sandbox.requests.slice(before);
  const isReport = (path: string) => /universalCheck(In|Out)/.test(path);
  expect(made.filter(({ path }) => isReport(path))).toHaveLength(4);
  const reads = made.filter(({ method }) => method === 'GET').map(({ path }) => path);
  expect(reads.length, reads.join('\n')).toBeLessThanOrEqual(4);
  expect(made).toHaveLength(4 + reads.length);
});

test('where a client takes check-ins by phone only, the visit is kept and never sent', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  sandbox.sandbox.addFault({
    method: 'POST',
    path: 'universalCheckIn',
    answer: {
      status: 400,
      body: JSON.stringify({ ErrorCodes: [503], ErrorCode: 503, ErrorMessage: 'Location is required' }),
    },
  });
  await checkIn(popup, WORK_ORDER);
  const refused = popup.getByRole('alert').filter({ hasText: WORK_ORDER });
  await refused.getByRole('button', { name: 'Checked in by phone' }).click();
  await expectState(popup, 'On site');
  await expect(popup.getByText('Checked in by phone', { exact: true })).toBeVisible();
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await popup.getByRole('button', { name: 'Resume' }).click();
  await expectState(popup, 'On site');
  await checkOut(popup, 'Parts on order');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  await expectDelivery(popup, 'Everything recorded');
  expect(arrivals(sandbox, /universalCheck/)).toBe(1);
  await popup.getByRole('button', { name: 'Show delivery' }).click();
  await expect(popup.getByText('By phone: not sent from here').first()).toBeVisible();
});

test('`Check out…` after hours says that ServiceChannel checked out meanwhile; `I was still here` checks in from then', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  const since = Math.floor(Date.now() / MINUTE) * MINUTE - 6 * 60 * MINUTE;
  await popup.getByRole('button', { name: 'Earlier…' }).click();
  await popup.getByLabel('Arrived at').fill(localMinute(since));
  await checkIn(popup, WORK_ORDER);
  await expectDelivery(popup, 'Everything recorded');
  const closed = since + 5 * 60 * MINUTE;
  for (const activity of sandbox.sandbox.state.activities) activity.timeOut = closed;
  await popup.getByRole('button', { name: 'Check out…' }).click();
  const asked = popup.getByRole('alert').filter({ hasText: /^ServiceChannel checked you out at \d/ });
  await asked.getByRole('button', { name: 'I was still here' }).click();
  await expect(asked).toBeHidden();
  await expectRecorded(sandbox, 2);
  expect(recorded(sandbox)[1]).toContain('check-in');
  expect(reportedTimes(sandbox)[1]).toBe(closed);
  await chooseStatus(popup, 'Parts on order');
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
  await expectRecorded(sandbox, 3);
});
