/**
 * Those who are told of one event. One that throws stops no other (DESIGN.md, rule 9): its error is thrown again by
 * itself, where the process's own handler logs and shows it.
 */
export class Listeners<T = void> {
  readonly #failed: (error: unknown) => void;
  readonly #all = new Set<(news: T) => void>();

  /** @param failed is told the error of one that throws */
  constructor(failed: (error: unknown) => void = thrownApart) {
    this.#failed = failed;
  }

  /** Calls back with every event; the returned function ends that. */
  add(listener: (news: T) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(news: T): void {
    for (const listener of [...this.#all]) apart(() => listener(news), this.#failed);
  }
}

/** Those who are told of one event that may come before there are any: the first of them is told what came until then. */
export class EarlyListeners<T = void> extends Listeners<T> {
  #early: T[] | null = [];

  override add(listener: (news: T) => void): () => void {
    const end = super.add(listener);
    const early = this.#early ?? [];
    this.#early = null;
    for (const news of early) this.tell(news);
    return end;
  }

  override tell(news: T): void {
    if (this.#early) this.#early.push(news);
    else super.tell(news);
  }
}

/** Has the process's own handler log and show an error, and goes on. */
export function thrownApart(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** Runs something whose failure must not stop what comes after it. */
export function apart(run: () => void, failed: (error: unknown) => void = thrownApart): void {
  try {
    run();
  } catch (error) {
    failed(error);
  }
}

/** A listener of an emitter that is not ours: where it throws, those behind it hear of the event all the same. */
export const guarded =
  <Given extends unknown[]>(listen: (...given: Given) => void) =>
  (...given: Given): void =>
    apart(() => listen(...given));

/** The words of an error, as a detail beside words of ours. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
