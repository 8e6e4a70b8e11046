import type { VisitView } from '../../preload/contract.ts';
import { alongOn } from '../ui/crew.ts';
import { LeavingForm } from '../ui/leaving-form.tsx';
import { send } from '../ui/snapshot.ts';
import { changeLeaving, goBack, leavingDraft, showMain } from './view.ts';
import { WithCrew } from './with-crew.tsx';

interface Props {
  readonly visit: VisitView;
  /** The visit is paused: the status alone is set. */
  readonly finish: boolean;
}

/** The form of `Check out…` and `Finish…` in the popup. */
export function Leave({ visit, finish }: Props) {
  const draft = leavingDraft(visit.id);
  const crew = alongOn(visit.workOrderId, draft);
  return (
    <LeavingForm
      visit={visit}
      finish={finish}
      openedBy={finish ? 'finish' : 'check-out'}
      draft={draft}
      onChange={(part) => changeLeaving(visit.id, part)}
      onLeave={(leaving, at) =>
        finish
          ? send('visit:finish', { visitId: visit.id, ...leaving })
          : send('visit:check-out', { visitId: visit.id, ...leaving, at, crew })
      }
      onDone={showMain}
      onBack={goBack}
    >
      {!finish && <WithCrew visit={visit} />}
    </LeavingForm>
  );
}
