import type { SheetDifference, SheetPair, WeekView } from '../../preload/contract.ts';
import { dateText } from '../../words/dates.ts';
import { Button } from '../ui/button.tsx';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { edit } from './editing.ts';
import { stayText } from './stay-text.ts';

/** The count, where the two records tell of different ones. */
function crewText(of: SheetDifference, side: 'here' | 'there'): string {
  const [here, there] = [of.here?.techsCount ?? null, of.there?.techsCount ?? null];
  const count = side === 'here' ? here : there;
  return here === null || there === null || here === there || count === null
    ? ''
    : `, ${t().techniciansCount(count)}`;
}

interface Props {
  readonly of: SheetDifference;
  /** The pair here that the record can be corrected to. */
  readonly own: SheetPair | null;
}

function Difference({ of, own }: Props) {
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
      <p>{words.whatToDo(of)}</p>
      {own?.checkOut && (
        <div class="sheet-buttons">
          <Button onClick={() => edit(own)}>{words.correctRecord(of.workOrderId)}</Button>
        </div>
      )}
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
          own={week.pairs.find(({ pairId }) => pairId === of.pairId) ?? null}
        />
      ))}
    </ul>
  );
}
