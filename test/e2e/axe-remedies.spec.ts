import { expect, keptTest as test } from './app.ts';
import { expectClean } from './clean.ts';
import { checkIn, expectState, signIn } from './drive.ts';
import { alertOf, leave, onSite, wrongNumber } from './remedies.ts';
import { expectRecorded } from './reports.ts';

const MAIN_STREET = 107002896;
const HARBOR = 107002911;
const OAK_PLAZA = 107002931;
const MINUTE = 60_000;
const refusal = (code: number, ErrorMessage: string) => ({
  status: 400,
  body: { ErrorCodes: [code], ErrorMessage },
});

test('axe finds nothing in the remedies of refusals', { tag: '@patient' }, async ({ app, sandbox }) => {
  test.setTimeout(180_000);
  const popup = await app.open();
  const clean = (state: string) => expectClean(popup, state);
  const giveUp = async (workOrder: number) => {
    const alert = alertOf(popup, workOrder);
    await alert.getByRole('button', { name: 'Don’t report this…' }).click();
    await alert.getByRole('button', { name: 'Don’t report', exact: true }).click();
    return alert;
  };
  const dropIt = async (workOrder: number) => expect(await giveUp(workOrder)).toBeHidden();
  await signIn(popup);

  await onSite(popup, HARBOR, 90, 2);
  await expectRecorded(sandbox, 1);
  await popup.getByRole('button', { name: 'Wrong number…' }).click();
  await clean('wrong number');
  sandbox.sandbox.addFault({
    path: 'universalCheckOut',
    answer: refusal(921, "Cannot update work order in 'completed' status"),
  });
  await leave(popup, 'Finished (Completed)', 30);
  const closed = alertOf(popup, HARBOR);
  await closed.getByRole('button', { name: 'Record as work activity' }).waitFor();
  await clean('kept here');
  await closed.getByRole('button', { name: 'Tell the client' }).click();
  await clean('telling the client');
  await closed.getByRole('button', { name: 'Send note' }).click();
  await expect(closed).toContainText('The client was told');
  await clean('told');
  await expect(await giveUp(HARBOR)).toContainText('Still open at ServiceChannel');
  await clean('still open there');

  const from = await onSite(popup, MAIN_STREET, 25);
  await expectRecorded(sandbox, 3);
  const activity = sandbox.sandbox.state.activities.at(-1);
  if (activity) activity.timeOut = from + 5 * MINUTE;
  await leave(popup, 'Coming back (Incomplete)', 10);
  await alertOf(popup, MAIN_STREET).getByRole('button', { name: 'Correct the record' }).waitFor();
  await clean('closed by somebody else');
  const noted = (await giveUp(MAIN_STREET)).getByRole('button', { name: 'Noted' });
  await noted.waitFor();
  await clean('closed there');
  await noted.click();
  await expect(alertOf(popup, MAIN_STREET)).toBeHidden();

  const early = sandbox.sandbox.state.workOrders.find(({ id }) => id === OAK_PLAZA);
  if (early) early.callDate = Date.now() + 20 * MINUTE;
  await checkIn(popup, String(OAK_PLAZA));
  await alertOf(popup, OAK_PLAZA)
    .getByRole('button', { name: /^Check in at / })
    // All these reads come within a minute: this one may have to wait for its place among them.
    .waitFor({ timeout: 70_000 });
  await clean('premature');
  await alertOf(popup, OAK_PLAZA).getByRole('button', { name: 'Change…' }).click();
  await clean('changing it');
  await alertOf(popup, OAK_PLAZA).getByRole('button', { name: 'Back' }).click();
  await dropIt(OAK_PLAZA);

  await checkIn(popup, '999999999');
  await alertOf(popup, 999999999).getByRole('button', { name: 'Wrong number…' }).click();
  await clean('a number that is not known');
  await alertOf(popup, 999999999).getByRole('button', { name: 'Back' }).click();
  await dropIt(999999999);
});

test('axe finds nothing in a removal that was refused, nor in its delivery', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  sandbox.sandbox.addFault({ method: 'DELETE', answer: refusal(804, 'You have no permission') });
  await checkIn(popup, String(MAIN_STREET));
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 1);
  await wrongNumber(popup, 107002760);
  await expect(alertOf(popup, MAIN_STREET).first()).toContainText('is still there');
  await expectClean(popup, 'not removed');
  await popup.getByRole('button', { name: 'Show delivery' }).click();
  await expectClean(popup, 'delivery');
});
