import type { ConfigChange } from '../sandbox/config.ts';

/** A schedule as plain data: the same plan always runs the same way, and a part of a plan is a plan. */
export interface Plan {
  /** For what chance decides below the plan: jitter, and the order of what falls on one instant. */
  readonly seed: number;
  readonly server: ConfigChange;
  /** How far this computer's clock is ahead of the true time when all begins, ms. */
  readonly fastBy: number;
  /** The sign-in host's answers carry no Date: how wrong the clock is shows when the first report is out already. */
  readonly dateless: boolean;
  /** For how long an act can be taken back. */
  readonly undoSeconds: number;
  readonly day: readonly Step[];
  /** The fates of the first reports, reads and token calls; later ones go well. */
  readonly reports: readonly Fate[];
  /** The same for the first notes and changes of work activities, which come late in a day. */
  readonly repairs: readonly Fate[];
  readonly reads: readonly Fate[];
  readonly tokens: readonly Fate[];
  readonly crashes: readonly Crash[];
  readonly diskErrors: readonly DiskError[];
  /** Errors that nobody reckoned with: the numbers of the moments, from 0 on, at which something throws. */
  readonly errors: readonly number[];
  /** The app asks by itself about absences, and before it ends. */
  readonly asks: boolean;
}

/** Something happens, then `gap` ms pass. */
export interface Step {
  readonly gap: number;
  readonly doing: Doing;
}

/** An act of the technician, or an event of the computer. */
export type Doing =
  | {
      readonly what: 'check-in';
      readonly order: number;
      readonly typeId: number;
      readonly count: number;
      readonly earlier: number;
    }
  | {
      readonly what: 'arrived' | 'pause' | 'resume' | 'check-out' | 'finish';
      readonly earlier: number;
      readonly status: number;
    }
  /** It was no visit at all. */
  | { readonly what: 'mistake' }
  /** From the timesheet: an edge of a stay is moved by so many minutes. `which`: the last stay, the one before, … */
  | {
      readonly what: 'edit';
      readonly which: number;
      readonly edge: 'in' | 'out';
      readonly minutes: number;
    }
  /** From the timesheet: the middle third of a stay was a break. */
  | { readonly what: 'add-break'; readonly which: number }
  /** From the timesheet: a stay of `minutes` that began `ago` minutes ago. */
  | {
      readonly what: 'add-visit';
      readonly order: number;
      readonly ago: number;
      readonly minutes: number;
      readonly status: number;
    }
  /** An absence that was a break: it began `ago` minutes ago, and half of that is over. */
  | { readonly what: 'break'; readonly ago: number }
  /** It was another work order. */
  | { readonly what: 'move'; readonly order: number }
  /** The client's office changes something by itself. */
  | {
      readonly what: 'office';
      readonly order: number;
      readonly deed:
        | 'closes the order'
        | 'calls it out of date'
        /** ServiceChannel itself fails at this order, each time in the same way. */
        | 'breaks the order'
        | 'reopens the order'
        | 'closes the pair'
        | 'takes the check-in away'
        /** Of a stay that is over, and of which nothing is under way. */
        | 'changes the times';
    }
  | { readonly what: 'change-crew'; readonly count: number; readonly earlier: number }
  /** Takes the last act back, if that is still possible. */
  | { readonly what: 'undo' }
  /** Locks the screen. */
  | { readonly what: 'lock' }
  /** Answers every question that is open now. */
  | { readonly what: 'answer' }
  /** Opens the popup. */
  | { readonly what: 'look' }
  /** Sets this computer's clock ahead by `ms`, or back. */
  | { readonly what: 'clock'; readonly ms: number }
  /** Crosses into another time zone, minutes east of UTC. */
  | { readonly what: 'zone'; readonly offset: number }
  /** ServiceChannel forgets its access tokens. */
  | { readonly what: 'tokens-end' }
  /** A colleague checks in, and out, at the very time of our last report there. */
  | { readonly what: 'colleague'; readonly order: number }
  /** The technician checks in on the phone, or out again there. */
  | { readonly what: 'phone'; readonly order: number }
  /** Goes on in the app with what was begun on the phone. */
  | { readonly what: 'continue' }
  /** `reboot`: the computer too is started anew. */
  | { readonly what: 'restart'; readonly down: number; readonly reboot: boolean }
  /** Ends the app: by its menu, by a signal, or because the computer is shut down. It is started again `down` ms later. */
  | { readonly what: 'quit'; readonly by: EndedBy; readonly down: number };

export const ENDED_BY = ['menu', 'signal', 'shutdown'] as const;
export type EndedBy = (typeof ENDED_BY)[number];

/** The fate of one request. Times are ms after it left. */
export interface Fate {
  /**
   * `fine`: its own answer comes at `ends`. `cut`: that answer breaks off. `broken`: the connection breaks at `ends`.
   * `silent`: nothing ever comes back. `unreached`: it never left this computer. `answer`: something else answers.
   */
  readonly kind: 'fine' | 'cut' | 'broken' | 'silent' | 'unreached' | 'answer';
  /** When it reaches ServiceChannel; null: never. */
  readonly arrives: number | null;
  readonly ends: number;
  readonly answer: Canned;
}

/** An answer that is not the request's own. */
export interface Canned {
  readonly status: number;
  readonly body: 'error' | 'html' | 'empty' | 'object';
  /** Seconds, with a 429. */
  readonly retryAfter: number | null;
}

/** The program ends at the `after`-th point of its life, and is started again `down` ms later. */
export interface Crash {
  readonly after: number;
  readonly down: number;
}

/** The disk takes nothing for `count` writes, from write number `from` on. */
export interface DiskError {
  readonly from: number;
  readonly count: number;
}

/** Reads are at most so far behind, seconds (API.md). */
export const MOST_LAG_SECONDS = 30;

/**
 * A request that may still reach ServiceChannel does so within this time after its outcome became unknown (ms): the
 * read that proves an absence begins 60 s after it, and shows a state that is up to 30 s old.
 */
export const LATEST_ARRIVAL = 29_500;

/** The deadline that the app gives a request, seconds. */
export const TIMEOUT_SECONDS = 30;

/** The same for a request whose sender has ended, after it left (ms): the next run's read begins at 90 s or later. */
export const LATEST_WITHOUT_SENDER = 59_500;

export const FINE: Fate = {
  kind: 'fine',
  arrives: 40,
  ends: 80,
  answer: { status: 500, body: 'error', retryAfter: null },
};

/** A plan without any fault. */
export const calm = (day: readonly Step[], seed = 1): Plan => ({
  seed,
  server: {},
  fastBy: 0,
  dateless: false,
  undoSeconds: 0,
  day,
  reports: [],
  repairs: [],
  reads: [],
  tokens: [],
  crashes: [],
  diskErrors: [],
  errors: [],
  asks: false,
});
