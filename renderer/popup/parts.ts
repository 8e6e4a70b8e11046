import type { Snapshot } from '../../preload/contract.ts';
import { aheadOf } from '../ui/ahead.ts';
import { areThere, type Part, partOf } from '../ui/part.tsx';
import { furtherPart } from './further-part.ts';
import { typedPart } from './typed-part.ts';
import { checkInDraft, type View, visitIn } from './view.ts';

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

/** The parts that draw the page below the news. */
function pageOf(shown: View, now: Snapshot): readonly Part[] {
  const visit = visitIn(shown, now);
  if (shown.name === 'sign-in') return [signInPart];
  if (shown.name === 'switch' || (shown.name === 'main' && !visit))
    return now.prefill || checkInDraft.peek().workOrder !== '' ? [formPart, typedPart] : [formPart];
  if (!visit || (shown.name !== 'main' && shown.name !== 'paused')) return [furtherPart];
  const rare = visit.byPhone || visit.workOrder?.obstacle || aheadOf(visit) !== null;
  return rare ? [visitPart, furtherPart] : [visitPart];
}

/** The parts that a view is drawn with: it is shown when they are there, and nothing comes into it later. */
export function partsOf(shown: View, now: Snapshot): readonly Part[] {
  const around = hasNews(now) || now.undo || now.crew.length > 0 ? [furtherPart] : [];
  return [...new Set([...pageOf(shown, now), ...around])];
}

/** Loads the parts that a view is drawn with. */
export const loadFor = (shown: View, now: Snapshot): void => void areThere(partsOf(shown, now));
