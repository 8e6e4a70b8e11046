import type { Snapshot } from '../../preload/contract.ts';
import { aheadOf } from '../ui/ahead.ts';
import { areThere, type Part, partOf } from '../ui/part.tsx';
import { furtherPart } from './further-part.ts';
import { type View, visitIn } from './view.ts';

/** On site, on the way, or paused. */
export const visitPart = partOf(() => import('./visit-page.tsx'));
/** The form without a visit, and of a switch. */
export const formPart = partOf(() => import('./check-in-form.tsx'));
/** Is there anything that may be said above the page? */
function hasNews({ account, signIn, moments, ...now }: Snapshot): boolean {
  const lists = [now.problems, now.differing, now.notices, now.elsewhere, now.others];
  const { idleSilent, askComputer, stillPaused, resume } = moments;
  const single = [now.late, now.checkedOut, now.receipt, now.firstCheck, signIn.trouble];
  return (
    account.state !== 'signed-in' ||
    lists.some(({ length }) => length > 0) ||
    [...single, idleSilent, askComputer, stillPaused, resume].some(Boolean)
  );
}

/** The parts that a view is drawn with: it is shown when they are there, and nothing comes into it later. */
export function partsOf(shown: View, now: Snapshot): readonly Part[] {
  const visit = visitIn(shown, now);
  const isForm = shown.name === 'switch' || (shown.name === 'main' && !visit);
  const isVisit = !isForm && (shown.name === 'main' || shown.name === 'paused');
  const page = isForm ? formPart : isVisit ? visitPart : furtherPart;
  const inVisit = visit && isVisit && (visit.byPhone || visit.workOrder?.obstacle || aheadOf(visit) !== null);
  return hasNews(now) || now.crew.length > 0 || inVisit ? [page, furtherPart] : [page];
}

/** Loads the parts that a view is drawn with. */
export const loadFor = (shown: View, now: Snapshot): void => void areThere(partsOf(shown, now));
