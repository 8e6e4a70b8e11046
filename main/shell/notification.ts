import { Notification } from 'electron';
import type { Notify } from '../app/ports.ts';

/** Buttons of notifications are macOS's alone. https://www.electronjs.org/docs/latest/api/notification */
export const notificationsAct = process.platform === 'darwin';

/** A quiet word of the desktop's own, where the setting allows it. */
export const notify: Notify = (title, body, onClick, action) => {
  if (!Notification.isSupported()) return;
  const actions = action ? [{ type: 'button' as const, text: action.text }] : [];
  const notification = new Notification({ title, body, silent: true, actions });
  notification.on('click', onClick);
  notification.on('action', () => action?.run());
  // Shown ones must not be collected, or their click is lost. https://www.electronjs.org/docs/latest/api/notification
  shown.add(notification);
  notification.on('close', () => shown.delete(notification));
  notification.show();
};

const shown = new Set<Notification>();
