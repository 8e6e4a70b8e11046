import type { Sabotage } from './sabotage.ts';

/** Ways to get the clock wrong: a report then says another instant than the one that was lived. */
export const SABOTAGES_OF_CLOCK: Readonly<Record<string, Sabotage>> = {
  'does not correct what was clicked before the clock was measured': {
    command: (command) => (command.type === 'clock-corrected' ? null : command),
  },
  'forgets between two runs how wrong the clock is': {
    computer: (clocks) => ({ ...clocks, memory: { get: () => null, set: () => undefined } }),
  },
  'does not notice that the clock was set': {
    computer: (clocks) => ({ ...clocks, steady: { now: () => 0, countsSleep: false } }),
  },
  'takes a computer that was started anew for a clock that was set': {
    computer: ({ steady, memory }) => ({
      steady,
      memory: {
        get: () => {
          const kept = memory.get();
          return kept && { ...kept, wall: kept.wall + 3_600_000 };
        },
        set: (kept) => memory.set(kept),
      },
    }),
  },
  'corrects what was clicked twice': {
    command: (command) => (command.type === 'clock-corrected' ? { ...command, by: 2 * command.by } : command),
  },
  'keeps the clock apart from what it has corrected': {
    store: (store) => ({
      load: () => store.load(),
      save: (before, after, beside) => {
        store.save(before, after);
        beside?.();
      },
    }),
  },
  'takes the time of the click from the computer alone': {
    command: (command, state) => (command.type === 'clock-corrected' && state.nextSeq > 1 ? null : command),
  },
};
