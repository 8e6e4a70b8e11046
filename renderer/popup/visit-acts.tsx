import { leaveBy, UNCHANGED } from '../../main/visit/leaving.ts';
import type { VisitView } from '../../preload/contract.ts';
import type { Acting } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { alongOn } from '../ui/crew.ts';
import { firstAct } from '../ui/first-act.ts';
import { t } from '../ui/first-words.ts';
import { send } from '../ui/snapshot.ts';
import { NO_TIME, withTime } from '../ui/time-draft.ts';
import { TimedName, timedDescription } from '../ui/timed-name.tsx';
import { changeLeaving, leavingDraft, view } from './view.ts';

const openForm = (name: 'check-out' | 'finish', visit: VisitView) => () => {
  view.value = { name, visitId: visit.id };
};

interface Props {
  readonly visit: VisitView;
  readonly acting: Acting;
}

/** The act that has the focus: it changes least, or is what comes next. */
function First({ visit, acting }: Props) {
  const { time } = leavingDraft(visit.id);
  const crew = alongOn(visit.workOrderId, leavingDraft(visit.id));
  const [act, command, name] = firstAct(visit.phase);
  const run = () =>
    void acting.run(
      act,
      () => withTime(time, (at) => send(command, { visitId: visit.id, at, crew })),
      () => changeLeaving(visit.id, { time: NO_TIME }),
    );
  return (
    <Button
      key={act}
      look={visit.phase === 'on site' ? 'quiet' : 'primary'}
      act={act}
      first
      onClick={run}
      description={timedDescription(name, time)}
    >
      <TimedName name={name} draft={time} />
    </Button>
  );
}

/** The act that ends the visit, or opens its form. Travel and custom types have none. */
function Last({ visit, acting }: Props) {
  if (visit.phase === 'paused')
    return (
      <Button key="finish" opens="finish" onClick={openForm('finish', visit)}>
        {t().finishOpens}
      </Button>
    );
  if (visit.hasForm)
    return (
      <Button key="check-out" look="primary" opens="check-out" onClick={openForm('check-out', visit)}>
        {t().leave[leaveBy(visit)]}
      </Button>
    );
  const leave = () =>
    withTime(leavingDraft(visit.id).time, (at) =>
      send('visit:check-out', {
        visitId: visit.id,
        at,
        ...UNCHANGED,
        crew: alongOn(visit.workOrderId, leavingDraft(visit.id)),
      }),
    );
  const run = () => void acting.run('check-out', leave, () => changeLeaving(visit.id, { time: NO_TIME }));
  return (
    <Button
      key="check-out"
      look={visit.phase === 'travelling' ? 'quiet' : 'primary'}
      act="check-out"
      onClick={run}
    >
      {t().leave[leaveBy(visit)]}
    </Button>
  );
}

/** The two answers of the moment. The blue one is what comes next; the focus is on what changes least. */
export function VisitActs(props: Props) {
  return (
    <div class="buttons">
      <First {...props} />
      <Last {...props} />
    </div>
  );
}
