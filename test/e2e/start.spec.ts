import { execFile } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { policyFor, writePolicy } from '../sandbox/policy.ts';
import { expect, keptTest, test } from './app.ts';
import { checkIn, commandOf, expectState, isShown, pageOf, ROOT, signIn } from './drive.ts';
import { expectRecorded } from './reports.ts';
import { clickTray, trayItem, trayMenu, trayToolTip } from './tray.ts';

const run = promisify(execFile);
/** No session bus: no tray, and no keychain. */
const BARE_DESKTOP = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };

/** Starts the app a second time on the same folder, as a person would by its icon or a link. */
async function startAgain(folder: string, ...args: string[]): Promise<void> {
  const [program, all] = commandOf('--no-sandbox', `--user-data-dir=${folder}`, ...args);
  await run(program, all, { cwd: ROOT });
}

test('with a tray nothing opens at start; the tray says how things stand and has its menu', async ({
  start,
}) => {
  const app = await start();
  await expect.poll(() => trayItem(app.pid)).not.toBeNull();
  expect(await isShown(app.electron)).toBe(false);
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107002896');
  await expectState(popup, 'On site');
  await expect.poll(() => trayToolTip(app.pid)).toContain('On site · 107002896');
  const labels = [...(await trayMenu(app.pid)).keys()];
  expect(labels).toEqual(['Open OnSite', 'Pause', 'Check out…', 'Timesheet', 'Settings', 'Quit']);
});

test('a second start shows the first one’s popup', async ({ start, folder }) => {
  const app = await start();
  await expect.poll(() => trayItem(app.pid)).not.toBeNull();
  await startAgain(folder);
  await expect.poll(() => isShown(app.electron)).toBe(true);
});

keptTest('a link fills in its number and does nothing else', async ({ app, folder, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await startAgain(folder, 'onsite://workorder/107002896');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('107002896');
  await expect(popup.getByRole('button', { name: 'Check in', exact: true })).toBeVisible();
  expect(sandbox.sandbox.reports).toHaveLength(0);
});

test('a link that starts the app opens one popup, below the tray', async ({ start }) => {
  const app = await start({ args: ['onsite://workorder/107002896'] });
  await expect.poll(() => isShown(app.electron)).toBe(true);
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('107002896');
  expect(app.electron.windows()).toHaveLength(1);
  await clickTray(app.pid);
  await expect.poll(() => isShown(app.electron)).toBe(false);
});

test('without a tray the popup opens as a window, and without a keychain that is said', async ({
  start,
  sandbox,
}) => {
  const app = await start({ env: BARE_DESKTOP });
  await expect.poll(() => isShown(app.electron), { timeout: 10_000 }).toBe(true);
  const popup = await pageOf(app.electron, 'popup');
  await signIn(popup);
  await expect(popup.getByText(/no keychain/)).toBeVisible();
  await checkIn(popup, '107002896');
  await expectRecorded(sandbox, 1);
});

test('broken settings are set aside and told, and nothing is lost', async ({ start, folder }) => {
  writeFileSync(join(folder, 'settings.json'), '{"idleMinutes": 1');
  const popup = await (await start()).open();
  await expect(popup.getByText(/settings\.json\.broken/)).toBeVisible();
  const aside = readdirSync(folder).find((name) => name.startsWith('settings.json.broken'));
  expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe('{"idleMinutes": 1');
});

for (const [what, content, mode, said] of [
  ['that is cut off', '{"apiUrl": ', 0o644, /JSON/],
  ['with a wrong value', JSON.stringify({ idleMinutes: 'often' }), 0o644, /idleMinutes/],
  ['with an unknown key', JSON.stringify({ idleMinuets: 5 }), 0o644, /idleMinuets/],
  ['that others may write', JSON.stringify({ idleMinutes: 5 }), 0o666, /written by others/],
] as const) {
  test(`a policy ${what} is told with what is wrong, and no visit starts`, async ({
    start,
    folder,
    sandbox,
  }) => {
    // Signed in while the policy was sound.
    const first = await start();
    const before = await first.open();
    await signIn(before);
    await expect(before.getByRole('textbox', { name: 'Work order' })).toBeVisible();
    await first.close();
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify(policyFor(sandbox, { clientSecret: undefined })),
    );
    const policy = writePolicy(folder, content);
    chmodSync(policy, mode);
    const popup = await (await start({ policy })).open();
    await expect(popup.getByText(said)).toBeVisible();
    const field = popup.getByRole('textbox', { name: 'Work order' });
    if (await field.isVisible()) {
      await checkIn(popup, '107002896');
      await expect(popup.getByRole('alert').filter({ hasText: 'policy' })).toBeVisible();
    }
    expect(sandbox.sandbox.reports).toHaveLength(0);
  });
}
