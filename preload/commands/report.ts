import * as v from 'valibot';
import { PRIMARY_STATUSES } from '../../main/visit/types.ts';
import { choice, codes, done, earlier, id, instant, report, text } from './schemas.ts';

/** The contents of a changed report; without a status a pause stays a pause, without a time each keeps its own. */
const changed = v.variant('kind', [
  v.strictObject({ kind: v.literal('check-in'), workTypeId: id, technicians: text, ...earlier }),
  v.strictObject({
    kind: v.literal('check-out'),
    ...choice,
    primaryStatus: v.nullable(v.picklist(PRIMARY_STATUSES)),
    ...earlier,
  }),
  v.strictObject({ kind: v.literal('status'), ...choice }),
  v.strictObject({ kind: v.literal('note'), text }),
  v.strictObject({ kind: v.literal('codes'), codes }),
  v.strictObject({ kind: v.literal('activity'), from: v.nullable(instant), until: v.nullable(instant) }),
]);

/** Remedies of a report or a pair. */
export const reportCommands = {
  'report:send-again': done(v.strictObject(report)),
  'report:it-was-recorded': done(v.strictObject(report)),
  'report:by-phone': done(v.strictObject(report)),
  'report:discard': done(v.strictObject(report)),
  /** A note to the client beside the work order of a refused report. */
  'report:tell-client': done(v.strictObject({ ...report, text })),
  /** With a note that asks for the others of a crew. */
  'report:record-activity': done(v.strictObject({ ...report, note: v.optional(text) })),
  'report:correct-record': done(v.strictObject(report)),
  /** A premature check-in from `at` on, with a note that carries its true time. */
  'report:check-in-at': done(v.strictObject({ ...report, at: instant, note: text })),
  /** Sends what a refused report says now; as typed, and an empty time keeps the one that it has. */
  'report:change': done(v.strictObject({ ...report, to: changed })),
  'report:without-status': done(v.strictObject(report)),
  'report:client-enters': done(v.strictObject(report)),
  'report:note-closed': done(v.strictObject(report)),
  'pair:note-mechanic-ids': done(v.strictObject({ pairId: text })),
} as const;
