import { net, powerMonitor } from 'electron';
import { watchNetwork } from '../platform/network-watch.ts';

/** Calls back when the network may have returned: on waking too, for Electron's main process has no event of its own. */
export function onNetworkReturn(wanted: () => boolean, returned: () => void): () => void {
  powerMonitor.on('resume', returned);
  return watchNetwork(() => net.isOnline(), wanted, returned);
}
