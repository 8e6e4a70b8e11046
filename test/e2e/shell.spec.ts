import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { es } from '../../words/es.ts';
import { expect, keptTest, test } from './app.ts';
import { checkIn, commandOf, expectDelivery, expectState, ROOT, signIn } from './drive.ts';

const run = promisify(execFile);

/** Runs the app as a shell does; resolves with what it printed and its exit code. */
async function onsite(folder: string, ...args: readonly string[]) {
  const [program, all] = commandOf('--no-sandbox', `--user-data-dir=${folder}`, ...args);
  try {
    const { stdout } = await run(program, all, { cwd: ROOT, timeout: 30_000 });
    return { code: 0, stdout: stdout.trim() };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stderr' in error)) throw error;
    return { code: error.code, stderr: String(error.stderr) };
  }
}

keptTest('`onsite status` is answered by the running app, and makes no window', async ({ app, folder }) => {
  const popup = await app.open();
  await signIn(popup);
  await checkIn(popup, '107002896');
  await expectState(popup, 'On site');
  await expectDelivery(popup, 'Everything recorded');
  const windows = app.electron.windows().length;
  const { stdout } = await onsite(folder, 'status', '--json');
  expect(JSON.parse(stdout ?? '')).toMatchObject({
    state: 'on-site',
    workOrder: 107002896,
    waiting: 0,
    attention: 0,
    user: 'demo',
  });
  const [program, compiled] = commandOf();
  const before = ['--no-sandbox', `--user-data-dir=${folder}`, ...compiled, 'status', '--json'];
  expect((await run(program, before, { cwd: ROOT, timeout: 30_000 })).stdout.trim()).toBe(stdout);
  expect((await onsite(folder, 'status')).stdout).toMatch(
    /^On site · 107002896 · since .* · Everything recorded$/,
  );
  expect(app.electron.windows().length).toBe(windows);
});

test('`onsite status` says so where no OnSite runs', async ({ folder, desktop }) => {
  expect(desktop).not.toBeUndefined();
  const { code, stderr } = await onsite(folder, 'status');
  expect(code).toBe(1);
  expect(stderr).toContain('OnSite is not running.');
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ language: 'es' }));
  expect((await onsite(folder, 'status')).stderr).toContain(es.notRunning);
  expect(await onsite(folder, 'open')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(es.openNeedsNumber),
  });
});

keptTest('`onsite open` fills the number in and checks nobody in', async ({ app, folder, sandbox }) => {
  const popup = await app.open();
  await signIn(popup);
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toBeVisible();
  await onsite(folder, 'open', '107002897');
  await expect(popup.getByRole('textbox', { name: 'Work order' })).toHaveValue('107002897');
  expect(sandbox.sandbox.reports).toEqual([]);
});
