import { expect, test } from 'vitest';
import { notificationsAnswer } from '../../../main/platform/notification-service.ts';
import { fakeBus } from './support.ts';

test('a service that answers is asked to show notifications, one that does not is not', async () => {
  fakeBus('echo "$@" | grep -q org.freedesktop.Notifications.GetServerInformation');
  expect(await notificationsAnswer('linux')).toBe(true);
  fakeBus('exit 1');
  expect(await notificationsAnswer('linux')).toBe(false);
});

test('macOS and Windows have their own, which is not asked over D-Bus', async () => {
  fakeBus('exit 1');
  expect([await notificationsAnswer('darwin'), await notificationsAnswer('win32')]).toEqual([true, true]);
});
