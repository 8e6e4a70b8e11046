import type { CallView } from '../../preload/contract.ts';
import type { CheckInActivity } from '../servicechannel/client.ts';
import { hasOffset } from '../servicechannel/times.ts';
import { type Who, whoseIs } from '../servicechannel/who.ts';
import { MINUTE } from '../visit/time.ts';

/** A call may have been made this long before it is looked for from (ms). */
const BEFORE = 30 * MINUTE;

/** The instant of a line, where it says one beyond doubt. */
const instantOf = ({ times }: CheckInActivity): number => Date.parse(times.find(hasOffset) ?? '');

/**
 * Finds the call among what ServiceChannel has of a work order: the first line of that direction from about `from` (ms)
 * on that is this user's, has no name, or came by phone. A company's PIN may stand for any user of it, so another name
 * than the user's is told.
 */
export function callIn(
  lines: readonly CheckInActivity[],
  direction: 'in' | 'out',
  from: number,
  who: Who,
): CallView {
  const calls = lines
    .filter((line) => line.direction === direction && instantOf(line) >= from - BEFORE)
    .filter((line) => line.byPhone || whoseIs(line, who) !== 'another')
    .toSorted((a, b) => instantOf(a) - instantOf(b));
  const [call] = calls;
  if (!call) return { recorded: null };
  return { recorded: { at: instantOf(call), by: whoseIs(call, who) === 'another' ? call.userName : null } };
}
