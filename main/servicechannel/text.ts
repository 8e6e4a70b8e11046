const LONGEST = 500;
/** A shorter one is most likely a word of the answer itself: leaving it out would say what it is. */
const LEAST_SECRET = 8;

/** Control characters, and marks that turn the direction of the text around them. */
const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * A server's words made safe to show and keep: no control characters, at most 500 characters, and none of the secrets
 * that were in the request, should the server echo one.
 */
export function cleanText(text: string, secrets: readonly string[]): string {
  const told = secrets
    .filter(({ length }) => length >= LEAST_SECRET)
    .toSorted((one, other) => other.length - one.length);
  const silent = told.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  const plain = silent.replace(UNPRINTABLE, ' ').trim();
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
