import { Notification } from 'electron';
import type { Notify } from '../app/ports.ts';
import { showNotification } from '../platform/show-notification.ts';

/**
 * Buttons of notifications: macOS has them in every Electron, Windows in those that hear them (from 41 on, which is when
 * `handleActivation` came), Linux in none. https://www.electronjs.org/docs/latest/api/structures/notification-action
 */
export const notificationsAct =
  process.platform === 'darwin' || (process.platform === 'win32' && 'handleActivation' in Notification);

/** Whether the desktop shows notifications. */
export const notifies = (): boolean => Notification.isSupported();

/** A quiet word of the desktop's own, where the setting allows it. */
export const notify: Notify = (title, body, onClick, actions) => {
  if (!notifies()) return () => undefined;
  const buttons = actions.map(({ text }) => ({ type: 'button' as const, text }));
  const notification = new Notification({ title, body, silent: true, actions: buttons });
  notification.on('click', onClick);
  // Before Electron 41 the number of the button is not in the details.
  notification.on('action', (details, index) => actions[details.actionIndex ?? index]?.run());
  return showNotification(notification);
};
