import type { ProblemView } from '../../preload/contract.ts';
import { Alert } from '../ui/alert.tsx';
import { now } from '../ui/clock.ts';
import { locale } from '../ui/snapshot.ts';
import { isWaiting } from './problem-order.ts';
import { ProblemPhone } from './problem-phone.tsx';
import { Remedies } from './problem-remedies.tsx';
import { adviceText, keptText, quoteText, titleText, toldText } from './problem-words.ts';
import { Unreported } from './unreported.tsx';

/** A problem in full: what happened, ServiceChannel's words, what to do, and the remedies. */
export function ProblemAlert({ of }: { readonly of: ProblemView }) {
  const times = { now: now.peek(), locale: locale.value };
  const waits = isWaiting(of);
  const quote = waits ? null : quoteText(of);
  const kept = keptText(of, times);
  const told = toldText(of, times);
  return (
    <Alert title={titleText(of, times)} warn={waits}>
      {quote && <p class="quote">{quote}</p>}
      <p>{adviceText(of, times)}</p>
      {kept && <p class="kept">{kept}</p>}
      {told && <p class="told">{told}</p>}
      <Unreported reportId={of.reportId} />
      <ProblemPhone of={of} />
      <Remedies of={of} times={times} />
    </Alert>
  );
}
