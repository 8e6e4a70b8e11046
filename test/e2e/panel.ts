import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Waits until the panel takes icons, or has gone. Its own name on the session bus says so. */
async function until(there: boolean): Promise<void> {
  const question = ['--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'];
  const method = ['--method', 'org.freedesktop.DBus.NameHasOwner', 'org.kde.StatusNotifierWatcher'];
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
    const { stdout } = await run('gdbus', ['call', '--session', ...question, ...method]);
    if (stdout.includes(String(there))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the panel is ${there ? 'not there' : 'still there'}`);
}

/** Ends the desktop's panel, and its tray with it. */
export async function quitPanel(): Promise<void> {
  await run('xfce4-panel', ['--quit']);
  await until(false);
}

/** Starts the desktop's panel. */
export async function startPanel(): Promise<void> {
  const child = spawn('xfce4-panel', ['--disable-wm-check'], { stdio: 'ignore', detached: true });
  child.unref();
  await until(true);
}

/** Makes the desktop's panel a dark or a light one. */
export async function darkenPanel(dark: boolean): Promise<void> {
  const property = ['-c', 'xfce4-panel', '-p', '/panels/dark-mode', '-n', '-t', 'bool', '-s', String(dark)];
  await run('xfconf-query', property);
}
