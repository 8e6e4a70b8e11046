import { expect, keptTest as test } from './app.ts';
import { expectState, localMinute, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { clickOn, pressKey, typeText } from './keyboard-and-pointer.ts';

test('open work orders are listed, searched by store, and picked by keyboard alone', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  const list = popup.getByRole('list', { name: 'Open work orders' });
  await expect(list.getByRole('button', { name: /^107002931/ })).toBeVisible();
  await clickOn(app, popup.getByRole('textbox', { name: 'Work order' }));
  await typeText('oak plaza');
  await expect(list.getByRole('button')).toHaveCount(1);
  await pressKey('Down');
  await expect(list.getByRole('button', { name: /^107002931/ })).toBeFocused();
  await pressKey('Return');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('107002931');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeFocused();
  expect(sandbox.sandbox.reports).toEqual([]);
  await pressKey('Return');
  await expectState(popup, 'On site');
});

test('Enter on a text that means one order fills its number in, and checks nobody in', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('list', { name: 'Open work orders' })).toBeVisible();
  await clickOn(app, popup.getByRole('textbox', { name: 'Work order' }));
  await typeText('oak plaza');
  await expect(popup.getByRole('list', { name: 'Open work orders' }).getByRole('button')).toHaveCount(1);
  await pressKey('Return');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('107002931');
  expect(sandbox.sandbox.reports).toEqual([]);
});

test('the details of an order with its notes, and a note of one’s own', async ({ app }) => {
  const popup = await app.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002896');
  await popup.getByRole('button', { name: 'Details' }).click();
  const notes = popup.getByRole('list', { name: 'Notes' });
  await expect(notes.getByText('The key is at the customer service desk.')).toBeVisible();
  await popup.getByRole('textbox', { name: 'Note' }).fill('Back door is open.');
  await popup.getByRole('button', { name: 'Add note' }).click();
  await expect(notes.getByRole('listitem').first()).toContainText('Back door is open.');
  await expect(popup.getByRole('textbox', { name: 'Note' })).toHaveValue('');
  await popup.getByRole('button', { name: 'Copy number' }).click();
  await expect.poll(() => inMain(app.electron, ({ clipboard }) => clipboard.readText())).toBe('107002896');
  await popup.screenshot({ path: 'test-results/order-details.png' });
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('107002896');
});

test('running late: the client is told, the date moves, and it is said', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002896');
  await popup.getByRole('button', { name: 'Details' }).click();
  await popup.getByRole('button', { name: 'Running late…' }).click();
  const note = popup.getByRole('textbox', { name: 'Note' }).first();
  await expect(note).toHaveValue('We are running late.');
  const later = localMinute(Date.now() + 2 * 3_600_000);
  await popup.getByLabel('Expected at').fill(later);
  await expect(note).toHaveValue(/^We are running late\. Expected at .+\.$/);
  await popup.screenshot({ path: 'test-results/running-late.png' });
  await popup.getByRole('button', { name: 'Send note' }).click();
  await expect(popup.getByText('The client was told, and the scheduled date was moved.')).toBeVisible();
  await popup.screenshot({ path: 'test-results/running-late-sent.png' });
  const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === 107002896);
  expect(localMinute(order?.scheduledDate ?? 0)).toBe(later);
});
