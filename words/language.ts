/** The languages there are words for. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The first language of ours in a list of preferences such as `['es-MX', 'en']` (BCP 47); English where there is none. */
export function languageOf(preferred: readonly string[]): Language {
  const bases = preferred.map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  for (const base of bases) {
    const known = LANGUAGES.find((language) => language === base);
    if (known) return known;
  }
  return 'en';
}
