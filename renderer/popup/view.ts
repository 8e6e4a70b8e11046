import { effect, signal, untracked } from '@preact/signals';
import { SECOND } from '../../main/visit/time.ts';
import type { FormAgain, Snapshot, VisitView } from '../../preload/contract.ts';
import { focusOpenerNext } from '../ui/focus.ts';
import { type LeavingDraft, NO_LEAVING } from '../ui/leaving-draft.ts';
import { snapshot } from '../ui/snapshot.ts';
import { localTime, NO_TIME, type TimeDraft } from '../ui/time-draft.ts';

/** The popup's page. `main` follows the visit; the others are opened by the technician. */
export type View =
  | { readonly name: 'main' }
  | { readonly name: 'switch' }
  | { readonly name: 'delivery' }
  | { readonly name: 'sign-in' }
  /** `late`: with the form that tells the client of a delay. */
  | { readonly name: 'order'; readonly workOrderId: number; readonly late?: boolean }
  /** `paused`: the page of a visit that waits beside the one that is shown by itself. */
  | { readonly name: 'check-out' | 'finish' | 'paused'; readonly visitId: string };

/** Where the technician went last. */
export const view = signal<View>({ name: 'main' });

/** Closes every form and page. */
export const showMain = () => {
  view.value = { name: 'main' };
};

/** Closes a form or a page; the focus returns to what opened it. */
export const goBack = () => {
  focusOpenerNext();
  const before = view.peek();
  const isBeside = before.name === 'finish' && snapshot.peek()?.current?.id !== before.visitId;
  view.value = isBeside ? { name: 'paused', visitId: before.visitId } : { name: 'main' };
};

/** After a sign-in another form may be open already. */
export const leaveSignIn = () => {
  if (view.peek().name === 'sign-in') showMain();
};

const isOpen = (visit: VisitView) => visit.phase === 'on site' || visit.phase === 'travelling';

/** The view as far as it still makes sense: a form of a visit that is over, or elsewhere, is no longer shown. */
export function shownView(chosen: View, shown: Snapshot): View {
  const { account, signIn, current, paused } = shown;
  if (chosen.name === 'delivery') return chosen;
  if (account.state === 'signed-out') return { name: 'sign-in' };
  if (chosen.name === 'sign-in')
    return account.state !== 'signed-in' || signIn.trouble ? chosen : { name: 'main' };
  if (chosen.name === 'order') return chosen;
  if (chosen.name === 'main' || chosen.name === 'switch') return current ? chosen : { name: 'main' };
  const { name, visitId } = chosen;
  if (paused.some(({ id }) => id === visitId)) return name === 'check-out' ? { name: 'main' } : chosen;
  const same = current?.id === visitId && isOpen(current) === (name === 'check-out');
  return same && name !== 'paused' ? chosen : { name: 'main' };
}

/** The name that somebody has signed in by; empty while nobody has. */
export const userOf = (shown: Snapshot | null): string =>
  !shown || shown.account.state === 'signed-out' ? '' : shown.account.userName;

/** The visit that a view speaks of. */
export function visitIn(shown: View, { current, paused }: Snapshot): VisitView | null {
  if (!('visitId' in shown)) return current;
  return paused.find(({ id }) => id === shown.visitId) ?? current;
}

export interface CheckInDraft {
  readonly workOrder: string;
  /** Null until typed: the setting's number then. */
  readonly technicians: string | null;
  readonly workTypeId: number | null;
  readonly time: TimeDraft;
  /** UserIds of the colleagues who check in along. */
  readonly crew: readonly number[];
}

const NO_CHECK_IN: CheckInDraft = {
  workOrder: '',
  technicians: null,
  workTypeId: null,
  time: NO_TIME,
  crew: [],
};

/** Drafts that outlive every snapshot and every closing of the popup. */
export const checkInDraft = signal(NO_CHECK_IN);
/** By visit. */
const leavingDrafts = signal<ReadonlyMap<string, LeavingDraft>>(new Map());

