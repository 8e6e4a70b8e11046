import type { Sabotage } from './sabotage.ts';

/** Breakages of what can be taken back, each of which the proof must find. */
export const SABOTAGES_OF_UNDO: Readonly<Record<string, Sabotage>> = {
  'sends what can still be taken back': {
    state: (state) => ({ ...state, lastAct: null }),
  },
  'says that an act was taken back before that is kept': {
    store: (store) => ({
      load: () => store.load(),
      save: (before, after, beside) => {
        const isUndo = before.lastAct && !after.lastAct && after.nextSeq === before.nextSeq;
        if (!isUndo) store.save(before, after, beside);
      },
    }),
  },
};
