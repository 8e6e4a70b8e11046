import type { Sabotage } from './sabotage.ts';

const DONE = { kind: 'ok', value: null } as const;
const DAY = 24 * 3_600_000;

/** Ways to get mistakes, codes and a day that is put right afterwards wrong. */
export const SABOTAGES_OF_CORRECTIONS: Readonly<Record<string, Sabotage>> = {
  'keeps a visit that was none': {
    command: (command) => (command.type === 'mistake' ? null : command),
  },
  'takes nothing of a mistake off the record': {
    client: (client) => ({ ...client, deleteActivity: async () => DONE }),
  },
  'sets no resolution codes': {
    client: (client) => ({ ...client, setCodes: async () => DONE }),
  },
  'sets no root cause': {
    client: (client) => ({ ...client, setRootCauses: async () => DONE }),
  },
  'corrects a stay to no length': {
    client: (client) => ({
      ...client,
      correctActivity: (id, activity, times, options) =>
        client.correctActivity(id, activity, { ...times, CheckOutDate: times.CheckInDate }, options),
    }),
  },
  'keeps an edge where it was': {
    command: (command) => (command.type === 'edit-pair' ? null : command),
  },
  'ends a stay where its break begins': {
    command: (command, state) => {
      if (command.type !== 'add-break') return command;
      const pair = state.visits.flatMap(({ pairs }) => pairs).find(({ id }) => id === command.pairId);
      return {
        type: 'edit-pair',
        pairId: command.pairId,
        from: pair?.checkIn.at.ms ?? 0,
        until: command.from,
      };
    },
  },
  'adds a visit on the day before': {
    command: (command) =>
      command.type === 'add-visit'
        ? { ...command, from: command.from - DAY, until: command.until - DAY }
        : command,
  },
  'adds a visit of one for a visit of two': {
    command: (command) => (command.type === 'add-visit' ? { ...command, techsCount: 1 } : command),
  },
  'goes on working through an absence that was a break': {
    command: (command) => (command.type === 'break' ? null : command),
  },
};
