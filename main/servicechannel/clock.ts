/** Differences up to this stay uncorrected: DESIGN rule 1. */
const TOLERATED_MS = 30_000;

/** A change of the applied difference that is worth telling. */
const WORTH_TELLING_MS = 2_000;

/** A Date header has whole seconds, so the server's instant lies within the second after it. */
const DATE_RESOLUTION_MS = 1_000;

/** A drift between two looks that no clock has by itself: it was set (ms). */
const STEP_MS = 5_000;

/** A clock that is never set, ms from any start. */
export interface SteadyClock {
  readonly now: () => number;
  /** It goes on while the computer sleeps. Where it does not, a leap forward may be a sleep and tells nothing. */
  readonly countsSleep: boolean;
}

export interface ServerClock {
  /** Takes in one answer's Date (ms) and this computer's clock when the request left and the answer came (ms). */
  measure(serverMs: number, sentMs: number, receivedMs: number): void;
  /** Server minus computer as last measured, ms; null before the first answer. */
  measured(): number | null;
  /** The correction of this computer's clock: 0 while the measured difference is at most 30 s, else all of it. Ms. */
  difference(): number;
  /** The corrected instant, ms. */
  now(): number;
}

export interface ServerClockOptions {
  readonly now: () => number;
  /** Notices when `now` is set; without it only ServiceChannel's next answer does. */
  readonly steady?: SteadyClock | undefined;
  /** Told the new applied difference (ms) when it changes by more than 2 s. */
  readonly onChange?: (difference: number) => void;
}

/** Bounds between which the difference must lie, ms. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Measures how far this computer's clock is from ServiceChannel's. */
export function createServerClock({ now, steady, onChange }: ServerClockOptions): ServerClock {
  let bounds: Bounds | null = null;
  let told = 0;
  let seen = { wall: now(), steady: steady?.now() ?? 0 };

  /** How far this computer's clock was set since the last look, ms; 0 when it was not. */
  function stepped(): number {
    if (!steady) return 0;
    const at = { wall: now(), steady: steady.now() };
    const drift = at.wall - seen.wall - (at.steady - seen.steady);
    seen = at;
    const mayBeSleep = drift > 0 && !steady.countsSleep;
    return Math.abs(drift) < STEP_MS || mayBeSleep ? 0 : drift;
  }

  /** A clock that was set moves its difference to the server's, not the time: what was measured moves along. */
  function follow(): void {
    const step = stepped();
    if (step === 0 || !bounds) return;
    bounds = { low: bounds.low - step, high: bounds.high - step };
    tell();
  }

  function tell(): void {
    if (Math.abs(applied() - told) <= WORTH_TELLING_MS) return;
    told = applied();
    onChange?.(told);
  }

  const found = () => (bounds ? Math.round(middle(bounds)) : null);

  function applied(): number {
    const difference = found() ?? 0;
    return Math.abs(difference) <= TOLERATED_MS ? 0 : difference;
  }

  function measured(): number | null {
    follow();
    return found();
  }

  function difference(): number {
    follow();
    return applied();
  }

  return {
    measure(serverMs, sentMs, receivedMs) {
      // A clock set back while the request was out tells nothing.
      follow();
      if (receivedMs < sentMs) return;
      const next = { low: serverMs - receivedMs, high: serverMs + DATE_RESOLUTION_MS - sentMs };
      // A slow answer that agrees with a sharper one says nothing new.
      if (bounds && agrees(bounds, next) && width(next) > width(bounds)) return;
      bounds = next;
      tell();
    },
    measured,
    difference,
    now: () => difference() + now(),
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
