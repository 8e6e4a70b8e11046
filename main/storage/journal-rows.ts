import * as v from 'valibot';
import { BARE_STATES, FOUND, type JournalEntry, NO_ANSWER, NOT_SENT, READ_BACK } from '../visit/journal.ts';
import { RECORDED_BY } from '../visit/types.ts';

/** The JSON of the column `delivery_log.what`. */
const Entry: v.GenericSchema<unknown, JournalEntry> = v.variant('code', [
  v.object({ code: v.picklist(BARE_STATES) }),
  v.object({
    code: v.literal('recorded'),
    mechanicId: v.nullable(v.number()),
    by: v.picklist(RECORDED_BY),
  }),
  v.object({ code: v.literal('refused'), message: v.string(), httpStatus: v.number() }),
  v.object({ code: v.literal('not-sent'), why: v.picklist(NOT_SENT), detail: v.string() }),
  v.object({ code: v.literal('no-answer'), why: v.picklist(NO_ANSWER) }),
  v.object({ code: v.literal('read-back'), seen: v.picklist(READ_BACK) }),
  v.object({ code: v.picklist(FOUND) }),
  v.object({ code: v.literal('failed') }),
  v.object({ code: v.literal('text'), text: v.string() }),
]);

const Json = v.pipe(v.string(), v.parseJson(), Entry);

/** The entry that a row holds; one that this version does not know is shown as it lies there. */
export function entryFrom(what: string): JournalEntry {
  const parsed = v.safeParse(Json, what);
  return parsed.success ? parsed.output : { code: 'text', text: what };
}
