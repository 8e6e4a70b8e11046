import type { Page } from '@playwright/test';
import { expect, keptTest as test } from './app.ts';
import { expectClean } from './clean.ts';
import { checkIn, chooseStatus, expectDelivery, expectState, signIn } from './drive.ts';
import { expectRecorded } from './reports.ts';

const HAS_CODES = 107003026;
const NEEDS_CODES = 107003027;

async function openForm(popup: Page, workOrder: number): Promise<void> {
  await checkIn(popup, String(workOrder));
  await expectState(popup, 'On site');
  await popup.getByRole('button', { name: 'Check out…' }).click();
}

const code = (within: Page) => within.getByRole('combobox', { name: 'Code', exact: true });

test('codes and a root cause are picked in the form and posted after the check-out', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await openForm(popup, HAS_CODES);
  await chooseStatus(popup, 'Finished (Completed)');
  // From the list's second page.
  await code(popup).selectOption('Other');
  await code(popup).selectOption('Cleaned coil');
  await popup.getByRole('textbox', { name: 'Text for Other' }).fill('New drain');
  await popup.getByRole('combobox', { name: 'Root cause' }).selectOption('Wear');
  await expectClean(popup, 'codes');
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
  await expectRecorded(sandbox, 4);
  expect(sandbox.sandbox.reports.map(({ kind }) => kind)).toEqual([
    'check-in',
    'check-out',
    'codes',
    'root-cause',
  ]);
  const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === HAS_CODES);
  expect(order?.held).toEqual({
    codes: [
      { key: 4012, text: 'New drain' },
      { key: 4002, text: '' },
    ],
    rootCauses: [{ key: 5001, text: '' }],
  });
  await expectDelivery(popup, 'Everything recorded');
});

test('where the order has asset categories codes are picked for each of them', async ({ app, sandbox }) => {
  const { state } = sandbox.sandbox;
  const order = state.workOrders.find(({ id }) => id === HAS_CODES);
  if (order)
    order.assets = [
      { type: 'Cooler', groupId: 31 },
      { type: 'Oven', groupId: 32 },
    ];
  for (const user of state.users) user.hasAssetCategories = true;
  const popup = await app.open();
  await signIn(popup);
  await openForm(popup, HAS_CODES);
  await chooseStatus(popup, 'Finished (Completed)');
  const pick = (label: string, option: string) =>
    popup.getByRole('combobox', { name: label, exact: true }).selectOption(option);
  await pick('Code for Cooler', 'Cleaned coil');
  await pick('Code for Oven', 'Reset breaker');
  await pick('Root cause for Cooler', 'Wear');
  await pick('Root cause for Oven', 'Misuse');
  await expectClean(popup, 'codes by asset category');
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
  await expectRecorded(sandbox, 4);
  expect(order?.held).toEqual({
    codes: [
      { key: 4002, text: '', assetCategoryId: 31 },
      { key: 4010, text: '', assetCategoryId: 32 },
    ],
    rootCauses: [
      { key: 5001, text: '', assetCategoryId: 31 },
      { key: 5002, text: '', assetCategoryId: 32 },
    ],
  });
  await expectDelivery(popup, 'Everything recorded');
});

test('where the client wants codes first it is said before the click, and they go first', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await openForm(popup, NEEDS_CODES);
  await chooseStatus(popup, 'Finished (Completed)');
  await expect(code(popup)).toHaveAccessibleDescription(/this client asks for it/);
  await code(popup).selectOption('Reset breaker');
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
  await expectRecorded(sandbox, 3);
  expect(sandbox.sandbox.reports.map(({ kind }) => kind)).toEqual(['check-in', 'codes', 'check-out']);
});

test('without them it is refused, and `Change…` sends them first; a refused code holds up nothing', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await openForm(popup, NEEDS_CODES);
  await chooseStatus(popup, 'Finished (Completed)');
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
  const alert = popup.getByRole('alert').filter({ hasText: String(NEEDS_CODES) });
  await alert.getByRole('button', { name: 'Change…' }).click();
  await alert.getByRole('combobox', { name: 'Code', exact: true }).selectOption('Reset breaker');
  await alert.getByRole('button', { name: 'Send', exact: true }).click();
  await expectRecorded(sandbox, 3);
  expect(sandbox.sandbox.reports.map(({ kind }) => kind)).toEqual(['check-in', 'codes', 'check-out']);
  await expectDelivery(popup, 'Everything recorded');
});
