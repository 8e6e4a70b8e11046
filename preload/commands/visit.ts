import * as v from 'valibot';
import { choice, done, earlier, id, none, text, visit } from './schemas.ts';

/** Work order and technicians as typed. */
const checkIn = v.strictObject({ workOrder: text, technicians: text, workTypeId: id, ...earlier });

/** Acts on a visit. */
export const visitCommands = {
  'visit:check-in': done(checkIn),
  'visit:drive-to': done(checkIn),
  'visit:arrived': done(v.strictObject({ ...visit, ...earlier })),
  'visit:pause': done(v.strictObject({ ...visit, ...earlier })),
  'visit:resume': done(v.strictObject({ ...visit, ...earlier })),
  'visit:check-out': done(v.strictObject({ ...visit, ...earlier, ...choice })),
  'visit:finish': done(v.strictObject({ ...visit, ...choice })),
  'visit:change-crew': done(v.strictObject({ ...visit, technicians: text })),
  /** A check-in that counts from an instant to come did not take place after all; the note tells the client. */
  'visit:take-back': done(v.strictObject({ ...visit, note: text })),
  /** Takes back what was done last. */
  'visit:undo': done(none),
  /** It was a mistake: the visit is taken off the record. */
  'visit:no-visit': done(v.strictObject(visit)),
  /** The visit was for another work order, as typed. */
  'visit:move': done(v.strictObject({ ...visit, workOrder: text })),
} as const;
