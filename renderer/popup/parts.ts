import type { Snapshot, VisitView } from '../../preload/contract.ts';
import { aheadOf } from '../ui/ahead.ts';
import { areThere, type Part, partOf } from '../ui/part.tsx';
import { furtherPart } from './further-part.ts';
import { type View, visitIn } from './view.ts';

/** On site, on the way, or paused. */
export const visitPart = partOf(() => import('./visit-page.tsx'));
/** The form without a visit, and of a switch. */
export const formPart = partOf(() => import('./check-in-form.tsx'));
/** While nobody is signed in. */
export const signInPart = partOf(() => import('./sign-in-pages.ts'));

/** Is there anything that may be said above the page? */
function hasNews({ account, signIn, moments, ...now }: Snapshot): boolean {
  const lists = [now.problems, now.differing, now.notices, now.elsewhere, now.others];
  const { idleSilent, askComputer, stillPaused, resume } = moments;
  const single = [now.late, now.checkedOut, now.receipt, now.firstCheck, signIn.trouble];
  return (
    account.state === 'expired' ||
    account.state === 'locked' ||
    lists.some(({ length }) => length > 0) ||
    [...single, idleSilent, askComputer, stillPaused, resume].some(Boolean)
  );
}

/** The part that draws the page below the news. */
function pageOf(shown: View, visit: VisitView | null): Part {
  if (shown.name === 'sign-in') return signInPart;
  if (shown.name === 'switch' || (shown.name === 'main' && !visit)) return formPart;
  return shown.name === 'main' || shown.name === 'paused' ? visitPart : furtherPart;
}

/** The parts that a view is drawn with: it is shown when they are there, and nothing comes into it later. */
export function partsOf(shown: View, now: Snapshot): readonly Part[] {
  const visit = visitIn(shown, now);
  const page = pageOf(shown, visit);
  const rare = visit && (visit.byPhone || visit.workOrder?.obstacle || aheadOf(visit) !== null);
  const further = hasNews(now) || now.undo || now.crew.length > 0 || (page === visitPart && rare);
  return further ? [page, furtherPart] : [page];
}

/** Loads the parts that a view is drawn with. */
export const loadFor = (shown: View, now: Snapshot): void => void areThere(partsOf(shown, now));
