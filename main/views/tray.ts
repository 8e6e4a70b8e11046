import type { Phase, VisitView } from '../../preload/contract.ts';
import type { Words } from '../../words/index.ts';
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

/** The kinds of picture: macOS colours a template itself; elsewhere one for light panels and one for dark ones. */
export type PictureKind = 'template' | 'light' | 'dark' | 'light-linux' | 'dark-linux';

/** File name of a tray picture. macOS knows a template by the end of its name. */
export function pictureName({ icon, attention }: TrayIconView, kind: PictureKind): string {
  const state = attention ? `${icon}-attention` : icon;
  return kind === 'template' ? `${state}Template.png` : `${state}-${kind}.png`;
}

/** What the tray shows: a pure picture of the state. */
export interface TrayView extends TrayIconView {
  readonly tooltip: string;
  /** The words of its menu. */
  readonly words: Words['tray'];
  readonly current: { readonly visitId: string; readonly phase: Phase; readonly hasForm: boolean } | null;
}

/** Time in the phase that the popup counts: on the way, or on site. */
const counted = (visit: VisitView, now: number): number =>
  timeOf(stretchesUpTo(visit, now), visit.phase === 'travelling' ? 'travel' : 'on site');

/** The tray for a visit (or none) at `now` (corrected, ms), with `attention` when a report needs a person. */
export function trayView(
  { tray, states }: Words,
  visit: VisitView | null,
  attention: boolean,
  now: number,
): TrayView {
  const current = visit && { visitId: visit.id, phase: visit.phase, hasForm: visit.hasForm };
  const icon = visit ? ICONS[visit.phase] : 'off';
  const state = visit
    ? `${states[visit.phase]} · ${visit.workOrderId} · ${hoursMinutes(counted(visit, now))}`
    : states.over;
  const said = attention ? `${state} · ${tray.needsAttention}` : state;
  return { icon, attention, tooltip: tray.tooltip(said), words: tray, current };
}
