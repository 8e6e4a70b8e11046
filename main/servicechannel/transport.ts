/** The two ways out. Given from outside, since only Electron's own sessions can keep Chromium from sending a POST twice. */
export interface Transport {
  /** For GET. */
  readonly read: typeof fetch;
  /** For POST, PUT and DELETE: a session of its own. */
  readonly write: typeof fetch;
  /**
   * Closes the write session's connections: Chromium repeats a POST by itself when a *reused* connection breaks. Rejects
   * when nothing can leave for `url`.
   */
  beforeWrite(url: string): Promise<void>;
}

const lanes = new WeakMap<Transport, Promise<unknown>>();

/**
 * Runs `work` when every write begun earlier on this transport has ended, its body read: closing connections for one
 * write would break another. Kept per transport so that token calls and reports share one lane.
 */
export function inWriteLane<T>(transport: Transport, work: () => Promise<T>): Promise<T> {
  const before = lanes.get(transport) ?? Promise.resolve();
  const mine = before.then(work);
  lanes.set(
    transport,
    mine.catch(() => undefined),
  );
  return mine;
}
