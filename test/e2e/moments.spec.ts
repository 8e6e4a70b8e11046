import { addActivity } from '../sandbox/state.ts';
import {
  checkIn,
  chooseStatus,
  expectDelivery,
  expectState,
  killPage,
  localMinute,
  signIn,
} from './drive.ts';
import { inMain } from './in-main.ts';
import {
  beOnSite,
  beOnSiteSince,
  expect,
  expectAnswered,
  isAsked,
  momentOf,
  test,
  WORK_ORDER,
} from './moments.ts';
import { givePolicy } from './policy.ts';
import { power } from './power.ts';
import { expectRecorded, recorded, reportedTimes } from './reports.ts';
import { chooseFromTray } from './tray.ts';

const MINUTE = 60_000;
const pad = (n: number) => String(n).padStart(2, '0');

test('at the minute of `endOfDay` it asks, within 5 s; pausing until tomorrow is a pause at the click', {
  tag: '@patient',
}, async ({ start, sandbox, folder }) => {
  test.setTimeout(100_000);
  const minute = new Date(Math.ceil((Date.now() + 8_000) / MINUTE) * MINUTE);
  const endOfDay = `${pad(minute.getHours())}:${pad(minute.getMinutes())}`;
  const app = await start({ policy: givePolicy(folder, sandbox, { endOfDay, idleMinutes: 0 }) });
  const popup = await app.open();
  // A visit begun less than 2 h before it would be asked about later.
  await beOnSiteSince(popup, 2 * 60 + 5);
  const asked = await momentOf(app.electron, 'OnSite – End of day', 75_000);
  const late = Date.now() - minute.getTime();
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(5_000);
  await expect(asked.getByRole('button', { name: 'Still working' })).toBeFocused();
  await asked.getByRole('button', { name: 'Earlier…' }).click();
  await expect(asked.getByLabel('Left at', { exact: true })).toHaveValue(localMinute(minute.getTime()));
  await asked.getByRole('button', { name: 'Earlier…' }).click();
  const clicked = Date.now();
  await asked.getByRole('button', { name: 'Pause until tomorrow' }).click();
  await expectAnswered(app.electron);
  await expectState(popup, 'Paused');
  await expectRecorded(sandbox, 2);
  expect(Math.abs((reportedTimes(sandbox)[1] ?? 0) - clicked)).toBeLessThan(3_000);
});

test('quitting while on site asks; Esc stays, `Check out…` ends the visit and the app', async ({
  start,
  sandbox,
}) => {
  const app = await start();
  const popup = await app.open();
  await beOnSite(popup);
  await chooseFromTray(app.pid, 'Quit');
  const asked = await momentOf(app.electron, 'OnSite – Quit');
  await expect(asked.getByRole('button', { name: 'Don’t quit' })).toBeFocused();
  await asked.keyboard.press('Escape');
  await expectAnswered(app.electron);
  await expectState(popup, 'On site');
  await chooseFromTray(app.pid, 'Quit');
  const again = await momentOf(app.electron, 'OnSite – Quit');
  await again.getByRole('button', { name: 'Check out…' }).click();
  await chooseStatus(again, 'Parts on order');
  const gone = app.electron.waitForEvent('close');
  await again.getByRole('button', { name: 'Check out', exact: true }).click();
  await gone;
  // Quitting waits until the last report is delivered.
  expect(recorded(sandbox)[1]).toContain('Complete PartsOnOrder');
});

test('quitting without a visit asks nothing', async ({ start }) => {
  const app = await start();
  await signIn(await app.open());
  const gone = app.electron.waitForEvent('close');
  await chooseFromTray(app.pid, 'Quit').catch(() => undefined);
  await gone;
});

test('a shutdown waits for an answer, and leaves the sign of use behind', async ({ start }) => {
  const app = await start();
  const popup = await app.open();
  await beOnSite(popup);
  const waits = await inMain(app.electron, ({ powerMonitor }) => {
    let prevented = false;
    const event = { preventDefault: () => (prevented = true) };
    Reflect.apply(powerMonitor.emit, powerMonitor, ['shutdown', event]);
    return prevented;
  });
  expect(waits).toBe(true);
  const asked = await momentOf(app.electron, 'OnSite – Quit');
  await expect(asked.getByText(/about to shut down/)).toBeVisible();
  const gone = app.electron.waitForEvent('close');
  await asked.getByRole('button', { name: 'Pause', exact: true }).click();
  await gone;
});

test('a check-in open for over 14 hours is asked about at the start; nothing goes before a time and a status', async ({
  start,
  sandbox,
}) => {
  const first = await start();
  const popup = await first.open();
  const since = await beOnSiteSince(popup, 15 * 60);
  await expectDelivery(popup, 'Everything recorded');
  await first.close();
  const second = await start();
  const asked = await momentOf(second.electron, 'OnSite – Forgotten check-out');
  await expect(asked.getByLabel('Left at')).toHaveValue('');
  const send = asked.getByRole('button', { name: 'Check out then' });
  await expect(send).toBeDisabled();
  await asked.getByRole('button', { name: /^Last use/ }).click();
  await expect(asked.getByLabel('Left at')).not.toHaveValue('');
  await expect(send).toBeDisabled();
  const left = Math.floor((since + 9 * 60 * MINUTE) / MINUTE) * MINUTE;
  await asked.getByLabel('Left at').fill(localMinute(left));
  await chooseStatus(asked, 'Coming back (Incomplete)');
  await send.click();
  await expectAnswered(second.electron);
  await expectRecorded(sandbox, 2);
  expect(reportedTimes(sandbox)[1]).toBe(left);
});

