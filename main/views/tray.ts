import type { Phase, RecentView, VisitView } from '../../preload/contract.ts';
import type { EarlyWords } from '../../words/early.ts';
import { type LeaveBy, leaveBy } from '../visit/leaving.ts';
import { hoursMinutes } from '../visit/time.ts';
import { stretchesUpTo, timeOf } from '../visit/totals.ts';

/** The drawings of the tray icon; `attention` is a badge on any of them. */
export const ICON_STATES = ['off', 'onsite', 'paused', 'travelling'] as const;
export type IconState = (typeof ICON_STATES)[number];

const ICONS: Readonly<Record<Phase, IconState>> = {
  'on site': 'onsite',
  travelling: 'travelling',
  paused: 'paused',
  over: 'off',
};

/** Which picture the tray shows. */
export interface TrayIconView {
  readonly icon: IconState;
  /** A report needs a person. */
  readonly attention: boolean;
}

/** The kinds of picture: macOS colours a template itself; elsewhere one for light panels and one for dark ones. Each names its system. */
export type PictureKind = 'darwin' | 'light-win32' | 'dark-win32' | 'light-linux' | 'dark-linux';

/** File name of a tray picture. macOS knows a template by the end of its name. */
export function pictureName({ icon, attention }: TrayIconView, kind: PictureKind): string {
  const state = attention ? `${icon}-attention` : icon;
  return `${state}-${kind}${kind === 'darwin' ? 'Template' : ''}.png`;
}

/** The tray's icon, tooltip and menu, derived from the state. */
export interface TrayView extends TrayIconView {
  readonly tooltip: string;
  /** The same without the time, which the next start does not know before it has read the record. */
  readonly untimed: string;
  /** Beside the icon on macOS: the time on site while it counts, `1:23`, else nothing. */
  readonly title: string;
  /** The work orders of lately, the last one first. */
  readonly lately: readonly { readonly workOrderId: number; readonly text: string }[];
  /** The words of its menu. */
  readonly words: Pick<EarlyWords, 'tray' | 'leave'>;
  readonly current: {
    readonly visitId: string;
    readonly phase: Phase;
    /** How it is left; null while it counts from an instant to come: the popup says what can be done. */
    readonly leaveBy: LeaveBy | null;
  } | null;
}

/** Time in the phase that the popup counts: on the way, or on site. */
const counted = (visit: VisitView, now: number): number =>
  timeOf(stretchesUpTo(visit, now), visit.phase === 'travelling' ? 'travel' : 'on site');

/** As many work orders of lately are in the menu. */
const LATELY = 5;

/** Two lines of a menu must not be read as one: a store's name ends there (characters). */
const LONGEST_STORE = 40;

/**
 * The tray for a visit (or none) at `now` (corrected, ms), with `attention` when a report needs a person, and with the
 * work orders of lately.
 */
export function trayView(
  words: Pick<EarlyWords, 'tray' | 'leave' | 'states'>,
  visit: VisitView | null,
  attention: boolean,
  now: number,
  recent: readonly RecentView[] = [],
): TrayView {
  const { tray, states } = words;
  const isAhead = visit?.countsFrom != null && visit.countsFrom.at.ms > now;
  const current = visit && {
    visitId: visit.id,
    phase: visit.phase,
    leaveBy: isAhead ? null : leaveBy(visit),
  };
  const icon = visit ? ICONS[visit.phase] : 'off';
  const time = visit ? hoursMinutes(counted(visit, now)) : null;
  const said = (timed: string | null) =>
    tray.tooltip(
      [states[visit?.phase ?? 'over'], visit?.workOrderId, timed, attention && tray.needsAttention]
        .filter(Boolean)
        .join(' · '),
    );
  const title = visit?.open && !isAhead ? (time ?? '') : '';
  const lately = recent.slice(0, LATELY).map(({ workOrderId, workOrder }) => ({
    workOrderId,
    text: tray.lately(workOrderId, workOrder?.store?.slice(0, LONGEST_STORE) ?? null),
  }));
  return { icon, attention, tooltip: said(time), untimed: said(null), title, lately, words, current };
}
