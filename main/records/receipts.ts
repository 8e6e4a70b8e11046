import type { ReceiptPairView, ReceiptView } from '../../preload/contract.ts';
import { CAUGHT_UP_AFTER } from '../outbox/replica-lag.ts';
import { endingWith, findPair } from '../outbox/traces.ts';
import type { Answer } from '../servicechannel/answers.ts';
import type { WorkActivity } from '../servicechannel/client.ts';
import type { System } from '../servicechannel/system.ts';
import { instantBeside } from '../servicechannel/times.ts';
import type { Who } from '../servicechannel/who.ts';
import { findReport } from '../visit/edit.ts';
import { isSettled, livePairs, phaseOf, reportsOf } from '../visit/phase.ts';
import { MINUTE } from '../visit/time.ts';
import type { Pair, PrimaryStatus, Stamp, Visit } from '../visit/types.ts';

export interface ReceiptParts {
  /** The signed-in user's own. */
  readonly visits: () => readonly Visit[];
  readonly sender: () => (Who & { readonly client: Reader }) | null;
  /** Others wait for the same limit of requests: a receipt is then read when a window is opened. */
  readonly isRush: () => boolean;
  /** A timer, as of `System`. */
  readonly after: System['after'];
  readonly onChange: () => void;
}

interface Reader {
  workActivities(workOrderId: number): Promise<Answer<readonly WorkActivity[]>>;
}

/** The last thing that was said about the work order when the visit ended. */
function statusOf(visit: Visit): { readonly status: PrimaryStatus | null; readonly extended: string | null } {
  const leaving = livePairs(visit).at(-1)?.checkOut?.leaving;
  const choice = visit.finish ?? (leaving?.action === 'Complete' ? leaving : null);
  if (!choice || choice.primaryStatus === 'NoStatusChange') return { status: null, extended: null };
  return { status: choice.primaryStatus, extended: choice.extendedStatus };
}

/** A time that is held, ms: within the minute of ours it is ours, since servers may round. */
function heldAt(text: string | null, activity: WorkActivity, pair: Pair, ours: Stamp): number | null {
  if (text === null) return null;
  const ms = instantBeside(text, activity.timeIn ?? '', pair.checkIn.at, ours);
  return Math.abs(ms - ours.ms) < MINUTE ? ours.ms : ms;
}

/** Null where it cannot be told: an entry like it names nobody, or the list may have been cut (API.md). */
function pairView(pair: Pair, activities: readonly WorkActivity[], who: Who): ReceiptPairView | null {
  const reported = { from: pair.checkIn.at.ms, to: pair.checkOut?.at.ms ?? null };
  const found = findPair(activities, pair.checkIn.at, who);
  if (found.kind === 'unclear') return null;
  const began = found.kind === 'there' ? found.activities : [];
  // A time without offset may be that of another stay of the day, read in UTC: ours ends as ours.
  const { checkOut } = pair;
  const one = endingWith(began, checkOut) ?? began[0];
  if (!one) return { reported, held: null, techsCount: null, reportedCount: pair.techsCount };
  const from = heldAt(one.timeIn, one, pair, pair.checkIn.at) ?? reported.from;
  const to = checkOut && heldAt(one.timeOut, one, pair, checkOut.at);
  return { reported, held: { from, to }, techsCount: one.techsCount, reportedCount: pair.techsCount };
}

/** Compares what ServiceChannel holds of a visit with what was reported; null where that cannot be told of a pair. */
function receiptOf(visit: Visit, activities: readonly WorkActivity[], who: Who): ReceiptView | null {
  const pairs = livePairs(visit).map((pair) => pairView(pair, activities, who));
  if (!pairs.every((pair) => pair !== null)) return null;
  return {
    visitId: visit.id,
    workOrderId: visit.workOrderId,
    pairs,
    // Work activities carry no status: it is the one that ServiceChannel's answer to the check-out accepted.
    ...statusOf(visit),
  };
}

