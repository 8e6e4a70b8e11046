import { callBus } from './bus-call.ts';

const SERVICE = 'org.freedesktop.Notifications';

/**
 * Whether the desktop's notification service answers now. On Linux it is another program, for which Electron's main
 * process would wait for up to 25 s at each call where it hangs (libnotify calls it synchronously).
 */
export async function notificationsAnswer(system: NodeJS.Platform = process.platform): Promise<boolean> {
  if (system !== 'linux') return true;
  const path = '/org/freedesktop/Notifications';
  const call = { bus: 'session', service: SERVICE, path, method: `${SERVICE}.GetServerInformation` } as const;
  return callBus(call, 2000).then(
    () => true,
    () => false,
  );
}
