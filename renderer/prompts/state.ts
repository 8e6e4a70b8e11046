import { effect, signal } from '@preact/signals';
import type { MomentAnswer, Result } from '../../preload/contract.ts';
import { type LeavingDraft, NO_LEAVING } from '../ui/leaving-draft.ts';
import { send, snapshot } from '../ui/snapshot.ts';

/** What the window shows of the moment: the question, or what one of its answers opens. */
export type Panel = 'question' | 'check-out' | 'break';

export const panel = signal<Panel>('question');
export const leavingDraft = signal(NO_LEAVING);

export const changeLeaving = (part: Partial<LeavingDraft>) => {
  leavingDraft.value = { ...leavingDraft.peek(), ...part };
};

export const showQuestion = () => {
  panel.value = 'question';
};

/** Answers the moment that is open. */
export const answer = (momentId: string, given: MomentAnswer): Promise<Result> =>
  send('moment:answer', { momentId, answer: given });

/** Another moment starts with its question; what was typed for this one outlives every snapshot. */
export function followMoments(): () => void {
  let shown: string | undefined;
  return effect(() => {
    const id = snapshot.value?.moments.open?.id;
    if (id === shown) return;
    shown = id;
    panel.value = 'question';
    leavingDraft.value = NO_LEAVING;
  });
}
