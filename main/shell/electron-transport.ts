import { app, net, session } from 'electron';
import type { Transport } from '../servicechannel/transport.ts';

const addressOf = (input: Parameters<typeof fetch>[0]) => (input instanceof URL ? input.toString() : input);

/** A literal IPv6 address goes without its brackets. */
const hostOf = (url: string) => new URL(url).hostname.replace(/^\[|\]$/g, '');

/** QUIC may repeat a request by itself. Call before the app is ready. */
export function disableQuic(): void {
  app.commandLine.appendSwitch('disable-quic');
}

/**
 * Electron's network stack: the system's proxy and certificates. Writes have an in-memory session of their own, whose
 * connections are closed before each: Chromium sends a POST a second time when a reused connection breaks before the
 * answer's headers, and a second POST is a second check-in (seen: see the end-to-end test).
 * @param partition name of the writes' session; transports of the same name would break each other's connections
 */
export function electronTransport(partition: string): Transport {
  const writes = session.fromPartition(partition, { cache: false });
  return {
    read: (input, init) => net.fetch(addressOf(input), init),
    write: (input, init) => writes.fetch(addressOf(input), init),
    beforeWrite: async (url) => {
      await writes.closeAllConnections();
      // Without a network Chromium says ERR_INTERNET_DISCONNECTED, which after the request has left it may say as well.
      // Looked up here, it is certain that nothing has. A proxy looks up the host itself.
      if ((await writes.resolveProxy(url)) === 'DIRECT') await writes.resolveHost(hostOf(url));
    },
  };
}
