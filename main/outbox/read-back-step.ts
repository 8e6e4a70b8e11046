import { type Client, NOTES_READ } from '../servicechannel/client.ts';
import { cleanLines } from '../servicechannel/text.ts';
import type { Who } from '../servicechannel/who.ts';
import { orderOf, reportsOf } from '../visit/phase.ts';
import type { ActivityReport, Codes, Deletion, Note, Pair, Visit } from '../visit/types.ts';
import { mayBeChanged, withoutOthersDeleted } from './changed-stay.ts';
import { endsAt, findPair, type Presence } from './traces.ts';

/** The reads that reports are read back with. */
export type Reader = Pick<
  Client,
  'checkInActivity' | 'workActivities' | 'workOrder' | 'statuses' | 'notes' | 'codesHeld'
>;

/** The result of one read-back; `unreachable` when nothing could be read. */
export type ReadBack = Presence | 'unreachable';

/** Of a read that was not answered. */
export const unread = (answer: { readonly kind: string }): ReadBack =>
  answer.kind === 'refused' ? 'unclear' : 'unreachable';

/** As it comes back: what a server says is cleaned. */
const words = (text: string) => cleanLines(text).replace(/\s+/g, ' ');

/** A note is known by its text; one of the same text that is recorded already explains as many. */
export async function readBackNote(
  reader: Reader,
  visits: readonly Visit[],
  note: Note,
  signal: AbortSignal,
): Promise<ReadBack> {
  const answer = await reader.notes(note.workOrderId, { signal });
  if (answer.kind !== 'ok') return unread(answer);
  const isSame = (text: string) => words(text) === words(note.text);
  const explained = visits
    .flatMap(reportsOf)
    .filter((each) => each.kind === 'note' && each.id !== note.id && each.delivery.state === 'recorded')
    .filter((each) => each.kind === 'note' && each.workOrderId === note.workOrderId && isSame(each.text));
  if (answer.value.filter(isSame).length > explained.length) return 'there';
  return answer.value.length >= NOTES_READ ? 'unclear' : 'absent';
}

/** A pair as one work activity: there with both its times. One that was to be corrected and was not has others. */
export async function readBackActivity(
  reader: Reader,
  visit: Visit,
  step: ActivityReport,
  pair: Pair,
  who: Who,
  signal: AbortSignal,
): Promise<ReadBack> {
  const answer = await reader.workActivities(orderOf(visit, step), { signal });
  if (answer.kind !== 'ok') return unread(answer);
  const found = findPair(answer.value, pair.checkIn.at, who);
  if (found.kind === 'there') {
    const { checkOut } = pair;
    if (checkOut && found.activities.some((each) => endsAt(each, checkOut.at))) return 'there';
    return step.change === 'correct' ? 'absent' : 'unclear';
  }
  if (step.change === 'add') return found.kind;
  // Still as it began, it was not corrected. One that cannot be found was taken away, or tells its time in another way.
  return findPair(answer.value, step.at, who).kind === 'there' ? 'absent' : 'unclear';
}

const sameText = (one: string | null, other: string | null) => words(one ?? '') === words(other ?? '');

/** Codes are there when the work order holds each of them; other ones were set before or since. */
export async function readBackCodes(
  reader: Reader,
  visit: Visit,
  step: Codes,
  signal: AbortSignal,
): Promise<ReadBack> {
  const answer = await reader.codesHeld(orderOf(visit, step), { signal });
  if (answer.kind !== 'ok') return unread(answer);
  const held = step.list === 'resolution' ? answer.value.codes : answer.value.rootCauses;
  const isHeld = ({ id, text, assetCategoryId }: Codes['codes'][number]) =>
    held.some(
      (each) => each.id === id && sameText(each.text, text) && each.assetCategoryId === assetCategoryId,
    );
  return step.codes.every(isHeld) ? 'there' : 'absent';
}

/** A deletion is done when its activity is gone, and none is there that it may have been changed to. */
export async function readBackDeletion(
  reader: Reader,
  visits: readonly Visit[],
  step: Deletion,
  who: Who,
  signal: AbortSignal,
): Promise<ReadBack> {
  const answer = await reader.workActivities(step.workOrderId, { signal });
  if (answer.kind !== 'ok') return unread(answer);
  const activities = withoutOthersDeleted(answer.value, visits, step);
  const found = findPair(activities, step.from, who);
  if (found.kind === 'there') return 'absent';
  return found.kind === 'unclear' || mayBeChanged(activities, visits, step, who) ? 'unclear' : 'there';
}
