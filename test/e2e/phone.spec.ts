import { addCheckInElsewhere } from '../sandbox/control-edits.ts';
import { DEMO_USER } from '../sandbox/data-users.ts';
import { expect, keptTest as test } from './app.ts';
import { checkIn, chooseStatus, expectState, signIn } from './drive.ts';

/** Its client grants no XML permission. */
const NO_PERMISSION = '107003012';

test('an order that takes check-ins by phone only: what to dial, and that the call was recorded', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, NO_PERMISSION);
  await popup.getByRole('button', { name: 'By phone…' }).click();
  const card = popup.getByRole('region', { name: 'By phone' });
  await expect(card.getByText('1-516-500-7776')).toBeVisible();
  await expect(card.getByText(NO_PERMISSION)).toBeVisible();
  await card.getByRole('textbox', { name: 'Company PIN' }).fill('12a34');
  await expect(card.getByRole('textbox', { name: 'Company PIN' })).toHaveValue('1234');
  await popup.screenshot({ path: 'test-results/phone-refused.png' });
  // Opened, the card has looked for the call by itself.
  await expect(card.getByText(/does not show the call yet/)).toBeVisible();
  addCheckInElsewhere(sandbox.sandbox, {
    workOrderId: Number(NO_PERMISSION),
    userId: DEMO_USER.id,
    timeIn: new Date().toISOString(),
  });
  await card.getByRole('button', { name: 'Look for the call' }).click();
  await expect(card.getByText('The call was recorded')).toBeVisible();
  await popup.getByRole('button', { name: 'Checked in by phone' }).click();
  await expectState(popup, 'On site');
  await popup.getByRole('button', { name: 'By phone…' }).click();
  await expect(card.getByRole('textbox', { name: 'Company PIN' })).toHaveValue('1234');
  await expect(card.getByText('The call was recorded')).toBeVisible();
  await popup.screenshot({ path: 'test-results/phone-on-site.png' });
  await popup.getByRole('button', { name: 'Check out…' }).click();
  await chooseStatus(popup, 'Finished (Completed)');
  await expect(popup.getByText(/^Press 1 for Finished/)).toBeVisible();
  await chooseStatus(popup, 'Parts on order');
  await popup.getByRole('button', { name: 'By phone…' }).click();
  await expect(card.getByText('Press the digit that the voice names for Parts on order.')).toBeVisible();
  await popup.screenshot({ path: 'test-results/phone-leaving.png' });
});
