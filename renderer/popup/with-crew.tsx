import type { VisitView } from '../../preload/contract.ts';
import { alongOn, colleaguesAt } from '../ui/crew.ts';
import { CrewChoice } from '../ui/crew-choice.tsx';
import { t } from '../ui/words.ts';
import { changeLeaving, leavingDraft } from './view.ts';

/** The colleagues who are there as well: those chosen do the next act along. */
export function WithCrew({ visit }: { readonly visit: VisitView }) {
  const here = colleaguesAt(visit.workOrderId);
  const along = (chosen: readonly number[]) =>
    changeLeaving(visit.id, {
      apart: here.map(({ userId }) => userId).filter((userId) => !chosen.includes(userId)),
    });
  return (
    <CrewChoice
      legend={t().withYou}
      of={here}
      chosen={alongOn(visit.workOrderId, leavingDraft(visit.id))}
      onChange={along}
    />
  );
}
