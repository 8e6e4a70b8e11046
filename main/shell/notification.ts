import { Notification } from 'electron';
import type { Notify } from '../app/ports.ts';
import { callBus } from '../platform/bus-call.ts';

/**
 * Buttons of notifications: macOS has them in every Electron, Windows in those that hear them (from 41 on, which is when
 * `handleActivation` came), Linux in none. https://www.electronjs.org/docs/latest/api/structures/notification-action
 */
export const notificationsAct =
  process.platform === 'darwin' || (process.platform === 'win32' && 'handleActivation' in Notification);

/** Whether the desktop shows notifications. */
export const notifies = (): boolean => Notification.isSupported();

const SERVICE = 'org.freedesktop.Notifications';

/**
 * Whether the notification service answers now. On Linux it is another program, for which Electron's main process would
 * wait for up to 25 s at each call where it hangs (libnotify calls it synchronously).
 */
async function answers(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const path = '/org/freedesktop/Notifications';
  const call = { bus: 'session', service: SERVICE, path, method: `${SERVICE}.GetServerInformation` } as const;
  return callBus(call, 2000).then(
    () => true,
    () => false,
  );
}

/** A quiet word of the desktop's own, where the setting allows it. A service that does not answer shows none. */
export const notify: Notify = (title, body, onClick, actions) => {
  if (!Notification.isSupported()) return () => undefined;
  const buttons = actions.map(({ text }) => ({ type: 'button' as const, text }));
  const notification = new Notification({ title, body, silent: true, actions: buttons });
  notification.on('click', onClick);
  // Before Electron 41 the number of the button is not in the details.
  notification.on('action', (details, index) => actions[details.actionIndex ?? index]?.run());
  notification.on('close', () => shown.delete(notification));
  let wanted = true;
  const show = () => {
    if (!wanted) return;
    // Shown ones must not be collected, or their click is lost. https://www.electronjs.org/docs/latest/api/notification
    shown.add(notification);
    notification.show();
  };
  void answers().then((yes) => yes && show());
  return () => {
    wanted = false;
    if (shown.has(notification)) void answers().then((yes) => yes && notification.close());
  };
};

const shown = new Set<Notification>();