test('“I’m still on site” is quiet, also through a restart', async ({ start }) => {
  const first = await start();
  const popup = await first.open();
  await beOnSiteSince(popup, 15 * 60);
  await power(first.electron, 'suspend');
  await power(first.electron, 'resume');
  const asked = await momentOf(first.electron, 'OnSite – Forgotten check-out');
  await expect(asked.getByRole('button', { name: 'I’m still on site' })).toBeFocused();
  await asked.keyboard.press('Escape');
  await expectAnswered(first.electron);
  await first.close();
  const second = await start();
  await expectState(await second.open(), 'On site');
  expect(await isAsked(second.electron)).toBe(false);
});

/** `17:30` of the instant so many minutes ago, in this computer's zone. */
const minutesAgo = (minutes: number) => localMinute(Date.now() - minutes * MINUTE).slice(-5);

test('a question that replaces another while its window opens is shown, and is no error', async ({
  start,
  sandbox,
  folder,
}) => {
  const app = await start({ policy: givePolicy(folder, sandbox, { endOfDay: minutesAgo(60) }) });
  const popup = await app.open();
  // The check-in is asked about at once: the end of its day has passed. The computer wakes while that window opens.
  await inMain(app.electron, ({ app: electron, powerMonitor }) => {
    electron.once('browser-window-created', () =>
      setImmediate(() => {
        for (const event of ['suspend', 'resume'])
          Reflect.apply(powerMonitor.emit, powerMonitor, [event, {}]);
      }),
    );
  });
  await beOnSiteSince(popup, 15 * 60);
  const asked = await momentOf(app.electron, 'OnSite – Forgotten check-out');
  await expect(asked.getByRole('button', { name: 'I’m still on site' })).toBeFocused();
  await expect.poll(() => isAsked(app.electron)).toBe(true);
  await expect(popup.getByText(/Something went wrong/)).toBeHidden();
  await asked.keyboard.press('Escape');
  await expectAnswered(app.electron);
});

test('a question whose page has died is asked again', async ({ start }) => {
  const app = await start();
  await beOnSite(await app.open());
  await chooseFromTray(app.pid, 'Quit');
  await momentOf(app.electron, 'OnSite – Quit');
  await killPage(app.electron, 'prompts');
  const again = await momentOf(app.electron, 'OnSite – Quit');
  await expect(again.getByRole('button', { name: 'Don’t quit' })).toBeFocused();
});

test('asks once whether the computer is with its owner; no turns idle off', async ({ start, folder }) => {
  const app = await start();
  const popup = await app.open();
  await signIn(popup);
  const question = popup.getByText('Is this computer with you while you work?');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  await expect(question).toBeHidden();
  await checkIn(popup, WORK_ORDER);
  await popup.getByRole('button', { name: 'No', exact: true }).click();
  await expect(question).toBeHidden();
  const { readFileSync } = await import('node:fs');
  expect(JSON.parse(readFileSync(`${folder}/settings.json`, 'utf8'))).toMatchObject({ idleMinutes: 0 });
});

test('the next check-in elsewhere is offered, and is the upper bound of a forgotten check-out', async ({
  start,
  sandbox,
}) => {
  const first = await start();
  const popup = await first.open();
  const since = await beOnSiteSince(popup, 20 * 60);
  await expectDelivery(popup, 'Everything recorded');
  await first.close();
  const { state } = sandbox.sandbox;
  const userId = state.users.find(({ userName }) => userName === 'demo')?.id ?? 0;
  const next = since + 5 * 60 * MINUTE;
  const elsewhere = { workOrderId: 107002931, userId, workTypeId: 1, techsCount: 1, resolution: '' };
  const times = { timeIn: next, timeOut: next + 60 * MINUTE, isTimeEdited: false, hasCheckInInfo: true };
  addActivity(state, { ...elsewhere, ...times }, true);
  const second = await start();
  const asked = await momentOf(second.electron, 'OnSite – Forgotten check-out');
  await expect(asked.getByRole('button', { name: /^Next check-in/ })).toBeVisible();
  await asked.getByLabel('Left at').fill(localMinute(next + 30 * MINUTE));
  await chooseStatus(asked, 'Finished (Completed)');
  await asked.getByRole('button', { name: 'Check out then' }).click();
  await expect(asked.getByText('You were on 107002931 at that time.')).toBeVisible();
  await asked.getByLabel('Left at').fill(localMinute(next - 10 * MINUTE));
  await asked.getByRole('button', { name: 'Check out then' }).click();
  await expectAnswered(second.electron);
  await expectRecorded(sandbox, 2);
});

const FORGOTTEN = 'OnSite – Forgotten check-out';

test('quitting with a question open answers nothing: it is there at the next start', async ({ start }) => {
  const app = await start();
  await beOnSiteSince(await app.open(), 15 * 60);
  await power(app.electron, 'suspend');
  await power(app.electron, 'resume');
  await momentOf(app.electron, FORGOTTEN);
  const closed = app.electron.waitForEvent('close');
  await chooseFromTray(app.pid, 'Quit');
  const quit = await momentOf(app.electron, 'OnSite – Quit');
  await quit.getByRole('button', { name: 'Quit and stay checked in' }).click();
  await closed;
  const again = await start();
  await momentOf(again.electron, FORGOTTEN);
});
