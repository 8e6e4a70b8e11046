import type { VisitView } from '../../preload/contract.ts';
import { LeavingForm } from '../ui/leaving-form.tsx';
import { send } from '../ui/snapshot.ts';
import { changeLeaving, goBack, leavingDraft, showMain } from './view.ts';

interface Props {
  readonly visit: VisitView;
  /** The visit is paused: the status alone is set. */
  readonly finish: boolean;
}

/** The form of `Check out…` and `Finish…` in the popup. */
export function Leave({ visit, finish }: Props) {
  return (
    <LeavingForm
      visit={visit}
      finish={finish}
      openedBy={finish ? 'finish' : 'check-out'}
      draft={leavingDraft(visit.id)}
      onChange={(part) => changeLeaving(visit.id, part)}
      onLeave={(leaving, at) =>
        finish
          ? send('visit:finish', { visitId: visit.id, ...leaving })
          : send('visit:check-out', { visitId: visit.id, ...leaving, at })
      }
      onDone={showMain}
      onBack={goBack}
    />
  );
}
