import { hoursMinutes } from '../../main/visit/time.ts';
import type { SheetDifference, SheetStay, WeekView } from '../../preload/contract.ts';
import { dateText, timeText } from '../../words/times.ts';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

function stayText(stay: SheetStay | null): string {
  if (!stay) return t().sheet.noStay;
  const from = timeText(stay.from, locale.value);
  if (stay.to === null) return t().sheet.openStay(from);
  return t().sheet.stay(t().range(from, timeText(stay.to, locale.value)), hoursMinutes(stay.to - stay.from));
}

/** The count, where the two records tell of different ones. */
function crewText(of: SheetDifference, side: 'here' | 'there'): string {
  const [here, there] = [of.here?.techsCount ?? null, of.there?.techsCount ?? null];
  const count = side === 'here' ? here : there;
  return here === null || there === null || here === there || count === null
    ? ''
    : `, ${t().techniciansCount(count)}`;
}

function Difference({ of, minutes }: { readonly of: SheetDifference; readonly minutes: number }) {
  const words = t().sheet;
  const day = dateText(of.here?.from ?? of.there?.from ?? 0, locale.value);
  return (
    <li class={of.standsOut ? 'alert' : 'note'}>
      <p>
        <strong>{words.differenceOf(day, of.workOrderId)}</strong>
      </p>
      <dl class="sheet-beside">
        <dt>{words.here}</dt>
        <dd>{stayText(of.here) + crewText(of, 'here')}</dd>
        <dt>{words.there}</dt>
        <dd>{stayText(of.there) + crewText(of, 'there')}</dd>
      </dl>
      <p>{words.whatToDo(of, minutes)}</p>
    </li>
  );
}

/** The stays whose two records are not the same, and what can be done about each. */
export function Differences({ week }: { readonly week: WeekView }) {
  if (week.differences.length === 0) return null;
  return (
    <ul class="sheet-differences" aria-label={t().sheet.differences}>
      {week.differences.map((of) => (
        <Difference
          key={`${of.workOrderId} ${of.here?.from} ${of.there?.from}`}
          of={of}
          minutes={week.disputeMinutes}
        />
      ))}
    </ul>
  );
}
