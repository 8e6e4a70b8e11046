import { effect, signal } from '@preact/signals';
import { type MomentAnswer, type MomentView, promptFragment, type Result } from '../../preload/contract.ts';
import { focusOpenerNext } from '../ui/focus.ts';
import { type LeavingDraft, NO_LEAVING } from '../ui/leaving-draft.ts';
import { send, snapshot } from '../ui/snapshot.ts';

/** The question that this window was opened for; null before it has come, and for good once it is answered. */
export const moment = signal<MomentView | null>(null);

/** The page that the window shows: the question, or the form that one of its answers opens. */
export type Panel = 'question' | 'check-out' | 'break';

export const panel = signal<Panel>('question');
export const leavingDraft = signal(NO_LEAVING);

/** Keeps what is typed into the form of a check-out. */
export const changeLeaving = (part: Partial<LeavingDraft>) => {
  leavingDraft.value = { ...leavingDraft.peek(), ...part };
};

/** Shows the question, without a form. */
export const showQuestion = () => {
  panel.value = 'question';
};

/** Closes a form; the focus returns to the answer that opened it. */
export const goBack = () => {
  focusOpenerNext();
  showQuestion();
};

/** Answers the moment that is open. */
export const answer = (momentId: string, given: MomentAnswer): Promise<Result> =>
  send('moment:answer', { momentId, answer: given });

/** Shows the window its question, never another one: that has a window of its own. What was typed outlives every snapshot. */
export function followMoments(): () => void {
  let over = false;
  return effect(() => {
    if (!snapshot.value) return;
    const { open } = snapshot.value.moments;
    const mine = !over && open && location.hash === promptFragment(open.kind, open.visit.id) ? open : null;
    over = mine === null;
    if (mine?.id !== moment.peek()?.id) {
      panel.value = 'question';
      leavingDraft.value = NO_LEAVING;
    }
    moment.value = mine;
  });
}
