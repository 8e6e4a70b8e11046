import { useSignal } from '@preact/signals';
import type { DifferingView, LateView, Snapshot } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { Alert, ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { AccountTrouble } from './account-trouble.tsx';
import { ProblemAlert } from './problem-alert.tsx';

/** More than this many at once would hide what the technician came for. */
const SHOWN = 2;

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

/** What waits is said before ServiceChannel would refuse it. */
function Late({ of }: { readonly of: LateView }) {
  const when = (ms: number) => whenText(ms, now.peek(), locale.value);
  return (
    <Alert title={t().lateTitle(of, when(of.at.ms))}>
      <p>{t().lateAdvice(of, when(of.until.ms), of.until.ms < now.peek())}</p>
    </Alert>
  );
}

interface Props {
  readonly snapshot: Snapshot;
  /** The sign-in form is what is shown. */
  readonly signingIn: boolean;
}

/** What went wrong and needs a person, before anything else. */
export function Problems({ snapshot: { account, signIn, problems, late, differing }, signingIn }: Props) {
  const all = useSignal(false);
  const alerts = [
    ...(late ? [<Late key="late" of={late} />] : []),
    ...problems.map((problem) => <ProblemAlert key={problem.reportId} of={problem} />),
    ...differing.map((each) => <Differing key={each.pairId} of={each} />),
  ];
  const more = alerts.length - SHOWN;
  return (
    <>
      {!signingIn && <AccountTrouble account={account} signIn={signIn} />}
      {all.value ? alerts : alerts.slice(0, SHOWN)}
      {more > 0 && !all.value && (
        <Button look="link" onClick={() => (all.value = true)}>
          {t().showMore(more)}
        </Button>
      )}
    </>
  );
}
