const LONGEST = 500;

/** Control characters, and marks that turn the direction of the text around them. */
const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/** A server's words made safe to show and keep: no control characters, at most 500 characters. */
export function cleanText(text: string): string {
  const plain = text.replace(UNPRINTABLE, ' ').trim();
  return [...plain].slice(0, LONGEST).join('');
}

/** As long as a text on a work order may be that is kept and shown. */
const LONGEST_ON_ORDER = 10_000;

/** Those above but for the ends of lines. */
const UNPRINTABLE_IN_LINES = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu;

/** A text of a work order as a person wrote it: its lines stay, and it has an end. */
export const cleanLines = (text: string): string =>
  text
    .slice(0, 2 * LONGEST_ON_ORDER)
    .replace(UNPRINTABLE_IN_LINES, ' ')
    .trim()
    .slice(0, LONGEST_ON_ORDER);

/** JSON, or undefined when the text is something else: HTML, empty, cut off. */
export function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
