/** Differences up to this stay uncorrected: DESIGN rule 1. */
const TOLERATED_MS = 30_000;

/** A change of the applied difference that is worth telling. */
const WORTH_TELLING_MS = 2_000;

/** A Date header has whole seconds, so the server's instant lies within the second after it. */
const DATE_RESOLUTION_MS = 1_000;

/** A drift between two looks that no clock has by itself: it was set (ms). Between two runs clocks may drift further. */
const STEP_MS = 5_000;
const STEP_BETWEEN_RUNS_MS = 30_000;

/** No request takes longer: the computer slept meanwhile, or its clock was set (ms). */
const LONGEST_TRIP_MS = 120_000;

/** A clock that cannot be set, ms from any start. */
export interface SteadyClock {
  readonly now: () => number;
  /** It goes on while the computer sleeps. Where it does not, a leap forward may be a sleep and tells nothing. */
  readonly countsSleep: boolean;
}

/** The clock's measurements kept between runs, ms. */
export interface ClockMemory {
  /** Bounds of server minus computer as last measured; null before the first answer. */
  readonly bounds: Bounds | null;
  /** This computer's clock and the steady one at the same instant. */
  readonly wall: number;
  readonly steady: number;
  /** An answer of the run that keeps this has confirmed the bounds: they are no longer those of an earlier run. */
  readonly isMeasured: boolean;
}

export interface ServerClock {
  /** When a request leaves or its answer comes, for `measure`: the time on a clock that is not set, ms from any start. */
  stamp(): number;
  /** Takes in one answer's Date (ms) and the stamps of when the request left and the answer came (ms). */
  measure(serverMs: number, sentMs: number, receivedMs: number): void;
  /** Server minus computer as last measured, ms; null before the first answer. */
  measured(): number | null;
  /**
   * The correction of this computer's clock (ms): 0 while the measured difference is at most 30 s, else all of it.
   */
  difference(): number;
  /** The corrected instant, ms. */
  now(): number;
}

export interface ServerClockOptions {
  readonly now: () => number;
  /** Notices when `now` is set; without it only ServiceChannel's next answer does. */
  readonly steady?: SteadyClock | undefined;
  /** Keeps what was measured for the next run. */
  readonly memory?: { get(): ClockMemory | null; set(memory: ClockMemory): void } | undefined;
  /** Told the new applied difference (ms) when it changes by more than 2 s. */
  readonly onChange?: (difference: number) => void;
  /**
   * Told when `now()` has leapt by so much (ms): a measure says that it was wrong before, or the clock was set before
   * anything was measured. `first`: no clock had been measured until then, in this run or before.
   */
  readonly onLeap?: (by: number, first: boolean) => void;
}

/** Bounds between which the difference must lie, ms. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Measures how far this computer's clock is from ServiceChannel's. */
export function createServerClock(options: ServerClockOptions): ServerClock {
  const { now, steady, memory, onChange, onLeap } = options;
  const kept = memory?.get() ?? null;
  let bounds: Bounds | null = kept?.bounds ?? null;
  let notified = applied();
  let seen = { wall: now(), steady: steady?.now() ?? 0 };
  let early = stepBetweenRuns();
  let doubted: Bounds | null = null;
  let isMeasured = false;
  // How far the clock was set in this run, ms, and the stamp at which it was last set or woken up: it is not known which.
  let steps = 0;
  let doubtfulUntil = Number.NEGATIVE_INFINITY;
  // A step that is still to be followed is found again by the next run, should this one end before.
  if (early === 0) keep();

  /**
   * How far the clock was set back since the last run, ms. Set ahead it looks as if the computer had been started anew in
   * between, which happens far oftener: the next answer tells.
   */
  function stepBetweenRuns(): number {
    if (!kept || !steady?.countsSleep) return 0;
    const drift = seen.wall - kept.wall - (seen.steady - kept.steady);
    return drift > -STEP_BETWEEN_RUNS_MS ? 0 : drift;
  }

  /** How far this computer's clock was set since the last look, ms; 0 when it was not. */
  function stepped(): number {
    const before = early;
    early = 0;
    if (!steady) return before;
    const at = { wall: now(), steady: steady.now() };
    const drift = at.wall - seen.wall - (at.steady - seen.steady);
    seen = at;
    if (Math.abs(drift) < STEP_MS) return before;
    const mayBeSleep = drift > 0 && !steady.countsSleep;
    if (mayBeSleep) doubtfulUntil = at.wall - steps;
    return before + (mayBeSleep ? 0 : drift);
  }

  /**
   * A clock that was set moves its difference to the server's, not the time: what was measured moves along. Before
   * anything was measured the clock is followed.
   */
  function follow(): void {
    const step = stepped();
    if (step === 0) return;
    steps += step;
    if (bounds) {
      bounds = { low: bounds.low - step, high: bounds.high - step };
      notified = applied();
      onChange?.(notified);
    } else onLeap?.(step, true);
    keep();
  }

  /**
   * A Date that is older than the request can be comes from a cache, until a second answer agrees: a cached Date stays
   * where it is while the clock goes on. Without a steady clock this computer's own may have been set as well.
   */
  function isTooOld(next: Bounds): boolean {
    const isOlder = steady !== undefined && bounds !== null && next.high < bounds.low - TOLERATED_MS;
    const isConfirmed = doubted !== null && overlap(doubted, next);
    doubted = isOlder ? next : null;
    return isOlder && !isConfirmed;
  }

  /** No trip takes so long, or less than nothing; nor is it known how long one took during which the clock leapt. */
  function isTrip(sentMs: number, receivedMs: number): boolean {
    const trip = receivedMs - sentMs;
    return trip >= 0 && trip <= LONGEST_TRIP_MS && sentMs >= doubtfulUntil;
  }

  function keep(): void {
    memory?.set({ bounds, ...seen, isMeasured });
  }

  function confirm(): void {
    isMeasured = true;
    keep();
  }

  /** Tells a difference that a measure has changed, and the leap that the corrected time made by it. */
  function tell(first: boolean): void {
    const by = applied() - notified;
    if (Math.abs(by) <= WORTH_TELLING_MS) return;
    notified = applied();
    onChange?.(notified);
    onLeap?.(by, first);
  }

  function found(): number | null {
    return bounds ? Math.round(middle(bounds)) : null;
  }

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
    stamp() {
      follow();
      return now() - steps;
    },
    measure(serverMs, sentMs, receivedMs) {
      follow();
      if (!isTrip(sentMs, receivedMs)) return;
      // By the clock as it is now: it may have been set since either stamp.
      const [left, came] = [sentMs + steps, receivedMs + steps];
      const next = { low: serverMs - came, high: serverMs + DATE_RESOLUTION_MS - left };
      // A slow answer that agrees with a sharper one says nothing new, but that the sharper one still holds.
      if (bounds && agrees(bounds, next) && width(next) > width(bounds)) {
        if (!isMeasured) confirm();
        return;
      }
      if (isTooOld(next)) return;
      const first = bounds === null;
      bounds = next;
      tell(first);
      confirm();
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

/** Whether two measures may be of one difference: each knows it to about a second. */
function overlap(one: Bounds, other: Bounds): boolean {
  return one.low <= other.high && other.low <= one.high;
}

function agrees(known: Bounds, next: Bounds): boolean {
  return middle(known) >= next.low && middle(known) <= next.high;
}
