import type { Sabotage } from './sabotage.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Chosen from the log by a reader of parts that others had written, each seen to be found (issue 11, 7). */
export const SABOTAGES_OF_A_READER: Readonly<Record<string, Sabotage>> = {
  'sends as fast as it can': {
    pacer: (pacer) => ({ ...pacer, place: async () => undefined }),
  },
  'looks again every second': {
    system: (system) => ({ ...system, after: (ms, run) => system.after(Math.min(ms, 1000), run) }),
  },
  'reports the time of sending of a check-out': {
    client: (client, { now }) => ({
      ...client,
      checkOut: (id, body, options) =>
        client.checkOut(
          id,
          { ...body, CheckOutTime: `${new Date(now()).toISOString().slice(0, 19)}Z` },
          options,
        ),
    }),
  },
  'stops driving where somebody arrives': {
    command: (command) =>
      command.type === 'arrived' ? { type: 'pause', visitId: command.visitId, at: command.at } : command,
  },
  'counts a premature check-in an hour later than was chosen': {
    command: (command) => (command.type === 'check-in-at' ? { ...command, at: command.at + HOUR } : command),
  },
  'ends a break a minute after it began': {
    command: (command) => (command.type === 'break' ? { ...command, until: command.at + MINUTE } : command),
  },
  'puts another status back than there was': {
    client: (client) => ({
      ...client,
      setStatus: (id, body, options) => client.setStatus(id, { ...body, primary: 'COMPLETED' }, options),
    }),
  },
  'adds a work activity twice': {
    client: (client) => ({
      ...client,
      addActivity: async (...given) => {
        await client.addActivity(...given);
        return client.addActivity(...given);
      },
    }),
  },
  'tells the client another text than was written': {
    client: (client) => ({
      ...client,
      addNote: (id, text, options) => client.addNote(id, text.slice(0, 20), options),
    }),
  },
  'checks out without a status where one was chosen': {
    client: (client) => ({
      ...client,
      checkOut: (id, body, options) => client.checkOut(id, { ...body, ActionStatus: 'Cancel' }, options),
    }),
  },
};