const isDone = (visit: Visit): boolean =>
  phaseOf(visit) === 'over' &&
  visit.movedTo === null &&
  livePairs(visit).length > 0 &&
  livePairs(visit).every(({ reportedBy }) => reportedBy !== 'phone') &&
  reportsOf(visit).every(isSettled);

/** Was the pair, or its end, not to be seen? */
const isMissing = ({ held, reported }: ReceiptPairView): boolean =>
  held === null || (held.to === null && reported.to !== null);

const isOther = ({ held, reported }: ReceiptPairView): boolean =>
  held !== null && (held.from !== reported.from || held.to !== reported.to);

/**
 * Does a read that may be behind our last report prove nothing? An absence and an open end never do, and no other time
 * of a pair that was corrected, which may be its time before. Any other time that was seen counts at once (rule 3).
 */
function mayBeBehind({ steps }: Visit, { pairs }: ReceiptView): boolean {
  const isCorrected = steps.some(
    (step) => step.kind === 'activity' && step.change === 'correct' && step.delivery.state === 'recorded',
  );
  return pairs.some((pair) => isMissing(pair) || (isCorrected && isOther(pair)));
}

/**
 * After a visit's last report one read-back: what ServiceChannel holds. A second follows when the first may have been
 * behind, once reads have caught up. Without an answer it says nothing.
 */
export class Receipts {
  readonly #parts: ReceiptParts;
  readonly #asked = new Set<string>();
  /** Of visits whose second read is still to come: takes it back. */
  readonly #late = new Map<string, () => void>();
  #waiting: string | null = null;
  #last: ReceiptView | null = null;

  constructor(parts: ReceiptParts) {
    this.#parts = parts;
  }

  /** The receipt of the visit that ended last; null where there is none, or it is another user's. */
  get last(): ReceiptView | null {
    const last = this.#last;
    return last && this.#parts.visits().some(({ id }) => id === last.visitId) ? last : null;
  }

  /**
   * A report is recorded; was it its visit's last? One that is recorded before the second read begins anew, since reads may
   * be behind that one too.
   */
  onRecorded(reportId: string): void {
    const visit = findReport(this.#parts.visits(), reportId)?.visit;
    if (!visit || !isDone(visit)) return;
    const takeBack = this.#late.get(visit.id);
    if (this.#asked.has(visit.id) && !takeBack) return;
    takeBack?.();
    this.#late.delete(visit.id);
    this.#asked.add(visit.id);
    if (this.#parts.isRush()) this.#waiting = visit.id;
    else void this.#read(visit.id, 'early');
  }

  /** Reads the receipt that was put off, since a person looks now. */
  opened(): void {
    const visitId = this.#waiting;
    this.#waiting = null;
    if (visitId) void this.#read(visitId, 'early');
  }

  /** @param when `late`: reads have caught up with the last report */
  async #read(visitId: string, when: 'early' | 'late'): Promise<void> {
    const sender = this.#parts.sender();
    const visit = this.#parts.visits().find(({ id }) => id === visitId);
    if (!sender || !visit) return;
    const answer = await sender.client.workActivities(visit.workOrderId);
    if (answer.kind !== 'ok') return;
    const receipt = receiptOf(visit, answer.value, sender);
    if (!receipt) return;
    if (when === 'early' && mayBeBehind(visit, receipt)) {
      this.#late.set(
        visitId,
        this.#parts.after(CAUGHT_UP_AFTER, () => this.#readLate(visitId)),
      );
      return;
    }
    this.#last = receipt;
    this.#parts.onChange();
  }

  /** Reads what has caught up; a visit that is being corrected is read when that is recorded. */
  #readLate(visitId: string): void {
    this.#late.delete(visitId);
    if (this.#parts.visits().some((visit) => visit.id === visitId && isDone(visit)))
      void this.#read(visitId, 'late');
    else this.#asked.delete(visitId);
  }

  /** It was read, or another visit begins. */
  dismiss(): void {
    if (!this.#last) return;
    this.#last = null;
    this.#parts.onChange();
  }
}
