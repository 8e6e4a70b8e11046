import { UNCHANGED } from '../../main/visit/leaving.ts';
import type { ColleagueView, VisitView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { nameOf } from '../ui/crew.ts';
import { whereText } from '../ui/crew-choice.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

interface Act {
  readonly name: string;
  readonly text: string;
  readonly run: () => ReturnType<typeof send<'visit:pause'>>;
}

/** The acts on one colleague alone. */
function actsOf(colleague: ColleagueView, current: VisitView | null): readonly Act[] {
  const name = nameOf(colleague);
  const { visit, userId } = colleague;
  const on = visit && { visitId: visit.id, at: null };
  if (!on) {
    if (current?.phase !== 'on site') return [];
    const { workOrderId, workTypeId } = current;
    const joins = { workOrder: String(workOrderId), technicians: '1', workTypeId, at: null, crew: [userId] };
    return [{ name: 'join', text: t().checkInName(name), run: () => send('visit:check-in', joins) }];
  }
  const out = { ...on, ...UNCHANGED };
  const leave = { name: 'leave', text: t().checkOutName(name), run: () => send('visit:check-out', out) };
  switch (visit.phase) {
    case 'on site':
      return [{ name: 'pause', text: t().pauseName(name), run: () => send('visit:pause', on) }, leave];
    case 'travelling':
      return [{ name: 'arrived', text: t().arrivedName(name), run: () => send('visit:arrived', on) }, leave];
    default: {
      const end = { visitId: visit.id, ...UNCHANGED };
      return [
        { name: 'resume', text: t().resumeName(name), run: () => send('visit:resume', on) },
        { name: 'end', text: t().endName(name), run: () => send('visit:finish', end) },
      ];
    }
  }
}

/** Where each colleague is, as far as it was reported from here, and what can be done for one of them alone. */
export function CrewList({ current }: { readonly current: VisitView | null }) {
  const { error, run } = useAct();
  const crew = (snapshot.value?.crew ?? []).filter(
    (colleague) => colleague.visit !== null || current?.phase === 'on site',
  );
  if (crew.length === 0) return null;
  return (
    <section class="paused-visits">
      <h2 id="colleagues">{t().colleagues}</h2>
      <ul aria-labelledby="colleagues">
        {crew.map((colleague) => (
          <li key={colleague.userId}>
            <div class="paused-visit">
              <strong>{nameOf(colleague)}</strong>
              {colleague.visit && <p class="hint">{whereText(colleague)}</p>}
            </div>
            {actsOf(colleague, current).map((act) => {
              const name = `${act.name} ${colleague.userId}`;
              return (
                <Button key={name} look="link" act={name} onClick={() => void run(name, act.run)}>
                  {act.text}
                </Button>
              );
            })}
          </li>
        ))}
      </ul>
      <ErrorLine error={error} />
    </section>
  );
}
