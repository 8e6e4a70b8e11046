import type { DifferingView, LateView, ProblemView, Snapshot } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { Alert, ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { AccountTrouble } from './account-trouble.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { shownProblems, toggleProblem } from './problem-order.ts';
import { lineText } from './problem-words.ts';

function Differing({ of: { pairId, workOrderId, checkIn, checkOut } }: { readonly of: DifferingView }) {
  const { error, run } = useAct();
  const name = `noted ${pairId}`;
  return (
    <Alert title={t().differingTitle(workOrderId)}>
      <p>{t().differing(checkIn, checkOut)}</p>
      <div class="remedies">
        <Button
          look="link"
          act={name}
          onClick={() => void run(name, () => send('pair:note-mechanic-ids', { pairId }))}
        >
          {t().noted}
        </Button>
      </div>
      <ErrorLine error={error} />
    </Alert>
  );
}

/** The warning that a waiting report will soon be too old for ServiceChannel. */
function Late({ of }: { readonly of: LateView }) {
  const when = (ms: number) => whenText(ms, now.peek(), locale.value);
  return (
    <Alert title={t().lateTitle(of, when(of.at.ms))}>
      <p>{t().lateAdvice(of, when(of.until.ms), of.until.ms < now.peek())}</p>
    </Alert>
  );
}

/** A problem in one line: a click opens it. */
function Line({ of }: { readonly of: ProblemView }) {
  const times = { now: now.peek(), locale: locale.value };
  return (
    <Button look="entry" expanded={false} onClick={() => toggleProblem(of.reportId)}>
      <span class="entry-about">{lineText(of, times)}</span>
      <span class="problem-tag">{t().problemTag(of.state)}</span>
    </Button>
  );
}

interface Props {
  readonly snapshot: Snapshot;
  /** The sign-in form is what is shown. */
  readonly signingIn: boolean;
}

/** The problems that need a person, above everything else, in a scroll area of their own. */
export function Problems({ snapshot: { account, signIn, late, differing }, signingIn }: Props) {
  const problems = shownProblems.value;
  const isEmpty = problems.length === 0 && differing.length === 0 && !late;
  return (
    <>
      {!signingIn && <AccountTrouble account={account} signIn={signIn} />}
      {!isEmpty && (
        <div class="problems">
          {problems.map(({ problem, open }) =>
            open ? (
              <ProblemAlert key={problem.reportId} of={problem} />
            ) : (
              <Line key={problem.reportId} of={problem} />
            ),
          )}
          {late && <Late of={late} />}
          {differing.map((each) => (
            <Differing key={each.pairId} of={each} />
          ))}
        </div>
      )}
    </>
  );
}
