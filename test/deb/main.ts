// Installs the .deb under dist/ on this Debian, does a visit in the installed app by tray, keys and nothing else, installs
// it over itself with the visit open, breaks an installation, updates it from a feed of this computer, and removes it.
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
import { chooseFromTray, trayItem, trayToolTip } from '../e2e/tray.ts';
import { PATIENCE, Program } from '../packaged/program.ts';
import { policyFor } from '../sandbox/policy.ts';
import { startSandbox } from '../sandbox/server.ts';
import { BadFeeds } from './bad-feeds.ts';
import { apt, dpkg, installedState, processWith, takesProfile } from './system.ts';
import { DebFeed, laterDeb, trustFeed } from './update.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = '/usr/bin/onsite';
const RESOURCES = '/usr/lib/onsite/resources';
const WORK_ORDER = 107_002_896;
const PROFILE = '/etc/apparmor.d/onsite';
const SYSTEM_POLICY = '/etc/onsite/policy.json';
/** The version that the feed offers, with the content of the one that is installed. */
const LATER = '0.1.1';

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
const recorded = () => expect.poll(() => activities().map(({ timeOut }) => timeOut !== null), PATIENCE);

async function walk(): Promise<void> {
  const deb = debPackage();
  for (const path of [PROGRAM, SYSTEM_POLICY])
    if (existsSync(path)) throw new Error(`OnSite is installed here already (${path}): nothing was done.`);
  await shows('installed', async () => {
    apt('install', '--no-install-recommends', deb);
    for (const file of [PROGRAM, '/usr/share/applications/onsite.desktop'])
      expect(existsSync(file), file).toBe(true);
    expect(existsSync(PROFILE), PROFILE).toBe(takesProfile(join(RESOURCES, 'apparmor')));
  });
  await app.start();
  await shows('the icon is in the tray', async () => shoot('tray'));
  await shows('signed in by keys', async () => {
    await app.openPopup();
    await app.typeSignIn();
    await app.showsForm(sandbox);
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
  await updated(deb);
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

/** The app loads a later version from a feed by itself, and installs it by its button, since it is off site. */
async function updated(deb: string): Promise<void> {
  const offered = join(folder, 'feed');
  mkdirSync(offered);
  laterDeb(deb, offered, LATER);
  const feed = new DebFeed(offered, LATER);
  await feed.open();
  const made = mkdirSync('/etc/onsite', { recursive: true, mode: 0o755 });
  const policyOf = (updateUrl: string) => {
    const system = policyFor(sandbox, { undoSeconds: 0, updateUrl });
    writeFileSync(SYSTEM_POLICY, JSON.stringify(system), { mode: 0o644 });
  };
  const forget = trustFeed(RESOURCES);
  const bad = new BadFeeds(readFileSync(join(offered, 'latest-linux.yml'), 'utf8'));
  try {
    policyOf(feed.url);
    await app.start();
    const before = app.pid;
    // All of them look a minute after their start. The app above has the desktop's shortcut: those say that it is taken.
    await bad.start(PROGRAM, folder, givePolicy(folder, sandbox), policyOf);
    policyOf(feed.url);
    await shows(
      'feeds that are redirected, endless, unsigned, older or cut off come to nothing',
      async () => {
        await bad.cameToNothing(folder);
        await bad.close();
      },
    );
    await shows('a later version is loaded from the feed', async () => {
      await expect.poll(() => feed.asked.join(), { timeout: 180_000 }).toContain('.deb');
    });
    await shows('it is installed by its button, and starts with the same data', async () => {
      await chooseFromTray(before, 'Settings');
      await app.hasKeys('OnSite – Settings');
      // The last buttons of the page, from its end: Check now, Restore defaults, Install and restart.
      for (let step = 0; step < 3; step++) await pressKey('shift+Tab');
      await shoot('update');
      await pressKey('Return');
      await expect.poll(installedState, { timeout: 180_000 }).toBe(`${LATER} installed`);
      const startedAgain = async () => {
        const pid = processWith(data);
        const isNew = pid !== null && pid !== before;
        return isNew && (await trayItem(pid)) !== null ? trayToolTip(pid) : '';
      };
      await expect
        .poll(startedAgain, { timeout: 60_000, message: 'in the tray again, with the visit' })
        .toContain(String(WORK_ORDER));
      process.kill(processWith(data) ?? 0);
      await expect.poll(() => processWith(data), { timeout: 60_000 }).toBeNull();
    });
  } finally {
    await bad.close();
    await feed.close();
    forget();
    rmSync(SYSTEM_POLICY, { force: true });
    if (made !== undefined) rmSync(made, { recursive: true });
  }
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
