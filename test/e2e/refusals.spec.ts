import { expect, keptTest as test } from './app.ts';
import { checkIn, checkOut, expectDelivery, expectState, signIn } from './drive.ts';
import { arrivals, expectRecorded, reportedTimes } from './reports.ts';

/** Each refusal of API.md's table that a check-in can meet: the order, the server's words, and ours. */
const REFUSED_CHECK_INS: readonly [string, string, RegExp, RegExp][] = [
  ['not found', '999999999', /not found/i, /number/i],
  ['completed', '107003001', /complete/i, /reopen/i],
  ['invoiced', '107003003', /invoice/i, /reopen/i],
  ['premature', '107003006', /premature/i, /./],
  ['a maintenance order that has expired', '107003007', /expired|premature|maintenance/i, /./],
  ['no XML permission, as a missing location', '107003011', /location/i, /XML check-in\/out/],
  ['no XML permission, as no permission', '107003012', /./, /XML check-in\/out/],
  ['no XML permission, as an expired token', '107003013', /./, /XML check-in\/out/],
  ['not in the GPS programme', '107003014', /GPS|IVR/i, /./],
  ['out of mile range', '107003017', /mile/i, /./],
  ['already processed', '107003018', /./, /./],
  ['a tracking number', '107003019', /./, /./],
];

for (const part of [0, 1, 2]) {
  const refused = REFUSED_CHECK_INS.filter((_, index) => index % 3 === part);
  const names = refused.map(([why]) => why).join('; ');
  test(`refused: their words and ours, and the next check-in is free: ${names}`, async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    for (const [index, [why, workOrder, theirs, ours]] of refused.entries())
      await test.step(why, async () => {
        await checkIn(popup, workOrder);
        const alert = popup.getByRole('alert').filter({ hasText: workOrder });
        await expect(alert).toContainText(theirs);
        await expect(alert).toContainText(ours);
        await expect(alert.getByRole('button', { name: 'Send again' })).toBeVisible();
        await expectDelivery(popup, '1 needs attention');
        await checkIn(popup, '107002896');
        await expectState(popup, 'On site');
        await expectRecorded(sandbox, 2 * index + 1);
        await alert.getByRole('button', { name: 'Don’t report this…' }).click();
        await alert.getByRole('button', { name: 'Don’t report', exact: true }).click();
        await expect(alert).toBeHidden();
        await expectDelivery(popup, 'Everything recorded');
        await checkOut(popup, 'Parts on order');
        await expectRecorded(sandbox, 2 * index + 2);
      });
  });
}

test('a refused check-in sent again keeps its time and makes the visit current', async ({ app, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107003001');
  const alert = popup.getByRole('alert').filter({ hasText: '107003001' });
  await expect(alert).toBeVisible();
  const first = sandbox.sandbox.requests.find((request) => request.path.includes('universalCheckIn'));
  const order = sandbox.sandbox.state.workOrders.find(({ id }) => id === 107003001);
  if (order) order.status = { primary: 'OPEN', extended: null };
  await alert.getByRole('button', { name: 'Send again' }).click();
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 1);
  expect(sandbox.sandbox.reports[0]?.body).toBe(first?.body);
});

test('a refused switch says what it paused, counts on here, and goes back to where it was paused', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107002896');
  await expectState(popup, 'On site');
  await popup.getByRole('button', { name: 'Switch work order…' }).click();
  await checkIn(popup, '107003001');
  const alert = popup.getByRole('alert').filter({ hasText: '107003001' });
  await expect(alert).toContainText('107002896 has been paused since');
  await expect(alert).toContainText(/Not reported · 0:00:\d\d/);
  await expect(alert).toContainText(/Not reported · 0:00:0[3-9]/);
  await alert.getByRole('button', { name: /^Resume from \d/ }).click();
  await expectState(popup, 'On site');
  await expect(popup.getByRole('heading', { name: '107002896' })).toBeVisible();
  await expect(alert).not.toContainText('Not reported');
  await expectRecorded(sandbox, 3);
  const [, left, resumed] = reportedTimes(sandbox);
  expect(resumed).toBe(left);
});

test('an extended status that does not belong is refused at check-out, and holds back its own visit only', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107003015');
  await checkOut(popup, 'Parts on order');
  const alert = popup.getByRole('alert').filter({ hasText: '107003015' });
  await expect(alert).toContainText(/extended status/i);
  await checkIn(popup, '107002896');
  await expectRecorded(sandbox, 2);
});

test('a missing XML permission is remembered for its client and said before the next check-in there', async ({
  app,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107003011');
  await expect(popup.getByRole('alert').filter({ hasText: '107003011' })).toBeVisible();
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107003011');
  await expect(popup.getByText(/Ask their ServiceChannel administrator/)).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeEnabled();
});

test('what is known to stand in the way is said in amber before the click, and bars nothing', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  const warning = popup.locator('.note.warn');
  for (const [workOrder, words] of [
    ['107003001', /is completed.*You can check in all the same/],
    ['107003003', /is invoiced/],
    ['107003005', /is cancelled/],
    ['107003020', /^ServiceChannel: “Location has no GPS coordinates\.”.*all the same/s],
    ['107009999', /^ServiceChannel: “.*”.*does not find this number/s],
  ] as const) {
    await popup.getByRole('textbox', { name: 'Work order' }).fill(workOrder);
    await expect(warning, workOrder).toHaveText(words);
    await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeEnabled();
  }
  await popup.getByRole('textbox', { name: 'Work order' }).fill('107002896');
  await expect(popup.getByText('Main Street store').first()).toBeVisible();
  await expect(warning).toHaveCount(0);
  await checkIn(popup, '107003001');
  await expect(popup.getByRole('alert').filter({ hasText: '107003001' })).toBeVisible();
  expect(arrivals(sandbox, /universalCheckIn/)).toBe(1);
});
