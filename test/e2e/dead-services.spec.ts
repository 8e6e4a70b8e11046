import type { ElectronApplication } from '@playwright/test';
import { expect, keptTest, test } from './app.ts';
import { checkIn, expectDelivery, expectState, openFromTray, signIn } from './drive.ts';
import { inMain } from './in-main.ts';
import { expectAnswered, momentOf } from './moments.ts';
import { holdNotifications } from './notification-service.ts';
import { givePolicy } from './policy.ts';
import { expectRecorded } from './reports.ts';

/** The process of Chromium's network service ends, as it does for want of memory. */
async function killNetworkService(electron: ElectronApplication): Promise<void> {
  const find = () =>
    inMain(
      electron,
      ({ app }) =>
        app.getAppMetrics().find(({ name, serviceName }) => /network/i.test(`${name} ${serviceName}`))?.pid ??
        0,
    );
  await expect.poll(find).not.toBe(0);
  process.kill(await find(), 'SIGKILL');
}

keptTest(
  'a network service that has died comes back: reports and reads go on, as often as it dies',
  async ({ app: { electron, pid, open }, sandbox }) => {
    const popup = await open();
    await signIn(popup);
    await checkIn(popup, '107002896');
    await expectDelivery(popup, 'Everything recorded');
    for (const [act, state] of [
      ['Pause', 'Paused'],
      ['Resume', 'On site'],
    ] as const) {
      await killNetworkService(electron);
      await popup.getByRole('button', { name: act, exact: true }).click();
      await expectState(popup, state);
      await expectDelivery(popup, 'Everything recorded');
    }
    expect(sandbox.sandbox.reports.length).toBe(3);
    const settings = await openFromTray({ electron, pid }, 'Settings', 'settings');
    await expect(settings.getByLabel('Language')).toBeVisible();
    await open();
    await popup.getByRole('button', { name: 'Switch work order…' }).click();
    await popup.getByRole('textbox', { name: 'Work order' }).fill('107002931');
    await expect(popup.getByText('Oak Plaza').first()).toBeVisible();
  },
);

keptTest(
  'a network service that dies while a report is under way: it is read back, not sent again',
  async ({ app: { electron, open }, sandbox }) => {
    const popup = await open();
    await signIn(popup);
    await checkIn(popup, '107002896');
    await expectDelivery(popup, 'Everything recorded');
    sandbox.sandbox.addFault({ path: 'universalCheckOut', delayMs: 60_000 });
    await popup.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect.poll(() => sandbox.sandbox.reports.length).toBe(2);
    await killNetworkService(electron);
    await expectDelivery(popup, 'Everything recorded');
    expect(sandbox.sandbox.reports.length).toBe(2);
  },
);

test('a notification service that answers nothing holds up nothing', async ({ start, sandbox, folder }) => {
  test.skip(process.platform !== 'linux', 'the service is another program on Linux alone');
  const { electron, open } = await start({ policy: givePolicy(folder, sandbox, { idleMinutes: 0.1 }) });
  const popup = await open();
  await signIn(popup);
  const release = await holdNotifications();
  try {
    await checkIn(popup, '107002896');
    const asked = await momentOf(electron, 'OnSite – Idle');
    await asked.getByRole('button', { name: /^Pause from/ }).click();
    await expectAnswered(electron);
    await expectState(popup, 'Paused');
    await expectRecorded(sandbox, 2);
  } finally {
    release();
  }
});
