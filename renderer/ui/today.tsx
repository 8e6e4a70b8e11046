import type { DayView } from '../../preload/contract.ts';
import { startOfDay, wholeMinutes } from '../../words/times.ts';
import { now } from './clock.ts';
import { DayLine } from './day-line.tsx';
import { t } from './first-words.ts';
import { locale, snapshot } from './snapshot.ts';

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

/** Today on all work orders: the line, and the total below it. */
export function Today() {
  const day = snapshot.value?.day ?? [];
  const at = now.value;
  const { onSite, orders } = sumOf(day, at);
  const stretches = day.map((stretch) => ({ ...stretch, to: Math.max(stretch.from, stretch.to ?? at) }));
  return (
    <>
      <DayLine stretches={stretches} now={at} locale={locale.value} mark />
      <p class="day-total">{t().today(t().duration(wholeMinutes(onSite)), orders)}</p>
    </>
  );
}
