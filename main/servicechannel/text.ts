const LONGEST = 500;

/** Control characters, and marks that turn the direction of the text around them. */
const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/** A server's words made safe to show and keep: no control characters, at most 500 characters. */
export function cleanText(text: string): string {
  const plain = text.replace(UNPRINTABLE, ' ').trim();
  return [...plain].slice(0, LONGEST).join('');
}

/** JSON, or undefined when the text is something else: HTML, empty, cut off. */
export function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
