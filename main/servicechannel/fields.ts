import * as v from 'valibot';
import { cleanLines, cleanText } from './text.ts';

/**
 * Fields of the server's answers, read so that one that is missing, null or of another type becomes null and never
 * spoils the whole: API.md marks much of it as unknown.
 */

const numeral = v.pipe(v.string(), v.regex(/^-?\d+$/), v.transform(Number), v.safeInteger());

/** A whole number, or one written as text. */
export const wholeNumber = v.union([v.pipe(v.number(), v.safeInteger()), numeral]);

export const numberField = v.fallback(v.nullish(wholeNumber, null), null);

/** Strangers write what a server says, and it is shown beside words of ours: each text is cleaned and has an end. */
const cleaned = (clean: (text: string) => string) =>
  v.fallback(
    v.nullish(
      v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.transform(clean), v.nonEmpty()),
      null,
    ),
    null,
  );

/** Text with something in it, of several lines. */
export const textField = cleaned(cleanLines);

/** Text with something in it, in one line. */
export const lineField = cleaned(cleanText);

/** A name that must be there. */
export const name = v.pipe(v.string(), v.transform(cleanText), v.nonEmpty());

/** True only for a true one; 1 and "true" count. */
export const flagField = v.fallback(
  v.pipe(
    v.unknown(),
    v.transform((value) => value === true || value === 1 || value === 'true'),
  ),
  false,
);

/** The elements of a list, whatever they are; one that is missing or something else counts as empty. */
export const listField = v.fallback(v.nullish(v.array(v.unknown()), []), []);

/** An object of these fields; one that is missing or something else counts as empty. */
export function part<T extends v.ObjectEntries>(fields: T) {
  const anyObject = v.transform((value: unknown) =>
    typeof value === 'object' && value !== null ? value : {},
  );
  return v.optional(v.pipe(v.unknown(), anyObject, v.object(fields)), {});
}

const inValue = v.pipe(
  v.object({ value: v.array(v.unknown()) }),
  v.transform(({ value }) => value),
);

/** The rows of an OData answer: within `value` as OData has it, or the bare list of the vendor's Swagger file. */
export const rowsOf = v.union([v.array(v.unknown()), inValue]);

/** The elements of a list that can be read; others are left out. */
export function readable<T>(list: readonly unknown[], schema: v.GenericSchema<unknown, T>): T[] {
  return list.flatMap((each) => {
    const parsed = v.safeParse(schema, each);
    return parsed.success ? [parsed.output] : [];
  });
}
