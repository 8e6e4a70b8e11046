import type { Answer } from '../../main/servicechannel/answers.ts';
import type { Sabotage } from './sabotage.ts';

const UNSENT = { kind: 'unsent', why: 'offline', retryAfterMs: null, detail: 'sabotage' } as const;
const DONE = { kind: 'ok', value: null } as const;

const blindly = <T>(answer: Answer<T>): Answer<T> => (answer.kind === 'unknown' ? UNSENT : answer);
const trustingly = (answer: Answer<null>): Answer<null> => (answer.kind === 'unknown' ? DONE : answer);

/** Ways to get the repair of a record wrong. */
export const SABOTAGES_OF_REPAIRS: Readonly<Record<string, Sabotage>> = {
  'sends a note or a work activity again blindly': {
    client: (client) => ({
      ...client,
      addNote: async (...given) => blindly(await client.addNote(...given)),
      addActivity: async (...given) => blindly(await client.addActivity(...given)),
    }),
  },
  'takes a lost answer for a note that is there': {
    client: (client) => ({
      ...client,
      addNote: async (...given) => trustingly(await client.addNote(...given)),
    }),
  },
  'takes a lost answer for a deletion': {
    client: (client) => ({
      ...client,
      deleteActivity: async (...given) => trustingly(await client.deleteActivity(...given)),
    }),
  },
  'says that it corrected what it did not': {
    client: (client) => ({ ...client, correctActivity: async () => DONE }),
  },
  'forgets at start what was to be repaired': {
    store: (store) => ({
      ...store,
      load: () => {
        const state = store.load();
        return { ...state, visits: state.visits.map((visit) => ({ ...visit, steps: [] })) };
      },
      save: (before, after, beside) => store.save(before, after, beside),
    }),
  },
};
