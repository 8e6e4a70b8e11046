import { clockText, hoursMinutes } from '../../main/visit/time.ts';
import { stretchesUpTo, timeOf } from '../../main/visit/totals.ts';
import type { VisitView } from '../../preload/contract.ts';
import { whenText, wholeMinutes } from '../../words/times.ts';
import { aheadOf } from '../ui/ahead.ts';
import { now } from '../ui/clock.ts';
import { t } from '../ui/first-words.ts';
import { locale } from '../ui/snapshot.ts';
import { workTypeText } from '../ui/work-types.ts';

/** The time on site and how it came about. On the way the journey's own time is the large one. */
export function VisitTimes({ visit }: { readonly visit: VisitView }) {
  const at = now.value;
  const stretches = stretchesUpTo(visit, at);
  const onSite = clockText(timeOf(stretches, 'on site'));
  const paused = timeOf(stretches, 'paused');
  const when = (ms: number) => whenText(ms, at, locale.value);
  const travelling = visit.phase === 'travelling' && visit.open;
  const ahead = aheadOf(visit);
  const words = travelling
    ? [t().since(when(travelling.from))]
    : [
        ahead ? t().countsFrom(when(ahead.ms)) : t().since(when(visit.since.ms)),
        workTypeText(visit.workTypeId, visit.workTypeName),
        paused > 0 && t().pausedFor(hoursMinutes(paused)),
      ];
  return (
    <>
      {travelling ? (
        <p class="clock">{clockText(at - travelling.from)}</p>
      ) : (
        <p class="clock" role="timer">
          {onSite}
        </p>
      )}
      {visit.pausedAt ? (
        <p class="soft">
          {t().onSite} ·{' '}
          {t().pausedAt(when(visit.pausedAt.ms), t().duration(wholeMinutes(at - visit.pausedAt.ms)))}
        </p>
      ) : (
        <p class="soft">
          {words.filter(Boolean).join(' · ')}
          {travelling && (
            <>
              {' '}
              · {t().onSite} <span role="timer">{onSite}</span>
            </>
          )}
        </p>
      )}
    </>
  );
}
