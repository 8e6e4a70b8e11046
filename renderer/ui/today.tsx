import { wholeMinutes } from '../../words/times.ts';
import { now } from './clock.ts';
import { DayLine } from './day-line.tsx';
import { sumOf } from './day-sum.ts';
import { t } from './first-words.ts';
import { locale, snapshot } from './snapshot.ts';

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
