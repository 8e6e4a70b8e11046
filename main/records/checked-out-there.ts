import type { CheckedOutView } from '../../preload/contract.ts';
import type { Client, WorkActivity } from '../servicechannel/client.ts';
import { instantsAfter, instantsOf, isInstant, type OffsetAt } from '../servicechannel/times.ts';
import { type Who, whoseIs } from '../servicechannel/who.ts';
import type { CheckedOutThere } from '../visit/commands.ts';
import { lastPair, openVisit, phaseOf } from '../visit/phase.ts';
import { HOUR, MINUTE, toStamp } from '../visit/time.ts';
import type { Pair, Visit } from '../visit/types.ts';

/** A check-out this long after its check-in, and the first use after so long, are worth a read (ms). */
export const LONG = 4 * HOUR;
/** One read answers for this long, whatever asks for it (ms). */
const AGAIN_AFTER = MINUTE;

export interface CheckedOutParts {
  /** Corrected instant, ms. */
  readonly now: () => number;
  /** The signed-in user's own. */
  readonly visits: () => readonly Visit[];
  readonly sender: () => (Who & { readonly client: Pick<Client, 'workActivities'> }) | null;
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: OffsetAt;
  readonly onChange: () => void;
}

/** The server may have rounded, and a question may ask where a report would have to know. */
const isOfPair = (pair: Pair, who: Who, activity: WorkActivity): boolean =>
  whoseIs(activity, who) === 'us' &&
  activity.timeIn !== null &&
  instantsOf(activity.timeIn, pair.checkIn.at.offset).some(
    (ms) => Math.abs(ms - pair.checkIn.at.ms) < MINUTE,
  );

/** When ServiceChannel closed this pair by itself, ms; null while it holds it open, or does not say. */
export function closedAt(
  pair: Pair,
  activities: readonly WorkActivity[],
  who: Who,
  offsetAt: OffsetAt,
): number | null {
  const { at } = pair.checkIn;
  const [ours, ...more] = activities.filter((each) => isOfPair(pair, who, each));
  if (!ours?.timeIn || !ours.timeOut || more.length > 0) return null;
  const times = isInstant(ours.timeIn, at)
    ? instantsAfter(ours.timeOut, ours.timeIn, at, offsetAt)
    : instantsOf(ours.timeOut, at.offset);
  const possible = times.filter((ms) => ms >= at.ms);
  return possible.length > 0 ? Math.min(...possible) : null;
}

/**
 * Notices that a client's automatic check-out has ended the visit that is on site here. Read once on waking, at a first
 * use after a long time, and before a check-out long after its check-in; heard in whatever else is read.
 */
export class CheckedOut {
  readonly #parts: CheckedOutParts;
  #found: { readonly pairId: string; readonly at: number } | null = null;
  #readAt: { readonly pairId: string; readonly at: number } | null = null;

  constructor(parts: CheckedOutParts) {
    this.#parts = parts;
  }

  get #onSite(): { readonly visit: Visit; readonly pair: Pair } | null {
    const visit = openVisit(this.#parts.visits());
    const pair = visit && lastPair(visit);
    if (!pair || phaseOf(visit) !== 'on site' || pair.checkIn.delivery.state !== 'recorded') return null;
    return { visit, pair };
  }

  /** Reads what ServiceChannel holds of the visit that is on site; what comes of it is heard. No answer is no news. */
  async look(): Promise<void> {
    const here = this.#onSite;
    const sender = this.#parts.sender();
    if (!here || !sender) return;
    const { visit, pair } = here;
    const now = this.#parts.now();
    const before = this.#readAt;
    if (before?.pairId === pair.id && Math.abs(now - before.at) < AGAIN_AFTER) return;
    this.#readAt = { pairId: pair.id, at: now };
    const answer = await sender.client.workActivities(visit.workOrderId);
    if (answer.kind !== 'ok') this.#readAt = null;
  }

  /** Looks before a check-out, when the check-in is old. */
  leaving(): void {
    const pair = this.#onSite?.pair;
    if (pair && this.#parts.now() - pair.checkIn.at.ms >= LONG) void this.look();
  }

  /** Looks again when the computer is used after a long gap (ms). */
  usedAfter(gap: number): void {
    if (gap >= LONG) void this.look();
  }

  /** The activities of a work order were read, for whatever reason. */
  onActivities(workOrderId: number, activities: readonly WorkActivity[]): void {
    const here = this.#onSite;
    const sender = this.#parts.sender();
    if (!sender || here?.visit.workOrderId !== workOrderId) return;
    const { pair } = here;
    const at = closedAt(pair, activities, sender, this.#parts.offsetAt);
    this.#found = at !== null && at <= this.#parts.now() ? { pairId: pair.id, at } : null;
    this.#parts.onChange();
  }

  /** The question about a check-out made elsewhere; null where there is none, or it was answered. */
  get view(): CheckedOutView | null {
    const here = this.#onSite;
    if (!here || here.pair.id !== this.#found?.pairId) return null;
    const { id: visitId, workOrderId } = here.visit;
    return { visitId, workOrderId, at: toStamp(this.#found.at, this.#parts.offsetAt) };
  }

  /** Turns a technician's answer into a command; null where the question is not open any more. */
  answer(type: CheckedOutThere['type'], visitId: string): CheckedOutThere | null {
    const asked = this.view;
    return asked?.visitId === visitId ? { type, visitId, at: asked.at.ms } : null;
  }
}
