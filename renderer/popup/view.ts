import { effect, signal } from '@preact/signals';
import type { PrimaryStatus, Snapshot, VisitView } from '../../preload/contract.ts';
import { snapshot } from '../ui/snapshot.ts';
import { NO_TIME, type TimeDraft } from '../ui/time-field.tsx';

/** What the popup shows. `main` follows the visit; the others are opened by the technician. */
export type View =
  | { readonly name: 'main' }
  | { readonly name: 'switch' }
  | { readonly name: 'delivery' }
  | { readonly name: 'sign-in' }
  | { readonly name: 'check-out' | 'finish'; readonly visitId: string };

/** Where the technician went last. */
export const view = signal<View>({ name: 'main' });

export const goBack = () => {
  view.value = { name: 'main' };
};

const isOpen = (visit: VisitView) => visit.phase === 'on site' || visit.phase === 'travelling';

/** The view as far as it still makes sense: a form of a visit that is over, or elsewhere, is no longer shown. */
export function shownView(chosen: View, { account, current }: Snapshot): View {
  if (chosen.name === 'delivery') return chosen;
  if (account.state === 'signed-out') return { name: 'sign-in' };
  if (chosen.name === 'sign-in') return account.state === 'expired' ? chosen : { name: 'main' };
  if (chosen.name === 'main' || chosen.name === 'switch') return current ? chosen : { name: 'main' };
  const same = current?.id === chosen.visitId && isOpen(current) === (chosen.name === 'check-out');
  return same ? chosen : { name: 'main' };
}

export interface CheckInDraft {
  readonly workOrder: string;
  /** Null until typed: the setting's number then. */
  readonly technicians: string | null;
  readonly workTypeId: number | null;
  readonly time: TimeDraft;
}

export interface LeavingDraft {
  readonly primaryStatus: PrimaryStatus | '';
  readonly extendedStatus: string;
  readonly resolution: string;
  readonly time: TimeDraft;
}

const NO_CHECK_IN: CheckInDraft = { workOrder: '', technicians: null, workTypeId: null, time: NO_TIME };
const NO_LEAVING: LeavingDraft = { primaryStatus: '', extendedStatus: '', resolution: '', time: NO_TIME };

/** What was typed outlives every snapshot and every closing of the popup. */
export const checkInDraft = signal(NO_CHECK_IN);
export const leavingDraft = signal(NO_LEAVING);

export const changeCheckIn = (change: Partial<CheckInDraft>) => {
  checkInDraft.value = { ...checkInDraft.peek(), ...change };
};
export const changeLeaving = (change: Partial<LeavingDraft>) => {
  leavingDraft.value = { ...leavingDraft.peek(), ...change };
};

export const checkedIn = () => {
  checkInDraft.value = NO_CHECK_IN;
  goBack();
};

/** A stay with a work order, or the pause after it: what was typed for one is not meant for the next. */
const stayOf = (visit: VisitView | null) => visit && `${visit.id} ${visit.phase} ${visit.closed.length}`;

/** Forgets what was typed when its stay is over, and takes over a number that a link brings. */
export function followSnapshots(): void {
  let stay: string | null | undefined;
  let filledAt: number | undefined;
  effect(() => {
    const shown = snapshot.value;
    if (!shown) return;
    const here = stayOf(shown.current);
    if (here !== stay) leavingDraft.value = NO_LEAVING;
    stay = here;
    if (!shown.prefill || shown.prefill.at === filledAt) return;
    filledAt = shown.prefill.at;
    changeCheckIn({ workOrder: shown.prefill.workOrder });
    view.value = { name: shown.current ? 'switch' : 'main' };
  });
}
