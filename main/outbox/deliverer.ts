import type { Answer, Unknown, Unsent } from '../servicechannel/answers.ts';
import type { Recorded } from '../servicechannel/client.ts';
import { isUntrusted } from '../servicechannel/failure.ts';
import type { Sender } from '../servicechannel/sender.ts';
import { findReport } from '../visit/edit.ts';
import { orderOf, visitsOf } from '../visit/phase.ts';
import type { ConnectionDelays } from './connection-delays.ts';
import type { Failures } from './failures.ts';
import { mayStillGo } from './next.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { Reconciler, ReconcilerParts } from './reconcile.ts';
import type { RefusedCheckOuts } from './refused-check-out.ts';
import { requestOf, sendReport } from './requests.ts';
import type { RetryDelays } from './retry-delays.ts';
import { whoWasThere } from './who-was-there.ts';

/** Where reads may be behind, beside single reports: a work order, and all of them while an earlier run's requests are young. */
const order = (workOrderId: number) => `order ${workOrderId}`;
export const EARLIER_RUN = 'earlier run';

export interface DelivererParts
  extends Pick<ReconcilerParts, 'system' | 'state' | 'record' | 'journal' | 'sender' | 'lag'> {
  readonly reconciler: Reconciler;
  readonly refused: RefusedCheckOuts;
  readonly connection: ConnectionDelays;
  /** Delays of single reports, by their ids. */
  readonly delays: RetryDelays;
  readonly failures: Failures;
  /** Something went wrong that should not have. */
  readonly onError: (error: unknown) => void;
}

/** Sends one report at a time and draws the conclusions from its answer. */
export class Deliverer {
  readonly #parts: DelivererParts;
  /** The report whose request is under way: its own answer decides about it. */
  #underWay: string | null = null;

  constructor(parts: DelivererParts) {
    this.#parts = parts;
  }

  get underWay(): string | null {
    return this.#underWay;
  }

  /** Tries a queued report once. Never throws: an error holds this report for a while, and no other. */
  async deliver(reportId: string, sender: Sender): Promise<void> {
    try {
      await this.#try(reportId, sender);
    } catch (error) {
      this.#parts.onError(error);
      this.#failed(reportId);
    } finally {
      this.#underWay = null;
    }
  }

