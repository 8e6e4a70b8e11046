import { app, type Session, session } from 'electron';
import type { Transport } from '../servicechannel/transport.ts';

const addressOf = (input: Parameters<typeof fetch>[0]) => (input instanceof URL ? input.toString() : input);

/** A literal IPv6 address goes without its brackets. */
const hostOf = (url: string) => new URL(url).hostname.replace(/^\[|\]$/g, '');

/** QUIC may repeat a request by itself. Call before the app is ready. */
export function disableQuic(): void {
  app.commandLine.appendSwitch('disable-quic');
}

/**
 * Gives sessions by name that work also after Chromium's network service has died. Chromium starts it again, but every
 * session that was used before fails for good with ERR_FAILED (https://github.com/electron/electron/issues/49572, mended
 * in Electron 41): the next request gets a session that was made afterwards.
 */
function livingSessions(): (name: string) => Session {
  let deaths = 0;
  app.on('child-process-gone', (_event, { serviceName }) => {
    if (serviceName === 'network.mojom.NetworkService') deaths += 1;
  });
  return (name) => session.fromPartition(deaths === 0 ? name : `${name}-${deaths}`, { cache: false });
}

/**
 * Electron's network stack: the system's proxy and certificates. Reads and writes have in-memory sessions of their own;
 * the writes' connections are closed before each: Chromium sends a POST a second time when a reused connection breaks
 * before the answer's headers, and a second POST is a second check-in (seen: see the end-to-end test).
 * @param partition begins the names of its sessions; transports of the same name would break each other's connections
 */
export function electronTransport(partition: string): Transport {
  const living = livingSessions();
  const reads = () => living(`${partition}-reads`);
  const writes = () => living(`${partition}-writes`);
  return {
    read: (input, init) => reads().fetch(addressOf(input), init),
    write: (input, init) => writes().fetch(addressOf(input), init),
    beforeWrite: async (url) => {
      const ses = writes();
      await ses.closeAllConnections();
      // Without a network Chromium says ERR_INTERNET_DISCONNECTED, which after the request has left it may say as well.
      // Looked up here, it is certain that nothing has. A proxy looks up the host itself.
      if ((await ses.resolveProxy(url)) === 'DIRECT') await ses.resolveHost(hostOf(url));
    },
  };
}
