import type { DayView } from '../../preload/contract.ts';
import { startOfDay } from '../../words/times.ts';

/** Time on site since midnight (ms), and on how many work orders. @param at now, ms */
export function sumOf(day: DayView, at: number): { readonly onSite: number; readonly orders: number } {
  const midnight = startOfDay(at);
  const worked = day.flatMap(({ workOrderId, kind, from, to }) => {
    const ms = (to ?? at) - Math.max(from, midnight);
    return kind === 'on site' && (to ?? at) >= midnight ? [{ workOrderId, ms: Math.max(0, ms) }] : [];
  });
  return {
    onSite: worked.reduce((sum, { ms }) => sum + ms, 0),
    orders: new Set(worked.map(({ workOrderId }) => workOrderId)).size,
  };
}
