import type { WorkActivity } from '../servicechannel/client.ts';
import { instantAfter, type OffsetAt } from '../servicechannel/times.ts';
import type { Finding } from '../visit/commands.ts';
import { type FoundReport, findReport } from '../visit/edit.ts';
import { isOwnedBy } from '../visit/phase.ts';
import type { ClosedStay } from '../visit/problem.ts';
import { MINUTE } from '../visit/time.ts';
import type { Pair, Report, Visit } from '../visit/types.ts';
import { GivenUpCheckOuts, type GivenUpParts } from './given-up.ts';
import { findOwnPair } from './own-pair.ts';
import type { ReconcilerParts } from './reconcile.ts';
import { endsAt } from './traces.ts';
import { whoWasThere } from './who-was-there.ts';

/** A read that told nothing is not repeated sooner than this (ms). */
const AGAIN_AFTER = MINUTE;

export interface RefusedCheckOutsParts
  extends Pick<ReconcilerParts, 'system' | 'state' | 'sender' | 'record' | 'journal' | 'lag'>,
    Pick<GivenUpParts, 'onError' | 'offsetAt'> {
  /** The outcome of this recorded check-in is unknown again. */
  readonly onDoubt: (checkInId: string) => void;
}

/** A check-out that was refused because there is no open check-in, and it is not known yet what the server holds. */
function isUnexplained({ report, pair }: Pick<FoundReport, 'report' | 'pair'>): boolean {
  const { delivery } = report;
  if (pair?.checkOut !== report || delivery.state !== 'refused') return false;
  return delivery.problem.reason === 'not-checked-in' && delivery.problem.held === undefined;
}

/** Of one visit, so that a look at all of them stays one pass. */
const refusedCheckOuts = (visit: Visit): readonly Report[] =>
  visit.pairs.flatMap((pair) => {
    const report = pair.checkOut;
    return report && isUnexplained({ report, pair }) ? [report] : [];
  });

function heldBy(
  { timeIn, timeOut }: WorkActivity,
  { checkIn, checkOut }: Pair,
  offsetAt: OffsetAt,
): ClosedStay | null {
  if (timeIn === null || timeOut === null) return null;
  const to = instantAfter(timeOut, timeIn, checkIn.at, offsetAt, checkOut?.at);
  return to === null ? null : { from: checkIn.at.ms, to };
}

/** Finds out why ServiceChannel refused a check-out: it knows no open check-in where ours has one. */
export class RefusedCheckOuts {
  readonly #parts: RefusedCheckOutsParts;
  readonly #givenUp: GivenUpCheckOuts;
  readonly #readAt = new Map<string, number>();
  /** Read again when reads have caught up. */
  readonly #waiting = new Set<string>();

  constructor(parts: RefusedCheckOutsParts) {
    this.#parts = parts;
    this.#givenUp = new GivenUpCheckOuts(parts);
  }

  /** Reads at once about those that were given up just now. */
  explainNew(visits: readonly Visit[]): void {
    this.#givenUp.readNew(visits);
  }

  /** Reads about every refused or given-up check-out that is not explained yet, each at most once a minute. */
  explainAll(visits: readonly Visit[]): void {
    this.#givenUp.readAll(visits);
    const now = this.#parts.system.now();
    const isDue = (id: string) =>
      Math.abs(now - (this.#readAt.get(id) ?? Number.NEGATIVE_INFINITY)) >= AGAIN_AFTER;
    for (const { id } of visits.flatMap(refusedCheckOuts)) if (isDue(id)) this.explain(id);
  }

  /** Reads about one report; nothing happens when there is nothing to find out about it. */
  explain(reportId: string): void {
    const { state, system, lag } = this.#parts;
    const found = findReport(state().visits, reportId);
    if (!found || !isUnexplained(found)) return;
    // It was refused just now, or at a time that is not known: by an earlier run.
    if (!this.#readAt.has(reportId)) lag.ended(reportId);
    this.#readAt.set(reportId, system.now());
    void this.#read(reportId, found).catch(this.#parts.onError);
  }

  /** A read that may have been behind told of nothing that is closed. */
  #readAgainLater(reportId: string): void {
    if (this.#waiting.has(reportId)) return;
    this.#waiting.add(reportId);
    void this.#parts.lag.caughtUp(reportId).then(() => {
      this.#waiting.delete(reportId);
      this.explain(reportId);
    });
  }

  async #read(reportId: string, { visit, pair }: FoundReport): Promise<void> {
    const sender = this.#parts.sender();
    if (!sender || !pair?.checkOut || !isOwnedBy(visit, sender)) return;
    const mayBeBehind = this.#parts.lag.isBehind(reportId);
    const answer = await sender.client.workActivities(visit.workOrderId);
    if (answer.kind !== 'ok') return;
    const state = this.#parts.state();
    const who = whoWasThere(sender, visit, state);
    const there = findOwnPair(answer.value, state, { visit, pair }, who);
    const { checkOut } = pair;
    const isOpen = there.kind === 'there' && there.activities.every(({ timeOut }) => timeOut === null);
    if (mayBeBehind && (there.kind === 'absent' || isOpen)) return this.#readAgainLater(reportId);
    if (there.kind === 'unclear') return;
    if (there.kind === 'absent') return this.#doubt(reportId, pair);
    if (there.activities.some((each) => endsAt(each, checkOut.at)))
      return this.#found({ type: 'held-as-reported', reportId });
    const [one] = there.activities;
    const held = one && there.activities.length === 1 ? heldBy(one, pair, this.#parts.offsetAt) : null;
    if (held) this.#found({ type: 'held', reportId, held });
  }

  #doubt(reportId: string, { checkIn, doubted }: Pair): void {
    if (doubted) return;
    const since = this.#parts.system.now();
    this.#found({ type: 'check-in-doubted', reportId, since });
    this.#parts.onDoubt(checkIn.id);
  }

  #found(finding: Finding): void {
    try {
      this.#parts.journal(finding.reportId, { code: finding.type });
    } catch {
      // The journal is for people; what was found counts without it.
    }
    this.#parts.record(finding);
  }
}
