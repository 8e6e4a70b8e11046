import type { Outcome } from '../visit/commands.ts';
import { findReport } from '../visit/edit.ts';
import { SECOND } from '../visit/time.ts';
import type { Report, State } from '../visit/types.ts';
import { look } from './look.ts';
import type { Sender } from './parts.ts';
import { RetryDelays } from './retry-delays.ts';
import { FIRST_LOOK, settle, type Verdict } from './settle.ts';
import type { System } from './system.ts';

/** A question that only a connection could not answer is looked at again no sooner than this. */
const ASK_AGAIN_AFTER = 30 * SECOND;

const isOpen = ({ delivery }: Report) => ['queued', 'sending', 'unconfirmed'].includes(delivery.state);

export interface SettlerParts {
  readonly system: System;
  readonly state: () => State;
  readonly sender: () => Sender | null;
  readonly journal: (reportId: string, what: string) => void;
  /** Puts an outcome on the record, durably; false when it was not kept. */
  readonly record: (outcome: Outcome) => boolean;
  /** A report that certainly is not recorded may be sent again. */
  readonly onAbsent: (reportId: string) => void;
  /** Something was decided. */
  readonly onSettled: () => void;
}

/** Finds out what became of reports that were sent without a certain answer (DESIGN.md, rule 3). */
export class Settler {
  readonly #parts: SettlerParts;
  readonly #settling = new Set<string>();
  /** In question only because nothing could be read: a connection may answer it yet. */
  readonly #unreachable = new Set<string>();
  readonly #askAgain: RetryDelays;
  readonly #notKept: RetryDelays;

  constructor(parts: SettlerParts) {
    this.#parts = parts;
    this.#askAgain = new RetryDelays(parts.system, (id) => this.settle(id, 0));
    this.#notKept = new RetryDelays(parts.system, (id) => this.settle(id, 0));
  }

  isSettling(reportId: string): boolean {
    return this.#settling.has(reportId);
  }

  /** Looks again at once at what only a connection could not answer. */
  kick(): void {
    for (const reportId of this.#unreachable) this.settle(reportId, 0);
  }

  /** Its request goes out again: a look that was to come for the time before would judge this one too early. */
  forget(reportId: string): void {
    this.#unreachable.delete(reportId);
    this.#askAgain.release(reportId);
    this.#notKept.forget(reportId);
  }

  /** Settles a report; the first look comes after `delay` ms. */
  settle(reportId: string, delay: number = FIRST_LOOK): void {
    if (this.#settling.has(reportId)) return;
    this.#settling.add(reportId);
    this.#unreachable.delete(reportId);
    this.#askAgain.release(reportId);
    void settle(this.#parts.system, delay, (signal) => this.#look(reportId, signal)).then((verdict) => {
      this.#settling.delete(reportId);
      this.#judged(reportId, verdict);
      this.#parts.onSettled();
    });
  }

  /**
   * Puts what is known of a report on the record. What the disk did not take is found out again from the server, later:
   * until then it lies there as sent without an answer.
   */
  keep(outcome: Outcome): void {
    const { reportId } = outcome;
    if (this.#parts.record(outcome)) this.#notKept.forget(reportId);
    else if (findReport(this.#parts.state(), reportId)?.report.delivery.state === 'sending')
      this.#notKept.later(reportId);
  }

  async #look(reportId: string, signal: AbortSignal): Promise<Verdict> {
    const { state, journal } = this.#parts;
    const sender = this.#parts.sender();
    const found = findReport(state(), reportId);
    // A late answer may have come meanwhile, or a person decided; who only asked to send it again is looked after first.
    if (!found || !isOpen(found.report)) return 'over';
    const { visit } = found;
    if (!sender || visit.userId !== sender.userId || visit.server !== sender.server) return 'unreachable';
    const seen = await look(sender.client, state().visits, found, sender, signal);
    journal(reportId, `read back: ${seen}`);
    return seen;
  }

  #judged(reportId: string, verdict: Verdict): void {
    switch (verdict) {
      case 'there':
        this.keep({ type: 'recorded', reportId, mechanicId: null, by: 'read-back' });
        break;
      case 'absent':
        this.#parts.onAbsent(reportId);
        this.keep({ type: 'not-recorded', reportId });
        break;
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
