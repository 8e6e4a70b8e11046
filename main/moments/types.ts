/** The facts that moments are decided from. All plain immutable data; times are corrected instants, ms. */

/** Where the technician stands, as far as moments care. */
export interface Site {
  readonly visitId: string;
  readonly phase: 'on site' | 'travelling' | 'paused';
  /** The visit's first check-in. */
  readonly begun: number;
  /** The check-in that is open, or the last one. */
  readonly since: number;
  /** The click of that check-in, by this computer's clock: a sign of use, whatever time it reports. */
  readonly clickedAt: number;
  /** When it was paused; null unless paused. */
  readonly pausedAt: number | null;
}

/** The settings that decide when to ask; see INTERFACE.md, Policy file. */
export interface MomentSettings {
  readonly idleMinutes: number;
  readonly autoPauseMinutes: number;
  /** `17:30`, the wall clock's. */
  readonly endOfDay: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly workdays: readonly number[];
}

/** The facts at the instant of a decision. */
export interface World {
  readonly now: number;
  readonly site: Site | null;
  readonly settings: MomentSettings;
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: (ms: number) => number;
}

/**
 * An absence that is not answered yet, or several of one visit: they become one question. It counts as work
 * until it is answered.
 */
export interface Absence {
  readonly visitId: string;
  readonly from: number;
  /** When the technician came back last; null when never yet. */
  readonly to: number | null;
  readonly away: boolean;
  readonly askedAt: number;
  /** A lock, a sleep or a closed lid is in it: the computer may have been left while its owner went on working. */
  readonly disturbed: boolean;
  /** `autoPauseMinutes` has paused the visit from its start. */
  readonly paused: boolean;
  /** The form that the window shows; it does not change under a pointer or the focus. */
  readonly form: 'away' | 'back';
}

/** The question of the end of the day, per check-in. */
export interface DayAsked {
  /** The check-in that was asked about. */
  readonly since: number;
  /** The local date whose end it was, `2026-11-24`; or what stands for it, 4 h after a check-in made later. */
  readonly date: string;
  readonly openedAt: number | null;
  /** How many times `Still working` was the answer. */
  readonly answers: number;
  readonly nextAt: number | null;
}

/** The facts at the time when a check-out seemed forgotten, before new use could blur them. */
export interface Forgotten {
  readonly visitId: string;
  readonly openedAt: number;
  readonly lastUse: number;
  /** Start of the sleep that followed it; null when there was none. */
  readonly slept: number | null;
}

/** The facts remembered between looks and on disk. They never leave this computer (DESIGN.md, rule 8). */
export interface Memory {
  readonly lastInput: number;
  readonly lastCommand: number;
  /** The computer was woken, unlocked or started then: an absence begins anew, but it is no sign of use. */
  readonly backAt: number;
  /** The last look at the idle time that was answered. */
  readonly lookedAt: number;
  /** The last of the looks since then that were not answered, and how many; null where the last was. */
  readonly unanswered: { readonly at: number; readonly times: number } | null;
  /** The last lock, sleep or closed lid. */
  readonly disturbedAt: number;
  readonly slept: number | null;
  readonly absence: Absence | null;
  /** Visits that were not to be asked about again. */
  readonly muted: readonly string[];
  readonly day: DayAsked | null;
  readonly forgotten: Forgotten | null;
  /** `I’m still on site`: no question of a forgotten check-out before this. */
  readonly quietUntil: number;
  readonly tomorrow: { readonly visitId: string; readonly at: number; readonly offered: boolean } | null;
  /** Use while paused, summed from looks. */
  readonly paused: {
    readonly visitId: string;
    readonly at: number;
    readonly used: number;
    readonly told: boolean;
  } | null;
  /** Absences that were answered, for 14 days. */
  readonly answered: readonly {
    readonly visitId: string;
    readonly from: number;
    readonly to: number;
    readonly answer: string;
    readonly at: number;
  }[];
}

export const NOTHING: Memory = {
  lastInput: 0,
  lastCommand: 0,
  backAt: 0,
  lookedAt: 0,
  unanswered: null,
  disturbedAt: 0,
  slept: null,
  absence: null,
  muted: [],
  day: null,
  forgotten: null,
  quietUntil: 0,
  tomorrow: null,
  paused: null,
  answered: [],
};

/** The last use of this computer: keyboard, pointer, or an act in OnSite. Corrected instant, ms. */
export const lastUse = (memory: Memory): number => Math.max(memory.lastInput, memory.lastCommand);

/** Is this the visit on site that is asked about? Not while travelling: who drives does not type. */
export const isWorking = (site: Site | null, visitId?: string): site is Site =>
  site?.phase === 'on site' && (visitId === undefined || site.visitId === visitId);

/** Whether the technician has an open check-in: on site or travelling. */
export const isCheckedIn = (site: Site | null): site is Site =>
  site?.phase === 'on site' || site?.phase === 'travelling';
