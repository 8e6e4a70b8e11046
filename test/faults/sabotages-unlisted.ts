import { SECOND_USER } from '../sandbox/data-users.ts';
import type { Sabotage } from './sabotage.ts';

const DONE = { kind: 'ok', value: null } as const;

/** Breakages that a reader of the code thought of: each of them slipped through once, or might have. */
export const SABOTAGES_UNLISTED: Readonly<Record<string, Sabotage>> = {
  'checks out somebody else': {
    client: (client) => ({
      ...client,
      checkOut: (id, body, options) => client.checkOut(id, { ...body, UserId: SECOND_USER.id }, options),
    }),
  },
  'writes a local time as if it were UTC': {
    client: (client) => ({
      ...client,
      checkIn: (id, body, options) =>
        client.checkIn(
          id,
          { ...body, CheckInTime: body.CheckInTime.replace(/[+-]\d\d:\d\d$/, 'Z') },
          options,
        ),
    }),
  },
  'loses what was written about the work': {
    client: (client) => ({
      ...client,
      checkOut: (id, { Resolution: _, ...body }, options) => client.checkOut(id, body, options),
    }),
  },
  'loses the extended status': {
    client: (client) => ({
      ...client,
      checkOut: (id, { ExtendedStatus: _, ...body }, options) => client.checkOut(id, body, options),
    }),
  },
  'loses the text of a status that finishes a visit': {
    client: (client) => ({
      ...client,
      setStatus: (id, body, options) => client.setStatus(id, { ...body, note: null }, options),
    }),
  },
  'sends every note twice': {
    client: (client) => ({
      ...client,
      addNote: async (...given) => {
        await client.addNote(...given);
        return client.addNote(...given);
      },
    }),
  },
  'tells the client nothing': { client: (client) => ({ ...client, addNote: async () => DONE }) },
  'resumes alone what was begun by several': {
    command: (command) => (command.type === 'change-crew' ? { ...command, techsCount: 1 } : command),
  },
  'checks in for another kind of work': {
    command: (command) => (command.type === 'check-in' ? { ...command, workTypeId: 11 } : command),
  },
  'pauses where somebody checks out': {
    command: (command) =>
      command.type === 'check-out' ? { type: 'pause', visitId: command.visitId, at: command.at } : command,
  },
  'ends a paused visit without its status': {
    command: (command) =>
      command.type === 'finish' ? { ...command, primaryStatus: 'NoStatusChange' } : command,
  },
  'forgets a visit at start': {
    store: (store) => ({
      load: () => {
        const state = store.load();
        return { ...state, visits: state.visits.slice(1) };
      },
      save: (before, after, beside) => store.save(before, after, beside),
    }),
  },
  'takes nothing back, and says that it did': {
    command: (command) => (command.type === 'undo' ? { type: 'end-undo' } : command),
  },
  'never lets go what could be taken back': {
    command: (command) => (command.type === 'end-undo' ? null : command),
  },
  'asks again and again for what was refused': {
    record: (record) => (outcome) =>
      record(outcome.type === 'refused' ? { type: 'not-recorded', reportId: outcome.reportId } : outcome),
  },
  'keeps a chosen time to itself': {
    command: (command) =>
      'at' in command && command.type === 'pause' ? { ...command, at: undefined } : command,
  },
  'takes what a person swore for what they gave up': {
    command: (command) =>
      command.type === 'it-was-recorded' ? { type: 'discard', reportId: command.reportId } : command,
  },
  'checks in again what was begun on the phone': {
    command: (command) => (command.type === 'continue' ? { ...command, type: 'check-in' } : command),
  },
  'moves a visit to another number than was typed': {
    command: (command) => (command.type === 'move' ? { ...command, workOrderId: 107_002_760 } : command),
  },
};
