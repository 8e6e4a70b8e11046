import * as v from 'valibot';
import { MOST_ASSET_CATEGORIES, MOST_CODES } from '../../main/visit/code-limits.ts';
import { PRIMARY_STATUSES } from '../../main/visit/types.ts';
import type { Result } from '../command-errors.ts';

/** A row of the table of commands. `answer` is a type only: it carries no value. */
export interface Row<S extends v.GenericSchema, Answer> {
  readonly request: S;
  readonly answer?: () => Answer;
}

/** Makes rows whose commands answer with one type. */
export const answers =
  <Answer>() =>
  <S extends v.GenericSchema>(request: S): Row<S, Answer> => ({ request });

/** Done, or why not. */
export const done = answers<Result>();
/** About the window itself: nothing can go wrong that a person could mend. */
export const nothing = answers<null>();

/** A command that carries nothing. */
export const none = v.null();
/** Half of a character comes from no keyboard, and no address and no file holds it: a sign takes its place. */
export const wellFormed = v.transform((given: string) => given.toWellFormed());
/** A text as typed, at most this many characters. */
export const text = v.pipe(v.string(), v.maxLength(20_000), wellFormed);
/** A point in time, ms since the epoch: all that JavaScript's Date can hold. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
/** A page of a list, from 1. */
export const page = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000));
/** A number of ServiceChannel's. */
export const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647));
/** CSS px. */
export const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

/** The instant of an act; null is now. */
export const earlier = { at: v.nullable(instant) };
/** The visit that a command is about. */
export const visit = { visitId: text };
/** The report that a command is about. */
export const report = { reportId: text };
/** A code of a client's list, with its own words where it takes some. */
export const code = v.strictObject({
  id,
  text: v.nullable(v.pipe(v.string(), v.maxLength(1_000), wellFormed)),
  assetCategoryId: v.optional(id),
});
export const codes = v.pipe(v.array(code), v.maxLength(MOST_CODES * MOST_ASSET_CATEGORIES));
/** How a work order stands on leaving. */
export const choice = {
  primaryStatus: v.picklist(PRIMARY_STATUSES),
  extendedStatus: text,
  resolution: text,
  codes: v.optional(codes),
  rootCauses: v.optional(codes),
  codesFirst: v.optional(v.boolean()),
};
