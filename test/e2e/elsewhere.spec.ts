import type { Page } from '@playwright/test';
import { addCheckInElsewhere } from '../sandbox/control-edits.ts';
import type { RunningSandbox } from '../sandbox/server.ts';
import { expect, keptTest as test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { checkIn, checkOut, expectDelivery, expectState, signIn } from './drive.ts';
import { expectRecorded, recorded } from './reports.ts';

const HERE = '107002896';
const THERE = 107002931;
const MINUTE = 60_000;

/** The technician checks in by phone. @param over what the sandbox is to hold of it */
function phone({ sandbox }: RunningSandbox, workOrderId: number, over: object = {}): number {
  const user = sandbox.state.users.find(({ userName }) => userName === 'demo');
  const since = Math.floor((Date.now() - 95 * MINUTE) / 1000) * 1000;
  addCheckInElsewhere(sandbox, {
    workOrderId,
    userId: user?.id,
    timeIn: new Date(since).toISOString(),
    ...over,
  });
  return since;
}

const button = (popup: Page, name: string) => popup.getByRole('button', { name, exact: true });

test('an open check-in made elsewhere is met at sign-in and continued with its own time', async ({
  app,
  sandbox,
}) => {
  const since = phone(sandbox, THERE, { techsCount: 3 });
  const popup = await app.open();
  await signIn(popup);
  await expect(
    popup.getByText(/You have been on 107002931 since .*You checked in somewhere else/),
  ).toBeVisible();
  await button(popup, 'Continue this visit').click();
  await expect(popup.getByRole('heading', { name: String(THERE) })).toBeVisible();
  await expectState(popup, 'On site');
  await expectDelivery(popup, 'Everything recorded');
  expect(recorded(sandbox)).toEqual([]);
  await checkOut(popup, 'Finished (Completed)');
  await expectRecorded(sandbox, 1);
  expect(recorded(sandbox)).toEqual(['check-out 107002931 type 1 × 3 Complete Completed']);
  expect(sandbox.sandbox.state.activities).toMatchObject([{ timeIn: since, techsCount: 3 }]);
});

test('where no type of the order has its name, it is asked for, and goes with the check-out', async ({
  app,
  sandbox,
}) => {
  phone(sandbox, THERE, { workTypeId: 99 });
  const popup = await app.open();
  await signIn(popup);
  const note = popup.getByRole('note').filter({ hasText: 'You checked in somewhere else' });
  await button(popup, 'Continue this visit').click();
  await expect(note.getByRole('alert')).toContainText('ServiceChannel does not say which it is');
  await note.getByLabel('Work type').selectOption('Snow removal');
  await button(popup, 'Continue this visit').click();
  await expectState(popup, 'On site');
  await button(popup, 'Check out').click();
  await expectRecorded(sandbox, 1);
  expect(recorded(sandbox)).toEqual(['check-out 107002931 type 21 × 1 Complete NoStatusChange']);
});

test.describe('our own check-in that has not left when one is found open', () => {
  async function stopped(popup: Page, sandbox: RunningSandbox, order: number) {
    await signIn(popup);
    await checkIn(popup, HERE);
    await expectState(popup, 'On site');
    phone(sandbox, order);
    await button(popup, 'Switch work order…').click();
    await popup.getByRole('textbox', { name: 'Work order' }).fill(String(order));
    await expect(popup.getByText(`Your check-in on ${HERE} at`)).toBeVisible();
    await expectDelivery(popup, '1 needs attention');
  }

  test('gives way to the one that is continued', async ({ app, sandbox }) => {
    const popup = await app.open();
    await chooseSettings(popup, { undoSeconds: 30 });
    await stopped(popup, sandbox, Number(HERE));
    await button(popup, 'Continue this visit').click();
    await expectState(popup, 'On site');
    await expect(popup.getByRole('timer')).toHaveText(/^1:35:/);
    await expectDelivery(popup, 'Everything recorded');
    expect(recorded(sandbox)).toEqual([]);
  });

  test('goes all the same with `Check in anyway`', async ({ app, sandbox }) => {
    const popup = await app.open();
    await chooseSettings(popup, { undoSeconds: 30 });
    await stopped(popup, sandbox, THERE);
    await button(popup, 'Check in anyway').click();
    await expectState(popup, 'On site');
    await expect(popup.getByRole('heading', { name: HERE })).toBeVisible();
    await expectRecorded(sandbox, 1);
    await expect(button(popup, 'Continue this visit')).toHaveCount(0);
  });
});
