/** Time and chance as delivery sees them: a test keeps its own. */
export interface System {
  /** This computer's clock, ms. */
  now(): number;
  /** Runs once after `ms`; the returned function takes that back. */
  after(ms: number, run: () => void): () => void;
  /** Uniform in [0, 1). */
  random(): number;
}

export const wait = (system: System, ms: number): Promise<void> =>
  new Promise((resolve) => {
    system.after(Math.max(0, ms), resolve);
  });
