import * as v from 'valibot';
import { choice, done, earlier, id, none, text, visit } from './schemas.ts';

/** The UserIds of colleagues who do it along. */
const withCrew = { crew: v.optional(v.pipe(v.array(id), v.maxLength(200))) };
/** Work order and technicians as typed. */
const checkIn = v.strictObject({
  workOrder: text,
  technicians: text,
  workTypeId: id,
  ...earlier,
  ...withCrew,
});
const act = v.strictObject({ ...visit, ...earlier, ...withCrew });

/** Acts on a visit. */
export const visitCommands = {
  'visit:check-in': done(checkIn),
  'visit:drive-to': done(checkIn),
  'visit:arrived': done(act),
  'visit:pause': done(act),
  'visit:resume': done(act),
  'visit:check-out': done(v.strictObject({ ...visit, ...earlier, ...choice, ...withCrew })),
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
