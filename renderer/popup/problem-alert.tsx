import { useSignal } from '@preact/signals';
import type { ProblemView, RemedyName, Result } from '../../preload/contract.ts';
import { t } from '../text/index.ts';
import { whenText } from '../text/times.ts';
import { useAct } from '../ui/act.ts';
import { Alert, ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send } from '../ui/snapshot.ts';

/** ServiceChannel's own words first, then what to do. */
function explained({ state, problem, subscriber }: ProblemView, time: string): string {
  if (state === 'unconfirmed' || !problem) return t.unconfirmedAdvice;
  const advice = t.advice[problem.advice](subscriber, time);
  return problem.message ? `${t.quoted(problem.message)} ${advice}` : advice;
}

/** A report that needs a person: what happened, what to do, and the remedies. */
export function ProblemAlert({ of }: { readonly of: ProblemView }) {
  const asking = useSignal(false);
  const { trouble, run } = useAct();
  const { reportId } = of;
  const time = whenText(of.at.ms, now.peek(), locale.value);
  const title = of.state === 'refused' ? t.refused : t.unconfirmed;
  const act = (name: RemedyName, command: () => Promise<Result>) => void run(`${name} ${reportId}`, command);
  const remedies: Readonly<Record<RemedyName, () => void>> = {
    'send-again': () => act('send-again', () => send('report:send-again', { reportId })),
    'it-was-recorded': () => act('it-was-recorded', () => send('report:it-was-recorded', { reportId })),
    discard: () => {
      asking.value = true;
    },
  };
  const discard = () => act('discard', () => send('report:discard', { reportId }));
  return (
    <Alert title={title(of.workOrderId, of, time)}>
      <p>{explained(of, time)}</p>
      {asking.value ? (
        <>
          <p class="asking">{t.lost(of, time)}</p>
          <div class="remedies">
            <Button look="link" act={`discard ${reportId}`} onClick={discard}>
              {t.dontReport}
            </Button>
            <Button look="link" onClick={() => (asking.value = false)}>
              {t.keepIt}
            </Button>
          </div>
        </>
      ) : (
        <div class="remedies">
          {of.remedies.map((name) => (
            <Button key={name} look="link" act={`${name} ${reportId}`} onClick={remedies[name]}>
              {t.remedies[name]}
            </Button>
          ))}
        </div>
      )}
      <ErrorLine trouble={trouble} />
    </Alert>
  );
}
