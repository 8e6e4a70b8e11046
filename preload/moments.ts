/**
 * The types of the moments' windows and of their answers (INTERFACE.md, Windows). Times are corrected instants, ms.
 */
import type { Stamp } from '../main/visit/types.ts';
import type { VisitView } from './views.ts';

/** Away while on site. `away`: still; `back`: the absence is over; `paused`: no answer came, and a setting paused the visit. */
export interface IdleView {
  readonly kind: 'idle';
  readonly id: string;
  readonly visit: VisitView;
  readonly form: 'away' | 'back' | 'paused';
  readonly from: Stamp;
  /** When it ended; null while it lasts. */
  readonly to: Stamp | null;
}

export interface EndOfDayView {
  readonly kind: 'end-of-day';
  readonly id: string;
  readonly visit: VisitView;
  /** The minute that `Earlier…` offers; null where the visit began after it. */
  readonly endOfDay: number | null;
}

export interface QuitView {
  readonly kind: 'quit';
  readonly id: string;
  readonly visit: VisitView;
  /** The computer is being shut down, not only OnSite. */
  readonly shutdown: boolean;
}

/** A time that a forgotten check-out may have had, and how it is known. */
export interface Evidence {
  readonly what: 'last-use' | 'sleep' | 'end-of-day' | 'automatic' | 'next-check-in';
  readonly at: number;
}

export interface ForgottenView {
  readonly kind: 'forgotten';
  readonly id: string;
  readonly visit: VisitView;
  readonly evidence: readonly Evidence[];
  /** ServiceChannel is being asked for its automatic check-out. */
  readonly reading: boolean;
}

export type MomentView = IdleView | EndOfDayView | QuitView | ForgottenView;

/** The part of the snapshot that comes from moments. */
export interface MomentsView {
  /** The one that is open now. */
  readonly open: MomentView | null;
  /** `Is this computer with you while you work?` waits for its answer in the popup. */
  readonly askComputer: boolean;
  /** Used for 30 minutes while paused: since when it is, until that was said. */
  readonly stillPaused: { readonly visitId: string; readonly since: Stamp } | null;
  /** Paused until tomorrow, and it is tomorrow. */
  readonly resume: { readonly visitId: string; readonly workOrderId: number; readonly since: Stamp } | null;
  /** Absences can be noticed on this computer. */
  readonly detectsIdle: boolean;
  /** They could be, and the desktop has stopped telling. */
  readonly idleSilent: boolean;
  /** The notification `Still paused since` was clicked at this instant: the popup opens `Back at`. */
  readonly backAtAsked: number | null;
}
