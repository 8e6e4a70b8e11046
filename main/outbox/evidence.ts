import type { CheckInActivity, WorkActivity } from '../servicechannel/client.ts';
import { HOUR, MINUTE, SECOND } from '../visit/time.ts';
import type { Report, Stamp } from '../visit/types.ts';

/** What a read-back says about a report. `unclear`: something like it is there, and it would be a guess. */
export type Finding = 'there' | 'absent' | 'unclear';

/** One side of what the server holds: a check-in or a check-out by somebody at a time. */
export interface Trace {
  readonly direction: 'in' | 'out' | 'unknown';
  readonly userId: number | null;
  readonly userName: string | null;
  readonly times: readonly string[];
}

export const tracesOfActivity = (entries: readonly CheckInActivity[]): readonly Trace[] => entries;

export const tracesOfWork = (entries: readonly WorkActivity[]): readonly Trace[] =>
  entries.flatMap(({ userId, timeIn, timeOut }) => [
    { direction: 'in' as const, userId, userName: null, times: timeIn === null ? [] : [timeIn] },
    { direction: 'out' as const, userId, userName: null, times: timeOut === null ? [] : [timeOut] },
  ]);

/** Whether a time as the server writes it may mean this very second. */
export const isInstant = (text: string | null, at: Stamp): boolean =>
  text !== null && instants(text, at.offset).some((ms) => Math.abs(ms - at.ms) < SECOND);

/** The instant (ms) of a time, read in the way in which `sibling` means `at`; NaN when it is none. */
export function instantBeside(text: string, sibling: string, at: Stamp): number {
  if (hasOffset(text)) return Date.parse(text);
  const isUtc = hasOffset(sibling) || Math.abs(asUtc(sibling) - at.ms) < SECOND;
  return isUtc ? asUtc(text) : asUtc(text) - at.offset * MINUTE;
}

const hasOffset = (text: string) => /(z|[+-]\d\d:?\d\d)$/i.test(text.trim());

const ZONE_STEP = 15 * MINUTE;

const asUtc = (text: string) => Date.parse(`${text.trim().replace(' ', 'T')}Z`);

/**
 * The instants that a time may mean, ms. Nobody has published whether one without offset is UTC (API.md), so it may
 * also be in the zone that we reported it in.
 */
function instants(text: string, offset: number): readonly number[] {
  if (hasOffset(text)) return [Date.parse(text)];
  const utc = asUtc(text);
  return [utc, utc - offset * MINUTE];
}

/** What is looked for: a check-in or check-out at its time. */
type Side = Pick<Report, 'kind' | 'at'>;

const directionOf = (side: Side) => (side.kind === 'check-out' ? 'out' : 'in');

/** The instants (ms) that a trace may speak of. @param offset minutes east of UTC where we reported from */
export const timesOf = (trace: Trace, offset: number): readonly number[] =>
  trace.times.flatMap((text) => instants(text, offset)).filter(Number.isFinite);

function apart(trace: Trace, report: Side): number {
  const all = timesOf(trace, report.at.offset);
  return Math.min(Number.POSITIVE_INFINITY, ...all.map((ms) => Math.abs(ms - report.at.ms)));
}

/** Fractions are the server's own; a whole second is another instant. */
const isAt = (trace: Trace, report: Side) =>
  trace.direction === directionOf(report) && apart(trace, report) < SECOND;

function byWhom(trace: Trace, who: Who): 'us' | 'another' | 'unsaid' {
  if (trace.userId !== null) return trace.userId === who.userId ? 'us' : 'another';
  if (trace.userName === null) return 'unsaid';
  return trace.userName.toLowerCase() === who.userName?.toLowerCase() ? 'us' : 'another';
}

export interface Who {
  readonly userId: number;
  readonly userName: string | null;
}

/**
 * Compares what the server holds with one report: by user, direction and time, never by ids, which may not be
 * MechanicIds. `others` are this user's reports on the work order that the server is known to hold: of the traces at
 * one instant as many are theirs, and one more is this report's.
 */
export function findTrace(
  traces: readonly Trace[],
  report: Side,
  others: readonly Side[],
  who: Who,
): Finding {
  const ours = traces.filter((trace) => byWhom(trace, who) !== 'another');
  const exact = ours.filter((trace) => isAt(trace, report));
  const explained = others.filter((other) => exact.some((trace) => isAt(trace, other)));
  // A time without offset may mean another report's instant as well as this one's: no guess.
  const twofold = explained.some((other) => other.at.ms !== report.at.ms);
  const sure = exact.every((trace) => byWhom(trace, who) === 'us');
  if (exact.length > explained.length) return sure && !twofold ? 'there' : 'unclear';
  if (twofold) return 'unclear';
  const like = ours.filter((trace) => isLike(trace, report) && !others.some((other) => isAt(trace, other)));
  return like.length > 0 ? 'unclear' : 'absent';
}

/**
 * Near in time and not the other way: the server may have rounded, or calls the direction by a word unknown to us, or
 * writes the location's own time, which is another zone than this computer's.
 */
function isLike(trace: Trace, report: Side): boolean {
  if (isAt(trace, report)) return false;
  const direction = trace.direction === 'unknown' || trace.direction === directionOf(report);
  return direction && (apart(trace, report) < MINUTE || mayBeInAnotherZone(trace, report));
}

/** Zones lie a multiple of 15 min apart, from 12 h behind UTC to 14 h ahead of it. */
function mayBeInAnotherZone({ times }: Trace, report: Side): boolean {
  if (times.some(hasOffset)) return false;
  return times.some((text) => {
    const ahead = asUtc(text) - report.at.ms;
    const off = Math.abs(ahead - Math.round(ahead / ZONE_STEP) * ZONE_STEP);
    return off < SECOND && ahead > -12 * HOUR - SECOND && ahead < 14 * HOUR + SECOND;
  });
}
