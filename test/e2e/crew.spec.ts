import { SECOND_USER } from '../sandbox/data-users.ts';
import { expect, keptTest as test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { checkIn, chooseStatus, expectDelivery, expectState, signIn } from './drive.ts';
import { expectRecorded } from './reports.ts';

const SAM = { userId: SECOND_USER.id, name: 'Sam' };
const LEE = { userId: 1_544_990, name: 'Lee' };
const ORDER = '107002896';

test('a foreman checks a crew in and out, sees who is where, and is told who stays behind', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await chooseSettings(popup, { technicians: [SAM, LEE] });
  await signIn(popup);
  const along = popup.getByRole('group', { name: 'With', exact: true });
  await along.getByRole('checkbox', { name: 'Sam' }).check();
  await checkIn(popup, ORDER);
  await expectState(popup, 'On site');
  const list = popup.getByRole('list', { name: 'Colleagues' });
  await expect(list).toContainText(`On site · ${ORDER}`);
  await popup.getByRole('button', { name: 'Check in Lee' }).click();
  // Everything was recorded before the click, too.
  await expectRecorded(sandbox, 3);
  await expectDelivery(popup, 'Everything recorded');
  const { reports } = sandbox.sandbox;
  const bodies = (from: number): string[] => reports.slice(from).map(({ body }) => body);
  expect(
    bodies(0)
      .map((body) => JSON.parse(body))
      .map(({ UserId, TechsCount }) => [UserId, TechsCount]),
  ).toEqual([
    [1_544_987, 1],
    [SAM.userId, 1],
    [LEE.userId, 1],
  ]);

  // Lee stays: the order cannot be completed for them any more.
  const withYou = popup.getByRole('group', { name: 'With you' });
  await withYou.getByRole('checkbox', { name: 'Lee' }).uncheck();
  await popup.getByRole('button', { name: 'Check out…' }).click();
  await chooseStatus(popup, 'Finished (Completed)');
  await expect(popup.getByText(/Still checked in there: Lee\./)).toBeVisible();
  await popup.getByRole('group', { name: 'With you' }).getByRole('checkbox', { name: 'Lee' }).check();
  await expect(popup.getByText(/Still checked in there/)).toBeHidden();
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
  await expectRecorded(sandbox, 6);
  await expectDelivery(popup, 'Everything recorded');
  expect(
    bodies(3)
      .map((body) => JSON.parse(body))
      .map(({ UserId, PrimaryStatus }) => [UserId, PrimaryStatus]),
  ).toEqual([
    [SAM.userId, 'NoStatusChange'],
    [LEE.userId, 'NoStatusChange'],
    [1_544_987, 'Completed'],
  ]);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  await expect(popup.getByRole('list', { name: 'Colleagues' })).toBeHidden();
});
