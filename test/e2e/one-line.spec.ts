import { expect, keptTest as test } from './app.ts';
import { expectState, signIn } from './drive.ts';
import { clickOn, pressKey, typeText } from './keyboard-and-pointer.ts';
import { expectRecorded, recorded } from './reports.ts';

const field = { name: 'Work order' };

test('a number with a time and technicians is shown, and Enter does it', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await clickOn(app, popup.getByRole('textbox', field));
  await typeText('107002896 -20m, 2 techs');
  await expect(popup.getByText(/^Enter checks in on 107002896 at .+ with 2 technicians\.$/)).toBeVisible();
  await expect(popup.getByText('Main Street store', { exact: true })).toBeVisible();
  await popup.screenshot({ path: 'test-results/one-line.png' });
  await pressKey('Return');
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 1);
  expect(recorded(sandbox)).toEqual(['check-in 107002896 type 1 × 2']);
  await expect(popup.getByRole('timer')).toHaveText(/^0:(19|20|21):/);
});

test('a store with technicians is shown as its order, and Enter checks in on it', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('list', { name: 'Open work orders' })).toBeVisible();
  await clickOn(app, popup.getByRole('textbox', field));
  await typeText('oak plaza 2 techs');
  await expect(popup.getByText('Enter checks in on 107002931 · Oak Plaza with 2 technicians.')).toBeVisible();
  await popup.screenshot({ path: 'test-results/one-line-store.png' });
  await pressKey('Return');
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 1);
  expect(recorded(sandbox)).toEqual(['check-in 107002931 type 1 × 2']);
});

test('a time that is to come is filled in, and nobody is checked in', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await clickOn(app, popup.getByRole('textbox', field));
  // It is noon on this desktop.
  await typeText('107002896 11:30 pm, 3 techs');
  await expect(
    popup.getByText(/^Enter fills in 107002896, .+, 3 technicians\. The time may mean another/),
  ).toBeVisible();
  await popup.screenshot({ path: 'test-results/one-line-unsure.png' });
  await pressKey('Return');
  await expect(popup.getByRole('textbox', field)).toHaveValue('107002896');
  await expect(popup.getByRole('spinbutton', { name: 'Technicians' })).toHaveValue('3');
  await expect(popup.getByLabel('Arrived at')).toHaveValue(/T23:30$/);
  expect(sandbox.sandbox.reports).toEqual([]);
});
