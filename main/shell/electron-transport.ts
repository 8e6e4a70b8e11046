import { net, session } from 'electron';
import type { Transport } from '../servicechannel/transport.ts';

const addressOf = (input: Parameters<typeof fetch>[0]) => (input instanceof URL ? input.toString() : input);

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
    beforeWrite: () => writes.closeAllConnections(),
  };
}
