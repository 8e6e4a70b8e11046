import { clockText } from '../../main/visit/time.ts';
import { stretchesUpTo, timeOf } from '../../main/visit/totals.ts';
import type { VisitView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { aheadOf } from '../ui/ahead.ts';
import { errorText } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { firstAct } from '../ui/first-act.ts';
import { t } from '../ui/first-words.ts';
import { WithPart } from '../ui/part.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { StateMark } from '../ui/state-mark.tsx';

/** The one act of each state; it happens at the click. */
function Act({ visit }: { readonly visit: VisitView }) {
  const { error, run } = useAct();
  const [act, command, name] = firstAct(visit.phase);
  const click = () => void run(act, () => send(command, { visitId: visit.id, at: null }));
  return (
    <>
      {error && (
        <WithPart of={errorText}>
          {({ commandErrorText }) => (
            <p class="strip-error" role="alert" title={commandErrorText(error)}>
              {commandErrorText(error)}
            </p>
          )}
        </WithPart>
      )}
      {!aheadOf(visit) && (
        <Button act={act} onClick={click}>
          {name}
        </Button>
      )}
    </>
  );
}

/** The state, the number and the time on site of the visit in one line, which can be dragged. */
function Line({ visit }: { readonly visit: VisitView }) {
  const time = clockText(timeOf(stretchesUpTo(visit, now.value), 'on site'));
  return (
    <main class={`strip-line ${visit.phase.replace(' ', '-')}`}>
      <p class="strip-state" title={t().states[visit.phase]}>
        <StateMark phase={visit.phase} />
        <span class="unseen">{t().states[visit.phase]}</span>
      </p>
      <h1>{visit.workOrderId}</h1>
      <p role="timer">{time}</p>
      <Act key={visit.phase} visit={visit} />
    </main>
  );
}

/** The strip shows the visit; without one its window is gone. */
export function App() {
  // There are no words before the first snapshot.
  if (!snapshot.value) return null;
  document.title = t().stripTitle;
  const visit = snapshot.value.current;
  return visit ? <Line visit={visit} /> : null;
}
