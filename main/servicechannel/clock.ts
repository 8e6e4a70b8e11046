/** Differences up to this stay uncorrected: DESIGN rule 1. */
const TOLERATED_MS = 30_000;

/** A change of the applied difference that is worth telling. */
const WORTH_TELLING_MS = 2_000;

/** A Date header has whole seconds, so the server's instant lies within the second after it. */
const DATE_RESOLUTION_MS = 1_000;

export interface ServerClock {
  /** Takes in one answer's Date (ms) and this computer's clock when the request left and the answer came (ms). */
  measure(serverMs: number, sentMs: number, receivedMs: number): void;
  /** Server minus computer as last measured, ms; null before the first answer. */
  measured(): number | null;
  /** What is added to this computer's clock: 0 while the measured difference is at most 30 s, else all of it. Ms. */
  difference(): number;
  /** The corrected instant, ms. */
  now(): number;
}

export interface ServerClockOptions {
  readonly now: () => number;
  /** Told the new applied difference (ms) when it changes by more than 2 s. */
  readonly onChange?: (difference: number) => void;
}

/** Bounds between which the difference must lie, ms. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Measures how far this computer's clock is from ServiceChannel's. */
export function createServerClock({ now, onChange }: ServerClockOptions): ServerClock {
  let bounds: Bounds | null = null;
  let told = 0;

  function measured(): number | null {
    return bounds ? Math.round(middle(bounds)) : null;
  }

  function difference(): number {
    const found = measured() ?? 0;
    return Math.abs(found) <= TOLERATED_MS ? 0 : found;
  }

  return {
    measure(serverMs, sentMs, receivedMs) {
      // A clock set back while the request was out tells nothing.
      if (receivedMs < sentMs) return;
      const next = { low: serverMs - receivedMs, high: serverMs + DATE_RESOLUTION_MS - sentMs };
      // A slow answer that agrees with a sharper one says nothing new.
      if (bounds && agrees(bounds, next) && width(next) > width(bounds)) return;
      bounds = next;
      if (Math.abs(difference() - told) <= WORTH_TELLING_MS) return;
      told = difference();
      onChange?.(told);
    },
    measured,
    difference,
    now: () => now() + difference(),
  };
}

function middle({ low, high }: Bounds): number {
  return (low + high) / 2;
}

function width({ low, high }: Bounds): number {
  return high - low;
}

function agrees(known: Bounds, next: Bounds): boolean {
  return middle(known) >= next.low && middle(known) <= next.high;
}
