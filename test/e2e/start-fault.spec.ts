import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseSync } from '@photostructure/sqlite';
import { fr } from '../../words/fr.ts';
import { expect, test } from './app.ts';
import { checkIn, commandOf, expectDelivery, expectState, ROOT, signIn } from './drive.ts';
import { pressKey } from './keyboard-and-pointer.ts';

const run = promisify(execFile);

/** Windows on the desktop by their title; none where there is none. */
async function windowsCalled(title: string): Promise<readonly string[]> {
  const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', title]).catch(() => ({
    stdout: '',
  }));
  return stdout.split('\n').filter(Boolean);
}

/** A start that is not to succeed: Playwright waits for one that does. */
async function startInVain(folder: string): Promise<{ readonly code: Promise<unknown> }> {
  const [program, args] = commandOf('--no-sandbox', `--user-data-dir=${folder}`);
  const child = spawn(program, args, { cwd: ROOT, stdio: 'ignore' });
  return { code: once(child, 'exit').then(([code]) => code) };
}

function alter(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

test.describe('a start that cannot go on', () => {
  test.skip(process.platform !== 'linux', 'looks for the window on X11');

  test('says why in a window, and ends when it is closed, so that the next can begin', async ({
    folder,
    start,
  }) => {
    alter(join(folder, 'onsite.db'), 'CREATE TABLE tomorrow (x); PRAGMA user_version = 1000');
    const { code } = await startInVain(folder);
    await expect.poll(() => windowsCalled('OnSite cannot start')).toHaveLength(1);
    await pressKey('Return');
    expect(await code).toBe(1);
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ language: 'fr' }));
    const inFrench = await startInVain(folder);
    await expect.poll(() => windowsCalled(fr.cannotStart)).toHaveLength(1);
    await pressKey('Return');
    expect(await inFrench.code).toBe(1);
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ language: 'en' }));
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toEqual([]);
    alter(join(folder, 'onsite.db'), 'DROP TABLE tomorrow; PRAGMA user_version = 0');
    await (await start()).open();
  });
});

test.describe('a data folder with a lock in it', () => {
  test.skip(process.platform !== 'linux', 'the lock is a link there, and the window is looked for on X11');

  // Electron 33 takes such a lock over; where an Electron does not, the window of `tellHeldElsewhere` says why.
  test('of another computer, left on a shared home folder, starts', async ({ folder, start }) => {
    symlinkSync('office-pc-4711', join(folder, 'SingletonLock'));
    await (await start()).open();
  });

  test('of a run of this computer that was killed starts', async ({ folder, start }) => {
    symlinkSync(`${hostname()}-999999`, join(folder, 'SingletonLock'));
    await (await start()).open();
  });
});

for (const [what, change] of [
  ['a state that nobody knows', "UPDATE report SET state = 'dreamt'"],
  ['a kind that nobody knows', "UPDATE report SET kind = 'nap'"],
] as const)
  test(`a record with ${what} starts, and says which visit it cannot read`, async ({ start, folder }) => {
    const first = await start();
    const popup = await first.open();
    await signIn(popup);
    await checkIn(popup, '107002896');
    await expectDelivery(popup, 'Everything recorded');
    await first.close();
    alter(join(folder, 'onsite.db'), change);
    const again = await (await start()).open();
    await expect(again.getByText(/cannot be read \(107002896\)/)).toBeVisible();
    // The visit that cannot be read here is open at ServiceChannel, as if it had been made elsewhere: that is asked about first.
    await expect(again.getByText('You have been on 107002896')).toBeVisible();
    await checkIn(again, '107002931');
    await again.getByRole('button', { name: 'Check in anyway' }).click();
    await expectState(again, 'On site');
  });

for (const [what, change] of [
  ['without a table', (path: string) => alter(path, 'DROP TABLE delivery_log')],
  ['of a version below zero', (path: string) => alter(path, 'PRAGMA user_version = -3')],
] as const)
  test(`a record ${what} is set aside, and that is told`, async ({ start, folder }) => {
    const first = await start();
    await first.open();
    await first.close();
    change(join(folder, 'onsite.db'));
    const again = await (await start()).open();
    await expect(again.getByText(/damaged.*onsite\.db\.corrupt-/)).toBeVisible();
  });

test('a folder where the record belongs is set aside, and that is told', async ({ start, folder }) => {
  mkdirSync(join(folder, 'onsite.db'));
  const popup = await (await start()).open();
  await expect(popup.getByText(/damaged.*onsite\.db\.corrupt-/)).toBeVisible();
});

test('damage that the start does not meet is found a moment later, and the visit goes on', async ({
  start,
  folder,
}) => {
  const first = await start();
  const popup = await first.open();
  await signIn(popup);
  await checkIn(popup, '107002896');
  await expectDelivery(popup, 'Everything recorded');
  await first.close();
  const path = join(folder, 'onsite.db');
  alter(
    path,
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
     INSERT INTO delivery_log (report_id, at_ms, what) SELECT 'r' || i, i, '${'x'.repeat(300)}' FROM n;
     PRAGMA wal_checkpoint(TRUNCATE)`,
  );
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 4096 / 2) * 4096;
  bytes.fill(0xa5, middle, middle + 4096);
  writeFileSync(path, bytes);
  const again = await (await start()).open();
  await expectState(again, 'On site');
  await expect(again.getByText(/damaged.*onsite\.db\.corrupt-/)).toBeVisible({ timeout: 15_000 });
  await again.getByRole('button', { name: 'Pause', exact: true }).click();
  await expectState(again, 'Paused');
});
