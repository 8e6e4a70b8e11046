import type { Sender } from '../servicechannel/sender.ts';
import type { System } from '../servicechannel/system.ts';
import type { Outcome } from '../visit/commands.ts';
import { findReport } from '../visit/edit.ts';
import type { JournalEntry } from '../visit/journal.ts';
import { isOwnedBy } from '../visit/phase.ts';
import type { Problem } from '../visit/problem.ts';
import { SECOND } from '../visit/time.ts';
import type { Report, State } from '../visit/types.ts';
import { readBack } from './read-back.ts';
import { FIRST_READ, readUntilDecided, type Verdict } from './read-until-decided.ts';
import type { ReplicaLag } from './replica-lag.ts';
import { RetryDelays } from './retry-delays.ts';
import { whoWasThere } from './who-was-there.ts';

/** A question that only a connection could not answer is read back again no sooner than this. */
const ASK_AGAIN_AFTER = 30 * SECOND;

/** An older state may look as if these were done: the status before, a record without its newest activity. */
const LOOKS_DONE_BEFORE: readonly Report['kind'][] = ['status', 'restore', 'deletion'];

const isOpen = ({ delivery }: Report) => ['queued', 'sending', 'unconfirmed'].includes(delivery.state);

export interface ReconcilerParts {
  readonly system: System;
  readonly state: () => State;
  /** Puts an outcome on the record, durably; false when it was not kept. */
  readonly record: (outcome: Outcome) => boolean;
  /** A line for people in the journal of a report's delivery. */
  readonly journal: (reportId: string, what: JournalEntry) => void;
  /** The signed-in user's, or null. */
  readonly sender: () => Sender | null;
  /** By a report's id: may reads still be behind its last request? */
  readonly lag: ReplicaLag;
  /** A report is certainly not recorded. Returns why it is not to be sent again by itself; null where it may be. */
  readonly onAbsent: (reportId: string) => Problem | null;
  /** An outcome was decided. */
  readonly onDecided: () => void;
}

/** Finds out what became of reports that were sent without a certain answer (DESIGN.md, rule 3). */
export class Reconciler {
  readonly #parts: ReconcilerParts;
  readonly #running = new Set<string>();
  /** In question only because nothing could be read: a connection may answer it yet. */
  readonly #unreachable = new Set<string>();
  readonly #askAgain: RetryDelays;
  readonly #notKept: RetryDelays;

  constructor(parts: ReconcilerParts) {
    this.#parts = parts;
    this.#askAgain = new RetryDelays(parts.system, (id) => this.reconcile(id, 0));
    this.#notKept = new RetryDelays(parts.system, (id) => this.reconcile(id, 0));
  }

  isRunning(reportId: string): boolean {
    return this.#running.has(reportId);
  }

  /** Reads back at once what only a connection could not answer. */
  kick(): void {
    for (const reportId of this.#unreachable) this.reconcile(reportId, 0);
  }

  /** Its request goes out again: a read that was to come for the time before would judge this one too early. */
  forget(reportId: string): void {
    this.#unreachable.delete(reportId);
    this.#askAgain.release(reportId);
    this.#notKept.forget(reportId);
  }

  /** Reads back one report until it is decided; the first read comes after `first` ms. */
  reconcile(reportId: string, first: number = FIRST_READ): void {
    if (this.#running.has(reportId)) return;
    this.#running.add(reportId);
    this.#unreachable.delete(reportId);
    this.#askAgain.release(reportId);
    const { system, state, lag } = this.#parts;
    const kind = findReport(state().visits, reportId)?.report.kind;
    const reading = {
      first,
      countsEarly: kind !== undefined && !LOOKS_DONE_BEFORE.includes(kind),
      isBehind: () => lag.isBehind(reportId),
      caughtUp: () => lag.caughtUp(reportId),
      readOnce: (signal: AbortSignal) => this.#read(reportId, signal),
    };
    void readUntilDecided(system, reading).then((verdict) => {
      this.#running.delete(reportId);
      this.#decide(reportId, verdict);
      this.#parts.onDecided();
    });
  }

  /**
   * Puts what is known of a report on the record. What the disk did not take is found out again from the server, later:
   * until then it lies there as sent without an answer.
   */
  keep(outcome: Outcome): void {
    const { reportId } = outcome;
    if (this.#parts.record(outcome)) this.#notKept.forget(reportId);
    else if (findReport(this.#parts.state().visits, reportId)?.report.delivery.state === 'sending')
      this.#notKept.later(reportId);
  }

  async #read(reportId: string, signal: AbortSignal): Promise<Verdict> {
    const { state, journal } = this.#parts;
    const sender = this.#parts.sender();
    const found = findReport(state().visits, reportId);
    // A late answer may have come meanwhile, or a person decided; one that is only to be sent again is read back first.
    if (!found || !isOpen(found.report)) return 'over';
    const { visit } = found;
    if (!sender || !isOwnedBy(visit, sender)) return 'unreachable';
    const who = whoWasThere(sender, visit, state());
    const seen = await readBack(sender.client, state().visits, found, who, signal);
    journal(reportId, { code: 'read-back', seen });
    return seen;
  }

  #decide(reportId: string, verdict: Verdict): void {
    switch (verdict) {
      case 'there':
        this.keep({ type: 'recorded', reportId, mechanicId: null, by: 'read-back' });
        break;
      case 'absent': {
        const problem = this.#parts.onAbsent(reportId);
        this.keep(problem ? { type: 'refused', reportId, problem } : { type: 'not-recorded', reportId });
        break;
      }
      case 'unclear':
        this.#ask(reportId);
        break;
      case 'unreachable':
        this.#ask(reportId);
        // The question stands, but a connection that comes back may answer it first.
        this.#unreachable.add(reportId);
        this.#askAgain.later(reportId, ASK_AGAIN_AFTER);
        break;
      case 'over':
        break;
    }
  }

  #ask(reportId: string): void {
    this.keep({ type: 'unconfirmed', reportId, since: this.#parts.system.now() });
  }
}
