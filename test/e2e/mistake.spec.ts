import type { Page } from '@playwright/test';
import type { RunningSandbox } from '../sandbox/server.ts';
import { expect, keptTest, test } from './app.ts';
import { expectClean } from './clean.ts';
import { checkIn, expectDelivery, expectState, seeOrder, signIn } from './drive.ts';
import { onSite } from './remedies.ts';
import { arrivals, expectRecorded, kinds } from './reports.ts';

const MAIN_STREET = 107002896;

const statusOf = ({ sandbox }: RunningSandbox) =>
  sandbox.state.workOrders.find(({ id }) => id === MAIN_STREET)?.status.primary;

async function sayMistake(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Wrong number…' }).click();
  await popup.getByRole('button', { name: 'No visit at all' }).click();
}

keptTest(
  'no visit at all: the check-in is taken off the record, and the status is put back',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await seeOrder(popup, MAIN_STREET, 'Main Street store');
    await checkIn(popup, String(MAIN_STREET));
    await expectState(popup, 'On site');
    await expectRecorded(sandbox, 1);
    await popup.getByRole('button', { name: 'Wrong number…' }).click();
    await expect(popup.getByRole('button', { name: 'No visit at all' })).toBeVisible();
    await expectClean(popup, 'wrong number');
    await popup.getByRole('button', { name: 'Back' }).click();
    await sayMistake(popup);
    await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
    await expectRecorded(sandbox, 4);
    expect(kinds(sandbox)).toEqual(['check-in', 'check-out', 'activity-removed', 'status']);
    expect(sandbox.sandbox.state.activities).toEqual([]);
    expect(statusOf(sandbox)).toBe('OPEN');
    await expectDelivery(popup, 'Everything recorded');
  },
);

test('while it is unsent it never goes', async ({ start, sandbox }) => {
  const popup = await (await start()).open();
  await signIn(popup);
  sandbox.sandbox.addFault({
    path: 'universalCheckIn',
    answer: { status: 429, body: '', headers: { 'retry-after': '5' } },
  });
  await onSite(popup, MAIN_STREET, 15);
  await expectDelivery(popup, '1 waiting to send');
  const before = arrivals(sandbox, /universalCheckIn/);
  await sayMistake(popup);
  await expectDelivery(popup, 'Everything recorded');
  await checkIn(popup, '107002911');
  await expectRecorded(sandbox, 1, 30_000);
  expect(sandbox.sandbox.reports[0]?.workOrderId).toBe(107002911);
  expect(arrivals(sandbox, new RegExp(`${MAIN_STREET}/universalCheckIn`))).toBe(before);
});

test('killed half-way, it comes back and finishes it once', async ({ start, sandbox }) => {
  const first = await start();
  const popup = await first.open();
  await signIn(popup);
  await seeOrder(popup, MAIN_STREET, 'Main Street store');
  await checkIn(popup, String(MAIN_STREET));
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 1);
  // Recorded, and its answer never heard.
  sandbox.sandbox.addFault({ path: 'universalCheckOut', record: 'before', delayMs: 20_000 });
  await sayMistake(popup);
  await expectRecorded(sandbox, 2);
  first.electron.process().kill('SIGKILL');
  const again = await (await start()).open();
  await expectRecorded(sandbox, 4, 60_000);
  await expectDelivery(again, 'Everything recorded');
  expect(kinds(sandbox)).toEqual(['check-in', 'check-out', 'activity-removed', 'status']);
  expect(sandbox.sandbox.state.activities).toEqual([]);
  expect(statusOf(sandbox)).toBe('OPEN');
});
