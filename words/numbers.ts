/** Counts, lists and figures as one language writes them. */
export interface Numbers {
  /** The form of a word that goes with a count, by the language's plural rules. Millions take `other`. */
  readonly form: (count: number, one: string, other: string) => string;
  /** `1 minute`, `2 minutes`. */
  readonly counted: (count: number, one: string, other: string) => string;
  /** `a, b and c`, as the language joins them. */
  readonly list: (parts: readonly string[]) => string;
  /** Hours to the hundredth from ms: `1.50`, or `1,50`. */
  readonly hours: (ms: number) => string;
}

const HOUR = 3_600_000;

/** Makes a thing when it is first asked for: a start needs no formatter of a language that is not shown. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** @param locale BCP 47 */
export function numbersOf(locale: string): Numbers {
  const rules = once(() => new Intl.PluralRules(locale));
  const lists = once(() => new Intl.ListFormat(locale));
  const hundredths = once(
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  );
  const form: Numbers['form'] = (count, one, other) => (rules().select(count) === 'one' ? one : other);
  return {
    form,
    counted: (count, one, other) => `${count} ${form(count, one, other)}`,
    list: (parts) => lists().format(parts),
    hours: (ms) => hundredths().format(ms / HOUR),
  };
}

/** `1 h 42 min` from whole minutes. These are signs, the same in every language of ours. */
export const duration = (total: number): string =>
  total < 60 ? `${total} min` : `${Math.floor(total / 60)} h ${total % 60} min`;
