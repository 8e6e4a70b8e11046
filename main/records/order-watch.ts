import type { Outcome } from '../visit/commands.ts';
import { findReport } from '../visit/edit.ts';
import { orderOf, reportsOf } from '../visit/phase.ts';
import type { RefusalReason } from '../visit/problem.ts';
import { MINUTE } from '../visit/time.ts';
import type { State, Visit } from '../visit/types.ts';

/** The least time between two looks at one work order when the popup is opened (ms). */
const AGAIN_AFTER = MINUTE;

/** ServiceChannel calls the work order closed: the pair is kept, and the client is told. */
export const CLOSED: readonly RefusalReason[] = ['completed', 'closed-for-check-in'];

/** Refusals whose remedies depend on how the work order stands now. */
export const dependsOnOrder = (reason: RefusalReason): boolean =>
  CLOSED.includes(reason) || reason === 'out-of-date' || reason === 'premature';

export interface OrderWatchParts {
  /** This computer's clock, ms. */
  readonly now: () => number;
  /** Asks ServiceChannel how the work order stands; true when it answered. */
  readonly read: (workOrderId: number) => Promise<boolean>;
  readonly onChange: () => void;
}

/** Work orders whose problems have remedies that depend on how they stand now. */
function inDoubt(visits: readonly Visit[]): readonly number[] {
  const ids = visits.flatMap((visit) =>
    reportsOf(visit).flatMap((report) => {
      const { delivery } = report;
      const depends = delivery.state === 'refused' && dependsOnOrder(delivery.problem.reason);
      return depends ? [orderOf(visit, report)] : [];
    }),
  );
  return [...new Set(ids)];
}

/**
 * Knows how work orders stand whose reports were refused for what they are: read once when the refusal comes, and again
 * when a window is opened. Nothing is read at rest.
 */
export class OrderWatch {
  readonly #parts: OrderWatchParts;
  /** When a window was opened last, this computer's clock, ms. */
  readonly #lookedAt = new Map<number, number>();
  readonly #fresh = new Set<number>();

  constructor(parts: OrderWatchParts) {
    this.#parts = parts;
  }

  /** Was it read in this run, after the last refusal there? */
  isFresh(workOrderId: number): boolean {
    return this.#fresh.has(workOrderId);
  }

  /** An outcome is on the record. */
  onOutcome(outcome: Outcome, state: State): void {
    if (outcome.type !== 'refused' || !dependsOnOrder(outcome.problem.reason)) return;
    const found = findReport(state.visits, outcome.reportId);
    if (!found) return;
    const workOrderId = orderOf(found.visit, found.report);
    this.#fresh.delete(workOrderId);
    void this.#read(workOrderId);
  }

  /** Reads the work orders of these visits' problems again, since a person looks at them now. */
  opened(visits: readonly Visit[]): void {
    const now = this.#parts.now();
    for (const id of inDoubt(visits)) {
      if (Math.abs(now - (this.#lookedAt.get(id) ?? Number.NEGATIVE_INFINITY)) < AGAIN_AFTER) continue;
      this.#lookedAt.set(id, now);
      void this.#read(id);
    }
  }

  async #read(workOrderId: number): Promise<void> {
    if (!(await this.#parts.read(workOrderId))) return;
    this.#fresh.add(workOrderId);
    this.#parts.onChange();
  }
}
