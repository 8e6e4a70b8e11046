import { useSignal } from '@preact/signals';
import type { WeekView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { AddVisit } from './add-visit.tsx';
import { Days } from './days.tsx';
import { Differences } from './differences.tsx';
import { Orders, Pairs } from './pairs.tsx';
import { AT_ONCE, useRestLater } from './rest-later.ts';

/** The days of a week, what differs, and its pairs and work orders. */
export function DaysPanel({ week: of }: { readonly week: WeekView }) {
  const adding = useSignal(false);
  const painted = useRestLater(of.from);
  const isWhole = painted || of.pairs.length <= AT_ONCE;
  return (
    <>
      <Days week={of} />
      {of.comparedAt !== null && (
        <p class="soft sheet-compared">
          {t().sheet.comparedAt(whenText(of.comparedAt, now.value, locale.value))}
        </p>
      )}
      <Differences week={of} />
      {adding.value ? (
        <AddVisit onClose={() => (adding.value = false)} />
      ) : (
        <div class="sheet-buttons">
          <Button onClick={() => (adding.value = true)}>{t().sheet.addVisit}</Button>
        </div>
      )}
      {of.pairs.length === 0 ? (
        <p class="soft">{t().sheet.emptyWeek}</p>
      ) : (
        <>
          <h2>{t().sheet.pairs}</h2>
          <Pairs pairs={isWhole ? of.pairs : of.pairs.slice(0, AT_ONCE)} differences={of.differences} />
          {isWhole && (
            <>
              <h2>{t().sheet.byOrder}</h2>
              <Orders orders={of.orders} />
            </>
          )}
        </>
      )}
    </>
  );
}
