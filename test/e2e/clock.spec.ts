import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app.ts';
import { checkIn, expectDelivery, expectState, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { expectRecorded, reportedTimes } from './reports.ts';

const WORK_ORDER = '107002896';
const HOUR = 3_600_000;

/** Sets this computer's clock, as the app sees it. */
const setClock = (electron: ElectronApplication, ms: number): Promise<void> =>
  inMain(
    electron,
    (_, by) => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + by;
    },
    ms,
  );

for (const step of [HOUR, -HOUR])
  test(`a clock that is set by ${step / HOUR} h while on site moves no reported time, and it is said`, async ({
    start,
    sandbox,
  }) => {
    const app = await start();
    const popup = await app.open();
    await signIn(popup);
    await checkIn(popup, WORK_ORDER);
    await expectState(popup, 'On site');
    await expectRecorded(sandbox, 1);
    await setClock(app.electron, step);
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await expectState(popup, 'Paused');
    await expectRecorded(sandbox, 2);
    const [into = 0, out = 0] = reportedTimes(sandbox);
    expect(out - into).toBeGreaterThanOrEqual(0);
    expect(out - into).toBeLessThan(20_000);
    await expect(popup.getByText(/clock/).first()).toBeVisible();
    await expectDelivery(popup, 'Everything recorded');
  });

test('a clock that is years wrong from the start reports ServiceChannel’s time', async ({
  start,
  sandbox,
}) => {
  const app = await start();
  await setClock(app.electron, -6 * 365 * 24 * HOUR);
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, WORK_ORDER);
  await expectState(popup, 'On site');
  await expectRecorded(sandbox, 1);
  expect(Math.abs((reportedTimes(sandbox)[0] ?? 0) - Date.now())).toBeLessThan(15_000);
});

test('a zone that is crossed while on site: each report carries its own offset', async ({
  start,
  sandbox,
}) => {
  const app = await start({ env: { TZ: 'America/New_York' } });
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, WORK_ORDER);
  await expectRecorded(sandbox, 1);
  await inMain(app.electron, () => {
    process.env.TZ = 'America/Chicago';
  });
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await expectRecorded(sandbox, 2);
  const offsets = sandbox.sandbox.reports.map(({ body }) => {
    const { CheckInTime, CheckOutTime } = JSON.parse(body);
    return (CheckInTime ?? CheckOutTime).slice(-6);
  });
  expect(offsets).toEqual(['-05:00', '-06:00']);
  const [into = 0, out = 0] = reportedTimes(sandbox);
  expect(out - into).toBeLessThan(20_000);
});
