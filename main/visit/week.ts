/** From a local midnight to a later one, ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Week extends Span {
  readonly days: readonly Span[];
}

const DAYS = 7;

/** Monday is the first day. */
const daysSinceMonday = (date: Date): number => (date.getDay() + 6) % DAYS;

/** The local week of an instant (ms), Monday to Sunday: seven days, however long each is. */
export function weekOf(ms: number): Week {
  const date = new Date(ms);
  const midnight = (day: number) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() - daysSinceMonday(date) + day).getTime();
  const days = Array.from({ length: DAYS }, (_, day) => ({ from: midnight(day), to: midnight(day + 1) }));
  return { from: midnight(0), to: midnight(DAYS), days };
}
