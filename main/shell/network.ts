import { net, powerMonitor } from 'electron';

/** How often the system is asked whether there is a network while something waits for one (ms). It sends nothing. */
const LOOK_EVERY = 5_000;

/**
 * Calls back when the network may have returned: on waking, and when the system says so, for which Electron's main
 * process has no event. Call what it returns whenever `wanted` may have changed: it looks only while that holds, and at
 * rest no timer runs.
 */
export function onNetworkReturn(wanted: () => boolean, returned: () => void): () => void {
  let wasOnline = net.isOnline();
  let timer: NodeJS.Timeout | null = null;
  const look = () => {
    timer = null;
    if (!wanted()) return;
    const isOnline = net.isOnline();
    if (isOnline && !wasOnline) returned();
    wasOnline = isOnline;
    watch();
  };
  const watch = () => {
    if (timer === null && wanted()) timer = setTimeout(look, LOOK_EVERY);
  };
  powerMonitor.on('resume', returned);
  return watch;
}
