import type { WorkActivity } from '../servicechannel/client.ts';
import { instantAfter, type OffsetAt } from '../servicechannel/times.ts';
import type { Who } from '../servicechannel/who.ts';
import type { AfterGivenUp } from '../visit/commands.ts';
import { reportToReadOf } from '../visit/left-open.ts';
import { isOwnedBy } from '../visit/phase.ts';
import { MINUTE, SECOND } from '../visit/time.ts';
import type { CheckIn, CheckOut, Pair, State, Visit } from '../visit/types.ts';
import { findOwnPair } from './own-pair.ts';
import type { ReconcilerParts } from './reconcile.ts';
import { RetryDelays } from './retry-delays.ts';
import { endingWith } from './traces.ts';
import { whoWasThere } from './who-was-there.ts';

/** The same pair is not read again sooner than this (ms). Absent counts only twice, so long apart (DESIGN.md, rule 3). */
const AGAIN_AFTER = MINUTE;

/** A read that failed is tried again no sooner than this, ms. */
const RETRY_AFTER = 30 * SECOND;

export interface GivenUpParts
  extends Pick<ReconcilerParts, 'system' | 'state' | 'sender' | 'record' | 'journal'> {
  /** Minutes east of UTC here. */
  readonly offsetAt: OffsetAt;
  /** Something went wrong that should not have. */
  readonly onError: (error: unknown) => void;
}

/** A pair that ServiceChannel is asked about, with the report that was given up. */
interface ToRead {
  readonly visit: Visit;
  readonly pair: Pair;
  readonly report: CheckIn | CheckOut;
}

const toRead = (visits: readonly Visit[]): readonly ToRead[] =>
  visits.flatMap((visit) =>
    visit.pairs.flatMap((pair) => {
      const report = reportToReadOf(pair);
      return report ? [{ visit, pair, report }] : [];
    }),
  );

/**
 * How the pair stands by the work order's activities; null where they leave it open, `absent` where it is not among
 * them.
 */
function outcomeOfGivenUp(
  activities: readonly WorkActivity[],
  state: State,
  { visit, pair, report }: ToRead,
  who: Who,
  offsetAt: OffsetAt,
): AfterGivenUp | 'absent' | null {
  const there = findOwnPair(activities, state, { visit, pair }, who);
  if (there.kind !== 'there') return there.kind === 'absent' ? 'absent' : null;
  if (there.activities.some(({ timeOut }) => timeOut === null))
    return { type: 'open-there', reportId: report.id };
  const { checkOut } = pair;
  const one =
    endingWith(there.activities, checkOut) ??
    (there.activities.length === 1 ? there.activities[0] : undefined);
  if (!one?.timeIn || !one.timeOut) return null;
  const at = instantAfter(one.timeOut, one.timeIn, pair.checkIn.at, offsetAt, report.at);
  return at === null ? null : { type: 'closed-there', reportId: report.id, at };
}

/** Reads what ServiceChannel holds of pairs whose check-out was given up, until it is closed there. */
export class GivenUpCheckOuts {
  readonly #parts: GivenUpParts;
  /** By the report that was given up: when its pair was read, and first seen to be absent. */
  readonly #readAt = new Map<string, number>();
  readonly #absentAt = new Map<string, number>();
  readonly #retries: RetryDelays;

  constructor(parts: GivenUpParts) {
    this.#parts = parts;
    this.#retries = new RetryDelays(parts.system, (id) => this.#readAgain(id));
  }

  /** Reads about each of these visits' pairs that may be open there, each at most once a minute. */
  readAll(visits: readonly Visit[]): void {
    const now = this.#parts.system.now();
    for (const one of toRead(visits)) {
      const readAt = this.#readAt.get(one.report.id) ?? Number.NEGATIVE_INFINITY;
      if (Math.abs(now - readAt) >= AGAIN_AFTER) this.#start(one);
    }
  }

  /** Reads at once about what was given up just now. */
  readNew(visits: readonly Visit[]): void {
    const all = toRead(visits);
    this.#forgetOthers(all);
    for (const one of all) {
      const { id } = one.report;
      if (!this.#readAt.has(id) && !this.#retries.has(id)) this.#start(one);
    }
  }

  /** One that was taken back is read anew when it is given up again. */
  #forgetOthers(all: readonly ToRead[]): void {
    const ids = new Set(all.map(({ report }) => report.id));
    for (const known of [this.#readAt, this.#absentAt])
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
  }

  #readAgain(reportId: string): void {
    const one = toRead(this.#parts.state().visits).find(({ report }) => report.id === reportId);
    if (one) this.#start(one);
  }

  /** Reads about one pair. Never throws: after an error it is read again later. */
  #start(one: ToRead): void {
    void this.#read(one).catch((error: unknown) => {
      this.#later(one);
      this.#parts.onError(error);
    });
  }

  async #read(one: ToRead): Promise<void> {
    const { visit, report } = one;
    const sender = this.#parts.sender();
    if (!sender || !isOwnedBy(visit, sender)) return;
    const now = this.#parts.system.now();
    this.#readAt.set(report.id, now);
    const answer = await sender.client.workActivities(visit.workOrderId);
    if (answer.kind !== 'ok') return this.#later(one);
    this.#retries.forget(report.id);
    const state = this.#parts.state();
    const who = whoWasThere(sender, visit, state);
    const standing = outcomeOfGivenUp(answer.value, state, one, who, this.#parts.offsetAt);
    if (standing === 'absent') return this.#absent(one, now);
    this.#absentAt.delete(report.id);
    if (standing) this.#found(one, standing);
  }

  /** One that is on site waits for an answer; one that is parked is read when a window is opened. */
  #later({ pair, report }: ToRead): void {
    this.#readAt.delete(report.id);
    if (pair.leftOpen?.stands === 'unread') this.#retries.later(report.id, RETRY_AFTER);
  }

  #absent(one: ToRead, now: number): void {
    const { id: reportId } = one.report;
    const first = this.#absentAt.get(reportId);
    if (first === undefined) {
      this.#absentAt.set(reportId, now);
      // Other reports may wait for it: the second read comes by itself.
      this.#retries.delay(reportId, AGAIN_AFTER);
    } else if (Math.abs(now - first) >= AGAIN_AFTER) this.#found(one, { type: 'not-there', reportId });
  }

  #found(one: ToRead, standing: AfterGivenUp): void {
    try {
      this.#parts.journal(standing.reportId, { code: standing.type });
    } catch {
      // The journal is for people; what was found counts without it.
    }
    // The disk may be full: it is read again, since nobody is asked about what is not known.
    if (!this.#parts.record(standing)) this.#later(one);
  }
}
