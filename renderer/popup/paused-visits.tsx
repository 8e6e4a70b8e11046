import type { VisitView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { t } from '../ui/first-words.ts';
import { locale, send } from '../ui/snapshot.ts';
import { view } from './view.ts';

/** The name by which the focus returns to a visit's row. */
export const visitOpener = ({ id }: VisitView): string => `paused ${id}`;

/** The row of a visit, which opens its page. */
function Row({ visit }: { readonly visit: VisitView }) {
  const { id, workOrderId, workOrder, pausedAt } = visit;
  return (
    <div class="paused-visit">
      <Button
        look="entry"
        opens={visitOpener(visit)}
        onClick={() => (view.value = { name: 'paused', visitId: id })}
      >
        <strong>{workOrderId}</strong> <span class="entry-about">{workOrder?.store}</span>
      </Button>
      {/* Its state is no part of the button's name: `Pause` is another button. */}
      {pausedAt && <p class="hint">{t().pausedSince(whenText(pausedAt.ms, now.peek(), locale.value))}</p>}
    </div>
  );
}

/** Other visits that wait; resuming one pauses the one that is on site. */
export function PausedVisits({ visits }: { readonly visits: readonly VisitView[] }) {
  const { error, run } = useAct();
  if (visits.length === 0) return null;
  return (
    <section class="paused-visits">
      <h2 id="paused-visits">{t().pausedVisits}</h2>
      <ul aria-labelledby="paused-visits">
        {visits.map((visit) => {
          const name = `resume ${visit.id}`;
          const resume = () => run(name, () => send('visit:resume', { visitId: visit.id, at: null }));
          return (
            <li key={visit.id}>
              <Row visit={visit} />
              <Button look="link" act={name} onClick={() => void resume()}>
                {t().resumeNumber(visit.workOrderId)}
              </Button>
            </li>
          );
        })}
      </ul>
      <ErrorLine error={error} />
    </section>
  );
}
