import type { Phase, VisitView } from '../../preload/contract.ts';
import { hoursMinutes } from '../visit/time.ts';

/** The four drawings of the tray icon. */
export type IconState = 'off' | 'onsite' | 'paused' | 'attention';

/** What the tray shows: a pure picture of the state. */
export interface TrayView {
  readonly icon: IconState;
  readonly tooltip: string;
  readonly current: { readonly visitId: string; readonly phase: Phase; readonly hasForm: boolean } | null;
}

const WORDS: Readonly<Record<Phase, string>> = {
  'on site': 'On site',
  travelling: 'Travelling',
  paused: 'Paused',
  over: 'Not checked in',
};

/** Time in the phase that the popup counts: on the way, or on site. */
function counted(visit: VisitView, now: number): number {
  const kind = visit.phase === 'travelling' ? 'travel' : 'on site';
  const closed = visit.closed.filter((s) => s.kind === kind).reduce((ms, s) => ms + s.to - s.from, 0);
  return closed + (visit.open?.kind === kind ? Math.max(0, now - visit.open.from) : 0);
}

/** The tray for a visit (or none) at `now` (corrected, ms), with `attention` when a report needs a person. */
export function trayView(visit: VisitView | null, attention: boolean, now: number): TrayView {
  const current = visit && { visitId: visit.id, phase: visit.phase, hasForm: visit.hasForm };
  const icon = visit ? (visit.phase === 'paused' ? 'paused' : 'onsite') : 'off';
  const words = visit
    ? `${WORDS[visit.phase]} · ${visit.workOrderId} · ${hoursMinutes(counted(visit, now))}`
    : WORDS.over;
  const needs = attention ? ' · needs attention' : '';
  return { icon: attention ? 'attention' : icon, tooltip: `OnSite: ${words}${needs}`, current };
}
