import { Notification } from 'electron';

/** A quiet word of the desktop's own, where the setting allows it. */
export function notify(title: string, body: string, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body, silent: true });
  notification.on('click', onClick);
  // Shown ones must not be collected, or their click is lost. https://www.electronjs.org/docs/latest/api/notification
  shown.add(notification);
  notification.on('close', () => shown.delete(notification));
  notification.show();
}

const shown = new Set<Notification>();
