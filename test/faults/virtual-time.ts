interface Timer {
  readonly at: number;
  readonly tie: number;
  readonly run: () => void;
  cancelled: boolean;
}

const isBefore = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.tie < b.tie);

/** Lets everything happen that needs no time: promises and what follows from them. */
const drained = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock that only moves when told to. What falls on one instant happens in an order that chance decides. */
export class VirtualTime {
  readonly #chance: () => number;
  /** A binary heap, the earliest first. */
  readonly #heap: Timer[] = [];
  #now: number;

  constructor(start: number, chance: () => number) {
    this.#now = start;
    this.#chance = chance;
  }

  /** The true time, ms. */
  readonly now = (): number => this.#now;

  /** Runs once after `ms`; the returned function takes that back. */
  after(ms: number, run: () => void): () => void {
    const timer: Timer = {
      at: this.#now + Math.max(0, Math.ceil(ms)),
      tie: this.#chance(),
      run,
      cancelled: false,
    };
    this.#push(timer);
    return () => {
      timer.cancelled = true;
    };
  }

  /** Lives through `ms`, or until `stop` says so after something has happened. */
  async pass(ms: number, stop: () => boolean = () => false): Promise<void> {
    const end = this.#now + ms;
    await drained();
    for (let next = this.#heap[0]; next && next.at <= end; next = this.#heap[0]) {
      this.#pop();
      if (next.cancelled) continue;
      this.#now = next.at;
      next.run();
      await drained();
      if (stop()) return;
    }
    this.#now = end;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.length;
    for (;;) {
      const up = (at - 1) >> 1;
      const parent = heap[up];
      if (at === 0 || !parent || !isBefore(timer, parent)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = timer;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const child = left && right && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
      const least = heap[child];
      if (!least || !isBefore(least, last)) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = last;
  }
}
