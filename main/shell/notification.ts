import { Notification } from 'electron';
import type { Notify } from '../app/ports.ts';
import { notificationsAnswer } from '../platform/notification-service.ts';

/**
 * Buttons of notifications: macOS has them in every Electron, Windows in those that hear them (from 41 on, which is when
 * `handleActivation` came), Linux in none. https://www.electronjs.org/docs/latest/api/structures/notification-action
 */
export const notificationsAct =
  process.platform === 'darwin' || (process.platform === 'win32' && 'handleActivation' in Notification);

/** Whether the desktop shows notifications. */
export const notifies = (): boolean => Notification.isSupported();

const whenAnswered = (run: () => void): void => void notificationsAnswer().then((yes) => yes && run());

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
  whenAnswered(show);
  return () => {
    wanted = false;
    if (shown.has(notification)) whenAnswered(() => notification.close());
  };
};

const shown = new Set<Notification>();
