import { expect, keptTest as test } from './app.ts';
import { chooseStatus, signIn } from './drive.ts';

const WORK_ORDER = '107002896';

test('a visit with a pause: four reports, each with its fields and the click’s own time', async ({
  app,
  sandbox,
}) => {
  const popup = await app.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill(WORK_ORDER);
  await popup.getByRole('spinbutton', { name: 'Technicians' }).fill('2');
  const before = Math.floor(Date.now() / 1000) * 1000;
  await popup.getByRole('button', { name: 'Check in', exact: true }).click();
  await expect(popup.getByText('On site', { exact: true })).toBeVisible();
  await expect(popup.getByRole('heading', { name: WORK_ORDER })).toBeVisible();
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(popup.getByText('Paused', { exact: true })).toBeVisible();
  await popup.getByRole('button', { name: 'Resume' }).click();
  await popup.getByRole('button', { name: 'Check out…' }).click();
  await expect(popup.getByRole('button', { name: 'Check out', exact: true })).toBeDisabled();
  await chooseStatus(popup, 'Parts on order');
  await popup.getByRole('textbox', { name: 'Resolution' }).fill('We need more screws');
  await popup.getByRole('button', { name: 'Check out', exact: true }).click();
  await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  await expect(popup.getByRole('status', { name: 'Delivery' })).toContainText('Everything recorded');

  const common = { WorkTypeId: 1, UserId: 1544987, TechsCount: 2 };
  const { reports } = sandbox.sandbox;
  const bodies = reports.map((report) => JSON.parse(report.body));
  expect(bodies).toEqual([
    { ...common, CheckInTime: expect.any(String) },
    { ...common, ActionStatus: 'Cancel', CheckOutTime: expect.any(String) },
    { ...common, CheckInTime: expect.any(String) },
    {
      ...common,
      ActionStatus: 'Complete',
      PrimaryStatus: 'PartsOnOrder',
      Resolution: 'We need more screws',
      CheckOutTime: expect.any(String),
    },
  ]);
  const times = bodies.map((body) => Date.parse(body.CheckInTime ?? body.CheckOutTime));
  expect(times).toEqual(times.toSorted());
  for (const time of times) expect(time).toBeGreaterThanOrEqual(before);
  expect(times.at(-1)).toBeLessThanOrEqual(Date.now());
  expect(reports[0]?.mechanicId).toBe(reports[1]?.mechanicId);
});
