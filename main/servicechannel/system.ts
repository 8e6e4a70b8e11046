/** Time and chance as delivery sees them: a test keeps its own. */
export interface System {
  /** This computer's clock, ms. */
  now(): number;
  /** Runs once after `ms`; the returned function takes that back. */
  after(ms: number, run: () => void): () => void;
  /** Uniform in [0, 1). */
  random(): number;
}

/** Resolves after `ms`, or as soon as the signal aborts. */
export const wait = (system: System, ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const cancel = system.after(Math.max(0, ms), resolve);
    const stop = () => {
      cancel();
      resolve();
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
