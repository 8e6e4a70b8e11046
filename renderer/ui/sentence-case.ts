/**
 * `IN PROGRESS / ON SITE` as people write it. The words are the subscriber's own, so nothing is translated; what they
 * write in two cases already stays as it is.
 */
export const sentenceCase = (text: string): string =>
  text === text.toUpperCase() ? text.charAt(0) + text.slice(1).toLowerCase() : text;
