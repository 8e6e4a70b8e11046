/** The languages there are words for. */
export const LANGUAGES = ['en', 'es', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `es` of `es-MX` */
export const baseOf = (tag: string): string | undefined => tag.toLowerCase().split(/[-_]/)[0];

/** Are there words for the language of this tag (BCP 47)? */
export const isSpoken = (tag: string): boolean => LANGUAGES.some((language) => language === baseOf(tag));

/** A language's name in another one: `German`, `alemán`. What is no tag stays as it is written. */
export function languageName(tag: string, inLanguage: Language): string {
  try {
    return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The first language of ours in a list of preferences such as `['es-MX', 'en']` (BCP 47); English where there is none. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const known = LANGUAGES.find((language) => language === baseOf(tag));
    if (known) return known;
  }
  return 'en';
}
