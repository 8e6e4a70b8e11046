import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { promisify } from 'node:util';
import { test as ofApp } from './app.ts';
import { commandOf, openFromTray, ROOT, signIn, trayItemOf } from './drive.ts';
import { holdService } from './hold-service.ts';
import { inMain } from './in-main.ts';
import { beOnSite, beOnSiteSince, expect, momentOf } from './moments.ts';
import { clickTray } from './tray.ts';

/** The app as a desktop starts it: Playwright's debugger would keep it from ending by itself. */
interface Undriven {
  readonly app: ChildProcess;
  readonly pid: number;
  /** Its exit code, and the signal that ended it. */
  readonly ended: Promise<unknown[]>;
}

const test = ofApp.extend<{ undriven: () => Undriven }>({
  undriven: async ({ folder, policy }, use) => {
    const running: ChildProcess[] = [];
    await use(() => {
      const [program, args] = commandOf('--no-sandbox', `--user-data-dir=${folder}`);
      const env = { ...process.env, ONSITE_POLICY: policy };
      const app = spawn(program, args, { cwd: ROOT, env, stdio: 'ignore' });
      running.push(app);
      return { app, pid: app.pid ?? 0, ended: once(app, 'exit') };
    });
    for (const app of running) app.kill('SIGKILL');
  },
});

/** The titles of the desktop's windows, as its window manager knows them. */
async function titles(): Promise<string> {
  const { stdout } = await promisify(execFile)('xdotool', [
    ...['search', '--onlyvisible', '--name', 'OnSite', 'getwindowname', '%@'],
  ]).catch(() => ({ stdout: '' }));
  return stdout;
}

/** Waits for a window of the app. As long as for any question, with a whole start before it. */
const expectTitle = (title: string): Promise<void> =>
  expect.poll(() => titles(), { timeout: 15_000 }).toContain(title);

const FORGOTTEN = 'OnSite – Forgotten check-out';
const ENDED_BY_ITSELF = [0, null];

test('a signal with a question open answers nothing: it is there at the next start', async ({
  start,
  undriven,
}) => {
  const first = await start();
  await beOnSiteSince(await first.open(), 15 * 60);
  await first.close();
  const { app, ended } = undriven();
  await expectTitle(FORGOTTEN);
  app.kill('SIGTERM');
  expect(await ended).toEqual(ENDED_BY_ITSELF);
  const again = await start();
  await momentOf(again.electron, FORGOTTEN);
});

test('a signal ends the app at any moment of its start, on site as well, and nothing is asked', async ({
  start,
  undriven,
}) => {
  const first = await start();
  await beOnSite(await first.open());
  await first.close();
  // The record is opened, the session restored, and a popup made ahead of the first click.
  for (const after of [0, 60, 1_600]) {
    const { app, pid, ended } = undriven();
    await trayItemOf(pid);
    await rest(after);
    app.kill('SIGTERM');
    expect(await ended, `${after} ms after its icon`).toEqual(ENDED_BY_ITSELF);
  }
});

test('a signal ends the app while the keychain is asked: when it answers, and where it hangs within seconds', async ({
  start,
  undriven,
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'the keychain is a program of its own on Linux alone');
  const first = await start();
  await beOnSite(await first.open());
  await first.close();
  for (const answers of [true, false]) {
    const release = await holdService('org.freedesktop.secrets');
    try {
      const { app, pid, ended } = undriven();
      await trayItemOf(pid);
      await clickTray(pid);
      // The session is restored as soon as the popup is there.
      await expectTitle('OnSite');
      app.kill('SIGTERM');
      await expect.poll(() => existsSync(join(folder, 'status.sock'))).toBe(false);
      if (answers) release();
      expect(await ended).toEqual(answers ? ENDED_BY_ITSELF : [null, 'SIGKILL']);
    } finally {
      release();
    }
  }
});

test('a popup that is asked for while the other windows are closed does not keep the app from ending', async ({
  start,
}) => {
  const { electron, pid, open } = await start();
  await signIn(await open());
  const settings = await openFromTray({ electron, pid }, 'Settings', 'settings');
  // A busy computer: the page takes its time to be closed.
  await settings.evaluate(() =>
    addEventListener('beforeunload', () => {
      for (const begun = Date.now(); Date.now() < begun + 1_000; );
    }),
  );
  const closed = electron.waitForEvent('close');
  await inMain(electron, ({ app, BrowserWindow }) => {
    const popup = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('/popup/'));
    popup?.once('closed', () => setImmediate(() => app.emit('activate')));
    // After this call has its answer.
    setImmediate(() => app.quit());
  });
  await closed;
});
