import { whenText } from '../../words/times.ts';
import { now } from '../ui/clock.ts';
import { locale } from '../ui/snapshot.ts';
import { typedInstant } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { isLine, meansNone, meant } from './meant.ts';
import { line } from './one-line.ts';

/** A text that means no order, or several, in words; null where it means one, or is a number. */
export const noOrderText = (): string | null => {
  const none = meansNone.value;
  return none && (none === 'several' ? t().oneOfThese : t().nothingFound);
};

/** Where the field's text says more than a number: the check-in that Enter makes of it, or what it fills in. */
export function LineHint() {
  if (!isLine.value) return null;
  const said = line.value;
  const means = meant.value;
  if (!means) return <p>{noOrderText()}</p>;
  const { draft, order, sure, sureTime } = means;
  const at = typedInstant(draft.time);
  const time = said?.time && typeof at === 'number' ? whenText(at, now.value, locale.value) : null;
  const technicians = said?.technicians ? t().techniciansCount(Number(said.technicians)) : null;
  const name = [draft.workOrder, order?.store].filter(Boolean).join(' · ');
  return (
    <p class="line-hint" aria-live="polite">
      {(sure ? t().lineDoes : t().lineFillsIn)(name, time, technicians)}
      {!sureTime && ` ${t().lineUnsureTime}`}
    </p>
  );
}
