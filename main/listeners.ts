/**
 * Those who are told of one event. One that throws stops no other (DESIGN.md, rule 9): its error is thrown again by
 * itself, where the process's own handler logs and shows it.
 */
export class Listeners<T = void> {
  readonly #all = new Set<(news: T) => void>();

  /** Calls back with every event; the returned function ends that. */
  add(listener: (news: T) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(news: T): void {
    for (const listener of [...this.#all]) apart(() => listener(news));
  }
}

/** Has the process's own handler log and show an error, and goes on. */
export function thrownApart(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** Runs something whose failure must not stop what comes after it. */
export function apart(run: () => void): void {
  try {
    run();
  } catch (error) {
    thrownApart(error);
  }
}