/** The draft of a visit's check-out form. */
export const leavingDraft = (visitId: string): LeavingDraft => leavingDrafts.value.get(visitId) ?? NO_LEAVING;

/** Keeps what is typed into the form of a check-in. */
export const changeCheckIn = (change: Partial<CheckInDraft>) => {
  checkInDraft.value = { ...checkInDraft.peek(), ...change };
};
/** Keeps what is typed into the form of a check-out, for its visit. */
export const changeLeaving = (visitId: string, change: Partial<LeavingDraft>) => {
  const known = leavingDrafts.peek();
  leavingDrafts.value = new Map(known).set(visitId, { ...(known.get(visitId) ?? NO_LEAVING), ...change });
};

/** Empties the form of a check-in that was done. */
export const checkedIn = () => {
  checkInDraft.value = NO_CHECK_IN;
  showMain();
};

/** Forgets what was typed for a visit when another is shown, and its time when it goes on or pauses. */
function forget(before: VisitView | null, now: VisitView | null): void {
  if (now?.id !== before?.id) leavingDrafts.value = new Map();
  else if (now && now.phase !== before?.phase) changeLeaving(now.id, { time: NO_TIME });
}

/** Puts the number that a link brings into the field. */
function fillIn(workOrder: string, current: VisitView | null): void {
  changeCheckIn({ workOrder });
  const here = current === null || String(current.workOrderId) === workOrder;
  view.value = { name: here ? 'main' : 'switch' };
}

/** Opens the form of an act that was taken back, as it was filled in. */
function openAgain({ visitId, form, choice, time }: FormAgain): void {
  const chosen = time === null ? NO_TIME : { ...localTime(time), open: true };
  changeLeaving(visitId, { ...choice, time: chosen });
  view.value = { name: form, visitId };
}

/** Opens the field `Back at` of the visit that is shown. */
export function openBackAt(): void {
  showMain();
  const visitId = snapshot.peek()?.current?.id;
  if (visitId) changeLeaving(visitId, { time: { ...NO_TIME, open: true } });
}

/** The age at which a request of the tray or a link was meant for a window that is gone (ms). */
const STALE = 10 * SECOND;

/** Calls back once for each new asking; a window made later does not answer it again. */
function once(): (at: number | undefined | null, answer: () => void) => void {
  let answered: number | undefined;
  return (at, answer) => {
    if (!at || at === answered) return;
    answered = at;
    if (Date.now() - at < STALE) answer();
  };
}

/** Forgets all that was typed by somebody who has signed out; a link's number that came before a sign-in stays. */
function forgetAll(): void {
  checkInDraft.value = NO_CHECK_IN;
  leavingDrafts.value = new Map();
  showMain();
}

/** Keeps drafts and page in step with the snapshots. */
export function followSnapshots(): () => void {
  let visit: VisitView | null = null;
  let user = '';
  const filled = once();
  const asked = once();
  const backAsked = once();
  const late = once();
  const takenBack = once();
  return effect(() => {
    const shown = snapshot.value;
    if (!shown) return;
    const { current, prefill, checkOutAsked, lateAsked, formAgain, moments } = shown;
    untracked(() => {
      if (user !== '' && user !== userOf(shown)) forgetAll();
      user = userOf(shown);
      forget(visit, current);
      visit = current;
      filled(prefill?.at, () => fillIn(prefill?.workOrder ?? '', current));
      asked(checkOutAsked, () => {
        view.value = current?.hasForm ? { name: 'check-out', visitId: current.id } : { name: 'main' };
      });
      late(lateAsked?.at, () => {
        if (lateAsked) view.value = { name: 'order', workOrderId: lateAsked.workOrderId, late: true };
      });
      takenBack(formAgain?.at, () => formAgain && openAgain(formAgain));
      backAsked(moments.backAtAsked, openBackAt);
    });
  });
}
