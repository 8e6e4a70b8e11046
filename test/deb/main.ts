// Installs the .deb under dist/ on this Debian, does a visit in the installed app by tray, keys and nothing else, installs
// it over itself with the visit open, and removes it. Needs root, and a desktop: `npm run deb:try`.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { pressKey, typeText } from '../e2e/keyboard-and-pointer.ts';
import { givePolicy } from '../e2e/policy.ts';
import { pictureOfDesktop } from '../e2e/screen.ts';
import { chooseFromTray } from '../e2e/tray.ts';
import { PATIENCE, Program } from '../packaged/program.ts';
import { startSandbox } from '../sandbox/server.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = '/usr/bin/onsite';
const WORK_ORDER = 107_002_896;

let count = 0;
let pictures = 0;
const folder = mkdtempSync(join(tmpdir(), 'onsite-installed-'));
const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
const app = new Program(PROGRAM, join(folder, 'data'), givePolicy(folder, sandbox));

/** One thing that was shown. */
async function shows(what: string, act: () => Promise<unknown> | undefined): Promise<void> {
  await act();
  count += 1;
  console.log(`  ${what}`);
}

function debPackage(): string {
  const file = readdirSync(join(ROOT, 'dist')).find((name) => name.endsWith('.deb'));
  if (file === undefined) throw new Error('No .deb under dist/: `npm run package:deb` makes it.');
  return join(ROOT, 'dist', file);
}

function apt(...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['-y', '-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function shoot(name: string): Promise<void> {
  pictures += 1;
  mkdirSync(join(ROOT, 'screenshots'), { recursive: true });
  await (await pictureOfDesktop()).save(join(ROOT, `screenshots/installed-${pictures}-${name}.png`));
}

const activities = () =>
  sandbox.sandbox.state.activities.filter(({ workOrderId }) => workOrderId === WORK_ORDER);
const profilesRead = () =>
  sandbox.sandbox.requests.filter(({ path }) => path.endsWith('/users/current/profile')).length;
const recorded = () => expect.poll(() => activities().map(({ timeOut }) => timeOut !== null), PATIENCE);

async function walk(): Promise<void> {
  const deb = debPackage();
  if (existsSync(PROGRAM))
    throw new Error(`OnSite is installed here already (${PROGRAM}): nothing was done.`);
  await shows('installed', async () => {
    apt('install', '--no-install-recommends', deb);
    for (const file of [PROGRAM, '/usr/share/applications/onsite.desktop'])
      expect(existsSync(file), file).toBe(true);
  });
  await app.start();
  await shows('the icon is in the tray', async () => shoot('tray'));
  await shows('signed in by keys', async () => {
    await app.openPopup();
    await app.typeSignIn();
    await expect.poll(() => profilesRead(), PATIENCE).toBeGreaterThan(0);
  });
  await shows('checked in by keys', async () => {
    await shoot('signed-in');
    await typeText(String(WORK_ORDER));
    await pressKey('Return');
    await recorded().toEqual([false]);
    await app.says(String(WORK_ORDER));
    await shoot('on-site');
  });
  await shows('installed over itself with the visit open, the app running', async () => {
    apt('install', '--reinstall', '--no-install-recommends', deb);
    await chooseFromTray(app.pid, 'Pause');
    await recorded().toEqual([true]);
  });
  await shows('started again, the visit still there', async () => {
    await app.end();
    await app.start();
    await app.says(String(WORK_ORDER));
    await chooseFromTray(app.pid, 'Resume');
    await recorded().toEqual([true, false]);
  });
  await shows('removed, the data kept', async () => {
    await app.end();
    apt('remove', 'onsite');
    expect(existsSync(PROGRAM), PROGRAM).toBe(false);
    expect(existsSync(join(folder, 'data/onsite.db')), 'the record').toBe(true);
  });
}

try {
  await walk();
} finally {
  await app.end();
  if (existsSync(PROGRAM)) apt('remove', 'onsite');
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`The .deb was installed, used, upgraded and removed: ${count} steps.`);
