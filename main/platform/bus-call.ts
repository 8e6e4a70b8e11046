import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One call over D-Bus, as `gdbus call` takes it. */
export interface BusCall {
  readonly bus: 'session' | 'system';
  readonly service: string;
  readonly path: string;
  /** With its interface, such as `org.freedesktop.DBus.Properties.Get`. */
  readonly method: string;
  readonly args?: readonly string[];
}

/**
 * Calls another program over D-Bus in a process of its own: one that hangs holds nothing up here.
 * @returns the answer as `gdbus` writes it
 * @throws where it is refused, or not answered within `withinMs`
 */
export async function callBus(call: BusCall, withinMs: number): Promise<string> {
  const { bus, service, path, method, args = [] } = call;
  const where = [`--${bus}`, '--dest', service, '--object-path', path];
  const { stdout } = await run('gdbus', ['call', ...where, '--method', method, ...args], {
    timeout: withinMs,
  });
  return stdout;
}
