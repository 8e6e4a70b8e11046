import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProblemView } from '../../preload/contract.ts';
import { Alert } from '../ui/alert.tsx';
import { now } from '../ui/clock.ts';
import { showInNews } from '../ui/news-place.ts';
import { locale } from '../ui/snapshot.ts';
import { isWaiting, isWorkedOn, wasOpened } from './problem-order.ts';
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
  const alert = useRef<HTMLDivElement>(null);
  const shownAs = useRef(wasOpened(of.reportId) ? null : waits);
  const isAsked = isWorkedOn(of.reportId);
  // Opened from its line, or changed by what was done in its form: it begins at its top, once the form is closed.
  useLayoutEffect(() => {
    if (isAsked) return;
    if (shownAs.current !== waits) showInNews(alert.current);
    shownAs.current = waits;
  }, [waits, isAsked]);
  return (
    <Alert title={titleText(of, times)} warn={waits} element={alert}>
      {quote && <p class="quote">{quote}</p>}
      <p>{adviceText(of, times)}</p>
      {kept && <p class="kept">{kept}</p>}
      {told && <p class="told">{told}</p>}
      <Unreported reportId={of.reportId} />
      <ProblemPhone of={of} />
      {/* Those of one that waits begin closed: the focus does not go back to what told the client. */}
      <Remedies key={String(waits)} of={of} times={times} />
    </Alert>
  );
}
