import { environmentOf } from './hosts.ts';

const WINDOW_MS = 60_000;

/** In the order in which they have their turn; what is only looked up stands back for what a report needs. */
const KINDS = ['write', 'read', 'look-up'] as const;
export type PlaceKind = (typeof KINDS)[number];

/** Places of a window that each kind leaves free for those before it: a report never waits behind look-ups. */
const LEAVES_FREE: Readonly<Record<PlaceKind, number>> = { write: 0, read: 8, 'look-up': 14 };

export interface Pacer {
  /**
   * Resolves when one request may go; writes before reads before look-ups, each in the order asked for. An aborted `signal` gives the
   * place up: the promise then resolves without having taken one.
   */
  place(kind: PlaceKind, signal?: AbortSignal): Promise<void>;
  /** When a request of this kind may go (ms by the pacer's clock), were it the only one; now or earlier: at once. */
  freeAt(kind: PlaceKind): number;
  /** No place is given before this instant (ms by the pacer's clock): a 429 said so. */
  blockUntil(ms: number): void;
  /** Is none given now because of a 429? One that was given before is not to be used either. */
  isBlocked(): boolean;
}

export interface PacerOptions {
  readonly perMinute: number;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
}

interface Waiting {
  readonly kind: PlaceKind;
  readonly take: () => void;
}

/** Requests a minute that we allow ourselves: below the documented 300 in production and 40 elsewhere, per client id. */
export function limitFor(apiUrl: string): number {
  return environmentOf(apiUrl) === 'production' ? 270 : 36;
}

/** Spaces out the API's requests of one client id (writes and reads) by a sliding window of 60 s. */
export function createPacer({ perMinute, now, wait }: PacerOptions): Pacer {
  const placesFor = (kind: PlaceKind) => perMinute - Math.min(LEAVES_FREE[kind], Math.floor(perMinute / 2));
  let taken: number[] = [];
  let blockedUntil = Number.NEGATIVE_INFINITY;
  let lastNow = now();
  let alarm: { at: number } | null = null;
  let queue: Waiting[] = [];

  /** The clock; when it was set back, the times noted by it move along, so that no request waits for the old time to return. */
  function tick(): number {
    const at = now();
    const back = Math.max(0, lastNow - at);
    lastNow = at;
    taken = taken.map((each) => each - back).filter((each) => each > at - WINDOW_MS);
    blockedUntil -= back;
    if (alarm) alarm.at -= back;
    return at;
  }

  /** When a request of this kind may go; `at` or earlier means now. */
  function freeAt(kind: PlaceKind): number {
    const oldest = taken.at(-placesFor(kind));
    return Math.max(blockedUntil, oldest === undefined ? blockedUntil : oldest + WINDOW_MS);
  }

  function serve(): void {
    const at = tick();
    for (const next of KINDS.flatMap((kind) => queue.filter((each) => each.kind === kind))) {
      if (freeAt(next.kind) > at) continue;
      queue = queue.filter((each) => each !== next);
      taken.push(at);
      next.take();
    }
    wake(at);
  }

  function wake(at: number): void {
    const earliest = Math.min(...queue.map((each) => freeAt(each.kind)));
    if (queue.length === 0 || (alarm && alarm.at <= earliest)) return;
    const mine = { at: earliest };
    alarm = mine;
    wait(earliest - at).then(() => {
      if (alarm === mine) alarm = null;
      serve();
    });
  }

  return {
    place(kind, signal) {
      if (signal?.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const waiting: Waiting = { kind, take: resolve };
        const giveUp = () => {
          queue = queue.filter((each) => each !== waiting);
          resolve();
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        queue.push(waiting);
        serve();
      });
    },
    freeAt(kind) {
      tick();
      return freeAt(kind);
    },
    blockUntil(ms) {
      tick();
      blockedUntil = Math.max(blockedUntil, ms);
    },
    isBlocked: () => tick() < blockedUntil,
  };
}
