import { clockText } from '../../main/visit/time.ts';
import type { UnreportedView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** The work order that was paused for the one that was refused goes on where it was paused. */
function ResumeFirst({ of }: { readonly of: NonNullable<UnreportedView['paused']> }) {
  const { error, run } = useAct();
  const { visitId, workOrderId, at } = of;
  const time = whenText(at.ms, now.peek(), locale.value);
  return (
    <>
      <p>{t().firstPaused(workOrderId, time)}</p>
      <Button
        act="resume"
        onClick={() => void run('resume', () => send('visit:resume', { visitId, at: at.ms }))}
      >
        {t().resumeFrom(time)}
      </Button>
      <ErrorLine error={error} />
    </>
  );
}

/** The time since a check-in that was refused, which runs here only, and what it had paused. */
export function Unreported({ reportId }: { readonly reportId: string }) {
  const of = snapshot.value?.unreported.find((each) => each.reportId === reportId);
  if (!of) return null;
  return (
    <>
      {/* In an alert every second would be said. */}
      <p class="unreported" aria-live="off">
        {t().notReported} · {clockText(now.value - of.since.ms)}
      </p>
      {of.paused && <ResumeFirst of={of.paused} />}
    </>
  );
}
