import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Stops the desktop's notification service: it is there and takes calls, and answers none until `release` is called. */
export async function holdNotifications(): Promise<() => void> {
  const bus = ['--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'];
  const method = [
    '--method',
    'org.freedesktop.DBus.GetConnectionUnixProcessID',
    'org.freedesktop.Notifications',
  ];
  const { stdout } = await run('gdbus', ['call', '--session', ...bus, ...method]);
  const pid = Number(/uint32 (\d+)/.exec(stdout)?.[1]);
  process.kill(pid, 'SIGSTOP');
  return () => void process.kill(pid, 'SIGCONT');
}
