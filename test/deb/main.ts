// Installs the .deb under dist/ on this Debian, does a visit in the installed app by tray, keys and nothing else, installs
// it over itself with the visit open, breaks an installation, and removes it.
// Needs root, and a desktop: `npm run deb:try`.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { pressKey, typeText } from '../e2e/keyboard-and-pointer.ts';
import { givePolicy } from '../e2e/policy.ts';
import { pictureOfDesktop } from '../e2e/screen.ts';
import { chooseFromTray } from '../e2e/tray.ts';
import { PATIENCE, Program } from '../packaged/program.ts';
import { startSandbox } from '../sandbox/server.ts';
import { apt, dpkg, installedState, takesProfile } from './system.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = '/usr/bin/onsite';
const WORK_ORDER = 107_002_896;
const PROFILE = '/etc/apparmor.d/onsite';
const SYSTEM_POLICY = '/etc/onsite/policy.json';

let count = 0;
let pictures = 0;
const folder = mkdtempSync(join(tmpdir(), 'onsite-installed-'));
const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
const data = join(folder, 'data');
const app = new Program(PROGRAM, data, givePolicy(folder, sandbox));

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
  for (const path of [PROGRAM, SYSTEM_POLICY])
    if (existsSync(path)) throw new Error(`OnSite is installed here already (${path}): nothing was done.`);
  await shows('installed', async () => {
    apt('install', '--no-install-recommends', deb);
    for (const file of [PROGRAM, '/usr/share/applications/onsite.desktop'])
      expect(existsSync(file), file).toBe(true);
    expect(existsSync(PROFILE), PROFILE).toBe(takesProfile());
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
  await broken(deb);
  await shows('removed, the data kept', async () => {
    await app.end();
    apt('remove', 'onsite');
    for (const file of [PROGRAM, PROFILE]) expect(existsSync(file), file).toBe(false);
    for (const file of ['onsite.db', 'waiting']) expect(existsSync(join(data, file)), file).toBe(true);
  });
}

/** Installations that end half-way leave an app that works, or one that the next installation mends. */
async function broken(deb: string): Promise<void> {
  await shows('a .deb that is cut off is refused, and the installed app goes on', async () => {
    const whole = readFileSync(deb);
    const part = join(folder, 'part.deb');
    writeFileSync(part, whole.subarray(0, whole.length * 0.7));
    expect(dpkg('--install', part)).toBe(false);
    await chooseFromTray(app.pid, 'Pause');
    await recorded().toEqual([true, true]);
  });
  await shows('unpacked alone it starts, and is mended by the next installation', async () => {
    await app.end();
    expect(dpkg('--unpack', deb)).toBe(true);
    expect(installedState()).toMatch(/ unpacked$/);
    await app.start();
    await app.says(String(WORK_ORDER));
    expect(dpkg('--install', deb)).toBe(true);
    expect(installedState()).toMatch(/ installed$/);
    await app.end();
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
