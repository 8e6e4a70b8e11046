import { notificationsAnswer } from './notification-service.ts';

/** A notification of the desktop, as Electron has it. */
export interface DesktopNotification {
  show(): void;
  close(): void;
  on(event: 'close', listener: () => void): unknown;
}

/** Shown ones must not be collected, or their click is lost. https://www.electronjs.org/docs/latest/api/notification */
const shown = new Set<DesktopNotification>();

/** Shows a notification; where the desktop's service does not answer, none is. @returns takes it away again */
export function showNotification(
  notification: DesktopNotification,
  answers: () => Promise<boolean> = notificationsAnswer,
): () => void {
  const whenAnswered = (run: () => void): void => void answers().then((yes) => yes && run());
  let wanted = true;
  notification.on('close', () => shown.delete(notification));
  whenAnswered(() => {
    if (!wanted) return;
    shown.add(notification);
    notification.show();
  });
  return () => {
    wanted = false;
    if (shown.has(notification)) whenAnswered(() => notification.close());
  };
}
