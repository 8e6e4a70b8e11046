import { net, powerMonitor } from 'electron';

/** How often the system is asked whether there is a network while something waits for one (ms). It sends nothing. */
const LOOK_EVERY = 5_000;

/**
 * Calls back when the network may have returned: on waking, and when the system says so. Looks only while `wanted`.
 * (Electron's main process has no event for it.)
 */
export function onNetworkReturn(wanted: () => boolean, returned: () => void): void {
  let wasOnline = net.isOnline();
  setInterval(() => {
    if (!wanted()) return;
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) returned();
    wasOnline = isOnline;
  }, LOOK_EVERY);
  powerMonitor.on('resume', returned);
}
