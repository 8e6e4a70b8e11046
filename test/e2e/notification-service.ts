import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { holdService } from './hold-service.ts';

const run = promisify(execFile);

const NOTIFICATIONS = 'org.freedesktop.Notifications';

/** Stops the desktop's notification service until what this returns is called. */
export const holdNotifications = () => holdService(NOTIFICATIONS);

/** Calls the notification service of this desktop. */
async function dunst(...call: readonly string[]): Promise<string> {
  const to = ['--dest', NOTIFICATIONS, '--object-path', '/org/freedesktop/Notifications'];
  return (await run('gdbus', ['call', '--session', ...to, '--method', ...call])).stdout;
}

/** A notification as a program gave it to the desktop. */
export interface Notified {
  readonly title: string;
  readonly body: string;
  /** The texts of its buttons. A click on the notification itself is not among them. */
  readonly actions: readonly string[];
}

/** The notifications that the desktop is given from now on. */
export interface NotificationListener {
  readonly all: readonly Notified[];
  close(): void;
}

/**
 * `Notify` as `dbus-monitor` writes it: program, icon, title and body are texts of their own; keys and texts of the
 * buttons are a list, one step further in.
 */
function notifiedIn(call: string): Notified {
  const [, , title = '', body = ''] = [...call.matchAll(/^ {3}string "(.*?)"$/gms)].map(([, text]) => text);
  const listed = [...call.matchAll(/^ {6}string "(.*?)"$/gms)].map(([, text = '']) => text);
  const actions = listed.filter((_, n) => n % 2 === 1 && listed[n - 1] !== 'default');
  return { title, body, actions };
}

/** Listens on the session bus to all that programs give the desktop's notification service. What is shown is taken away first. */
export async function listenToNotifications(): Promise<NotificationListener> {
  await dunst('org.dunstproject.cmd0.NotificationCloseAll');
  const what = `type='method_call',interface='${NOTIFICATIONS}',member='Notify'`;
  const monitor = spawn('dbus-monitor', ['--session', what], { stdio: ['ignore', 'pipe', 'ignore'] });
  let heard = '';
  monitor.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  // It gives its own name back when it listens.
  while (!heard.includes('NameLost')) await once(monitor.stdout, 'data');
  return {
    get all() {
      // A call ends with how long it is to be shown.
      return heard
        .split(/^method call .*member=Notify$/m)
        .slice(1)
        .filter((call) => /^ {3}int32 /m.test(call))
        .map(notifiedIn);
    },
    close: () => void monitor.kill(),
  };
}

/** Clicks the notification, as dunst does at a middle click on it. It is on the screen by then. */
export async function clickNotification(): Promise<void> {
  const shown = ['org.freedesktop.DBus.Properties.Get', 'org.dunstproject.cmd0', 'displayedLength'];
  await expect.poll(() => dunst(...shown)).toContain('uint32 1');
  await dunst('org.dunstproject.cmd0.NotificationAction', '0');
}
