const LONGEST = 500;

/** Control characters, ends of lines that have no key, halves of a character, and marks that turn the direction of a text. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]+/gu;

/** A server's words made safe to show and keep: no control characters, at most 500 characters. */
export function cleanText(text: string): string {
  const plain = text.replace(UNPRINTABLE, ' ').trim();
  return [...plain].slice(0, LONGEST).join('');
}

/** As long as a text of several lines may be that is kept and shown. */
const LONGEST_OF_LINES = 10_000;

/** Those above but for the ends of lines. */
const UNPRINTABLE_IN_LINES = /[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/gu;

/** Cutting a text may leave half of a character. */
const HALF_AT_THE_END = /\p{Cs}$/u;

/** A text as a person wrote it: its lines stay, and it has an end. */
export const cleanLines = (text: string): string =>
  text
    .slice(0, 2 * LONGEST_OF_LINES)
    .replaceAll('\r\n', '\n')
    .replace(UNPRINTABLE_IN_LINES, ' ')
    .trim()
    .slice(0, LONGEST_OF_LINES)
    .replace(HALF_AT_THE_END, '');

/** JSON, or undefined when the text is something else: HTML, empty, cut off. */
export function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