  /** An error in between: what is on its way already may have arrived, and the rest is tried again. */
  #failed(reportId: string): void {
    const { journal, delays, reconciler } = this.#parts;
    journal(reportId, { code: 'failed' });
    const found = this.#found(reportId);
    if (found?.report.delivery.state !== 'sending') {
      delays.later(reportId);
      return;
    }
    this.#mayBeBehind(reportId, orderOf(found.visit, found.report));
    reconciler.reconcile(reportId);
  }

  #found(reportId: string) {
    return findReport(this.#parts.state().visits, reportId);
  }

  async #try(reportId: string, sender: Sender): Promise<void> {
    const barred = await sender.ready();
    if (barred) this.#keepBack(reportId, barred);
    // Waiting for a place took time: what was true before may not be now.
    if (barred || this.#parts.sender() !== sender) return;
    const found = this.#found(reportId);
    if (found?.report.delivery.state !== 'queued') return;
    const { lag, state, system } = this.#parts;
    const isBehind = lag.isBehind(EARLIER_RUN) || lag.isBehind(order(orderOf(found.visit, found.report)));
    const situation = { isBehind, state: state(), now: system.now() };
    const who = whoWasThere(sender, found.visit, situation.state);
    const prepared = await prepare(sender.client, found, who, situation);
    if (this.#parts.sender() === sender) await this.#sendReport(reportId, sender, prepared);
  }

  async #sendReport(reportId: string, sender: Sender, prepared: Prepared): Promise<void> {
    const { reconciler, record, delays } = this.#parts;
    switch (prepared.kind) {
      case 'done':
        return reconciler.keep({ type: 'recorded', reportId, mechanicId: null, by: 'read-back' });
      case 'refused':
        return reconciler.keep({ type: 'refused', reportId, problem: prepared.problem });
      case 'later':
        return this.#keepBack(reportId, prepared.barred);
      case 'found-out':
        if (!record(prepared.outcome)) delays.later(reportId);
        return;
      case 'request': {
        this.#underWay = reportId;
        const leaving = () => this.#isMeant(reportId, prepared) && this.#leaving(reportId);
        const answer = await sendReport(sender.client, prepared.request, leaving);
        this.#underWay = null;
        if (answer.kind !== 'unsent') this.#mayBeBehind(reportId, prepared.request.workOrderId);
        this.#conclude(reportId, answer);
      }
    }
  }

  #mayBeBehind(reportId: string, workOrderId: number): void {
    this.#parts.lag.ended(reportId);
    this.#parts.lag.ended(order(workOrderId));
  }

  /**
   * Is it still what should be sent now? It may have been moved or given another time while its turn had not come, and what
   * goes before it may have come about meanwhile, even before its second try.
   */
  #isMeant(reportId: string, { request, activityId }: Extract<Prepared, { kind: 'request' }>): boolean {
    const { sender, state } = this.#parts;
    const found = this.#found(reportId);
    if (found && !mayStillGo(visitsOf(state(), sender()), found)) return false;
    const now = found && requestOf(found.visit, found.pair, found.report, activityId);
    return JSON.stringify(now) === JSON.stringify(request);
  }

  /** `sending` is on disk before the bytes go, with the instant at which they do; a report that is not kept does not go. */
  #leaving(reportId: string): boolean {
    const { system, record, reconciler, delays } = this.#parts;
    const kept = record({ type: 'sending', reportId, since: system.now() });
    if (kept) reconciler.forget(reportId);
    else delays.later(reportId);
    return kept;
  }

  #conclude(reportId: string, answer: Answer<Recorded | null>): void {
    const { reconciler, refused } = this.#parts;
    switch (answer.kind) {
      case 'unsent':
        reconciler.keep({ type: 'not-recorded', reportId });
        this.#keepBack(reportId, answer);
        break;
      case 'unknown':
        this.#unknown(reportId, answer);
        break;
      case 'refused':
        this.#answered(reportId);
        reconciler.keep({ type: 'refused', reportId, problem: answer.refusal });
        refused.explain(reportId);
        break;
      case 'ok': {
        this.#answered(reportId);
        const mechanicId = answer.value?.mechanicId ?? null;
        reconciler.keep({ type: 'recorded', reportId, mechanicId, by: 'answer' });
        break;
      }
    }
  }

  #unknown(reportId: string, { why, detail, error }: Unknown): void {
    const { journal, connection, failures, reconciler } = this.#parts;
    journal(reportId, { code: 'no-answer', why });
    if (why === 'not-servicechannel') connection.answeredBetween(detail);
    failures.failed(reportId, error);
    reconciler.reconcile(reportId);
  }

  #keepBack(reportId: string, { why, detail, retryAfterMs }: Unsent): void {
    const { journal, connection, delays } = this.#parts;
    journal(reportId, { code: 'not-sent', why, detail });
    switch (why) {
      case 'rate-limit':
        connection.afterRateLimit(retryAfterMs ?? 0);
        break;
      case 'offline':
        connection.wentOffline(isUntrusted(detail) ? detail : null);
        break;
      case 'not-read':
      case 'behind':
      case 'kept-back':
      case 'signed-out':
        if (retryAfterMs === null) delays.later(reportId);
        else delays.delay(reportId, retryAfterMs);
        break;
    }
  }

  /** ServiceChannel has answered for certain. */
  #answered(reportId: string): void {
    this.#parts.delays.forget(reportId);
    this.#parts.failures.forget(reportId);
    this.#parts.connection.answered();
  }
}
