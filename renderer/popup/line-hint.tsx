import { whenText } from '../../words/times.ts';
import { now } from '../ui/clock.ts';
import { locale } from '../ui/snapshot.ts';
import { typedInstant } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { meant } from './meant.ts';
import { line } from './one-line.ts';
import { offered } from './open-orders.ts';

/** Where the field's text says more than an order: the check-in that Enter makes of it, or what it fills in. */
export function LineHint() {
  const said = line.value;
  if (!said) return null;
  const means = meant.value;
  if (!means) return <p>{offered.value.length > 1 ? t().oneOfThese : t().nothingFound}</p>;
  const { draft, order, sure, sureTime } = means;
  const at = typedInstant(draft.time);
  const time = said.time && typeof at === 'number' ? whenText(at, now.value, locale.value) : null;
  const technicians = said.technicians && t().techniciansCount(Number(said.technicians));
  const name = [draft.workOrder, order?.store].filter(Boolean).join(' · ');
  return (
    <p class="line-hint" aria-live="polite">
      {(sure ? t().lineDoes : t().lineFillsIn)(name, time, technicians)}
      {!sureTime && ` ${t().lineUnsureTime}`}
    </p>
  );
}
