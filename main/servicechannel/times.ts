/**
 * Times as ServiceChannel writes them. Whether one without offset is UTC is not published (API.md): it may also be in
 * the zone that we reported it in.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Time zones lie a multiple of this apart. */
const ZONE_STEP = 15 * MINUTE;

/** An instant (ms), and minutes east of UTC where it happened. */
interface Stamp {
  readonly ms: number;
  readonly offset: number;
}

/** Does a time end with its offset, `Z` or `-04:00`? */
export const hasOffset = (text: string): boolean => /(z|[+-]\d\d:?\d\d)$/i.test(text.trim());

/** The earliest time of the vendor's framework, which stands for none: no record is so old. */
export const isNever = (text: string): boolean => /^(0001|1900)-01-01/.test(text.trim());

const asUtc = (text: string) => Date.parse(`${text.trim().replace(' ', 'T')}Z`);

/**
 * The instants that a time may mean, ms; none when it is no time.
 * @param offset minutes east of UTC where we reported from
 */
export function instantsOf(text: string, offset: number): readonly number[] {
  const all = hasOffset(text) ? [Date.parse(text)] : [asUtc(text), asUtc(text) - offset * MINUTE];
  return [...new Set(all)].filter(Number.isFinite);
}

/** Minutes east of UTC at an instant (ms). */
export type OffsetAt = (ms: number) => number;

/** The instants (ms) at which the clock of a zone shows a time without offset: two in autumn's double hour. */
export function instantsShowing(text: string, offsetAt: OffsetAt): readonly number[] {
  const local = asUtc(text);
  if (hasOffset(text) || Number.isNaN(local)) return [];
  return [...new Set([offsetAt(local - DAY), offsetAt(local + DAY)])]
    .map((offset) => local - offset * MINUTE)
    .filter((ms) => ms + offsetAt(ms) * MINUTE === local);
}

/** The instant (ms) that is nearest to any of `marks` (ms); the first where there are none, null of no instants. */
export function nearest(instants: readonly number[], marks: readonly number[]): number | null {
  const distance = (ms: number) => Math.min(...marks.map((mark) => Math.abs(mark - ms)), Number.MAX_VALUE);
  return instants.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Whether a time may mean this very second. Fractions are the server's own; a whole second is another instant. */
export const isInstant = (text: string | null, at: Stamp): boolean =>
  text !== null && instantsOf(text, at.offset).some((ms) => Math.abs(ms - at.ms) < SECOND);

/** Does a time without offset mean this very second in UTC? */
const isUtc = (text: string, at: Stamp): boolean => Math.abs(asUtc(text) - at.ms) < SECOND;

/**
 * The instant (ms) of a time, read in the way in which `sibling` means `at`; NaN when it is no time.
 * @param near what it may be: where the clocks have changed since `at`, or the technician is in another zone, the zone
 * that comes nearer to it is meant
 */
export function instantBeside(text: string, sibling: string, at: Stamp, near: Stamp = at): number {
  if (hasOffset(text)) return Date.parse(text);
  if (hasOffset(sibling) || isUtc(sibling, at)) return asUtc(text);
  const [one, other] = [at, near].map(({ offset }) => asUtc(text) - offset * MINUTE);
  if (one === undefined || other === undefined) return Number.NaN;
  return Math.abs(other - near.ms) < Math.abs(one - near.ms) ? other : one;
}

/** Is it this very second in some other time zone? Zones lie from 12 h behind UTC to 14 h ahead of it. */
export function isInAnotherZone(text: string, at: Stamp): boolean {
  if (hasOffset(text)) return false;
  const ahead = asUtc(text) - at.ms;
  const off = Math.abs(ahead - Math.round(ahead / ZONE_STEP) * ZONE_STEP);
  return off < SECOND && ahead > -12 * HOUR - SECOND && ahead < 14 * HOUR + SECOND;
}

/**
 * The instants (ms) that a time may mean which came some time after `sibling`, read as that means `at`. By the clock of
 * `offsetAt` the zone may have another offset by then: summer time may have begun or ended in between.
 * @param near what it may be: a technician may have been in another zone by then
 */
export function instantsAfter(
  text: string,
  sibling: string,
  at: Stamp,
  offsetAt: OffsetAt,
  near: Stamp = at,
): readonly number[] {
  const isOfZone = [at, near].every(({ ms, offset }) => offsetAt(ms) === offset);
  const shown = isOfZone && !hasOffset(sibling) && !isUtc(sibling, at) ? instantsShowing(text, offsetAt) : [];
  return shown.length > 0 ? shown : [instantBeside(text, sibling, at, near)].filter(Number.isFinite);
}

/** Of those the one that comes nearest to `near`; null where it is no time. */
export function instantAfter(
  text: string,
  sibling: string,
  at: Stamp,
  offsetAt: OffsetAt,
  near: Stamp = at,
): number | null {
  return nearest(instantsAfter(text, sibling, at, offsetAt, near), [near.ms]);
}
