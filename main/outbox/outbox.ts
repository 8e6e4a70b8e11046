import type { Answer, Unsent } from '../servicechannel/answers.ts';
import type { Recorded } from '../servicechannel/client.ts';
import type { Sender } from '../servicechannel/sender.ts';
import { findReport } from '../visit/edit.ts';
import type { JournalEntry } from '../visit/journal.ts';
import { orderOf, visitsOf } from '../visit/phase.ts';
import type { Report, Visit } from '../visit/types.ts';
import { isUndoable } from '../visit/undo.ts';
import { ConnectionDelays } from './connection-delays.ts';
import { sendable, unanswered } from './next.ts';
import { type Prepared, prepare } from './prepare.ts';
import { Reconciler, type ReconcilerParts } from './reconcile.ts';
import { RefusedCheckOuts } from './refused-check-out.ts';
import { ReplicaLag } from './replica-lag.ts';
import { requestOf, send } from './requests.ts';
import { RetryDelays } from './retry-delays.ts';

export interface OutboxParts
  extends Pick<ReconcilerParts, 'system' | 'state' | 'record' | 'journal' | 'sender'> {
  readonly requestTimeoutMs: () => number;
  /** Something that a window shows has changed: the connection is gone or back. */
  readonly onChange: () => void;
}

/** Where reads may be behind, beside single reports: a work order, and all of them while an earlier run's requests are young. */
const order = (workOrderId: number) => `order ${workOrderId}`;
const EARLIER_RUN = 'earlier run';

const isQueued = ({ delivery }: Report) => delivery.state === 'queued';

/** Delivers reports: on disk first, in order, never twice. The outcomes go back as commands. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #reconciler: Reconciler;
  readonly #reports: RetryDelays;
  readonly #connection: ConnectionDelays;
  readonly #lag: ReplicaLag;
  readonly #refused: RefusedCheckOuts;
  #delivering = false;
  /** The report whose request is under way: its own answer decides about it. */
  #underWay: string | null = null;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#reports = new RetryDelays(parts.system, () => this.pump());
    this.#connection = new ConnectionDelays(parts.system, () => this.pump(), parts.onChange);
    this.#lag = new ReplicaLag(parts.system);
    this.#reconciler = new Reconciler({
      ...parts,
      journal: (reportId, what) => this.#journal(reportId, what),
      lag: this.#lag,
      onAbsent: (reportId) => this.#reports.again(reportId),
      onDecided: () => this.pump(),
    });
    this.#refused = new RefusedCheckOuts({
      ...parts,
      lag: this.#lag,
      onDoubt: (checkInId) => this.#reconciler.reconcile(checkInId),
    });
  }

  /** Since when there has been no connection, ms; null while there is one or nothing was tried. */
  get offlineSince(): number | null {
    return this.#connection.offlineSince;
  }

  /** Others wait for the same limit: only reports are sent. */
  get isRush(): boolean {
    return this.#connection.isRush;
  }

  /** Reads back the reports that an earlier run or session left without an answer, then delivers. */
  start(): void {
    this.#lag.ended(EARLIER_RUN);
    for (const report of unanswered(this.#mine())) {
      if (report.id === this.#underWay || this.#reconciler.isRunning(report.id)) continue;
      if (report.delivery.state === 'sending')
        this.#lag.ended(report.id, this.#leftOf(report.delivery.since));
      this.#reconciler.reconcile(report.id);
    }
    this.#refused.explainAll(this.#mine());
    this.pump();
  }

  /**
   * How long a request that left at `since` may still be on its way, ms. At least until now, whatever the clock says: it
   * may have been set since.
   */
  #leftOf(since: number): number {
    const now = this.#parts.system.now();
    return Math.max(0, Math.min(since, now) + this.#parts.requestTimeoutMs() - now);
  }

  /** The network may be back, or a window was opened: tries again at once what only waited for that. */
  kick(): void {
    this.#connection.releaseOffline();
    this.#reports.releaseAll();
    this.#reconciler.kick();
    this.#refused.explainAll(this.#mine());
    this.pump();
  }

  /** Delivers all that may go now; call it after every change of the state. */
  pump(): void {
    this.#refused.explainNew(this.#mine());
    if (!this.#delivering) void this.#deliverAll();
  }

  #mine(): readonly Visit[] {
    return visitsOf(this.#parts.state(), this.#parts.sender());
  }

  #next(): Report | undefined {
    if (this.#connection.isDelayed) return undefined;
    const state = this.#parts.state();
    return sendable(this.#mine()).find(
      ({ id }) => !isUndoable(state, id) && !this.#reconciler.isRunning(id) && !this.#reports.has(id),
    );
  }

  async #deliverAll(): Promise<void> {
    this.#delivering = true;
    for (;;) {
      const next = this.#next();
      const sender = this.#parts.sender();
      if (!next || !sender) break;
      await this.#deliver(next.id, sender);
    }
    // At once after the last look for more, so that a later `pump` begins anew.
    this.#delivering = false;
  }

  async #deliver(reportId: string, sender: Sender): Promise<void> {
    const barred = await sender.ready();
    if (barred) this.#hold(reportId, barred);
    // Waiting for a place took time: what was true before may not be now.
    if (barred || this.#parts.sender() !== sender) return;
    const found = findReport(this.#parts.state().visits, reportId);
    if (!found || !isQueued(found.report)) return;
    const isBehind =
      this.#lag.isBehind(EARLIER_RUN) || this.#lag.isBehind(order(orderOf(found.visit, found.report)));
    const prepared = await prepare(sender.client, found, sender, isBehind);
    if (this.#parts.sender() !== sender) return;
    await this.#send(reportId, sender, prepared);
  }

  async #send(reportId: string, sender: Sender, prepared: Prepared): Promise<void> {
    switch (prepared.kind) {
      case 'done':
        return this.#reconciler.keep({ type: 'recorded', reportId, mechanicId: null, by: 'read-back' });
      case 'refused':
        return this.#reconciler.keep({ type: 'refused', reportId, problem: prepared.problem });
      case 'later':
        return this.#hold(reportId, prepared.barred);
      case 'completing':
        if (!this.#parts.record({ type: 'completing', reportId, extendedStatus: prepared.extendedStatus }))
          this.#reports.later(reportId);
        return;
      case 'request': {
        this.#underWay = reportId;
        const leaving = () => this.#isMeant(reportId, prepared) && this.#leaving(reportId);
        const answer = await send(sender.client, prepared.request, leaving);
        this.#underWay = null;
        if (answer.kind !== 'unsent') this.#mayBeBehind(reportId, prepared.request.workOrderId);
        this.#conclude(reportId, answer);
      }
    }
  }

  #mayBeBehind(reportId: string, workOrderId: number): void {
    this.#lag.ended(reportId);
    this.#lag.ended(order(workOrderId));
  }

  /** Is it still what should be sent? It may have been moved or given another time while its turn had not come. */
  #isMeant(reportId: string, { request, activityId }: Extract<Prepared, { kind: 'request' }>): boolean {
    const found = findReport(this.#parts.state().visits, reportId);
    const now = found && requestOf(found.visit, found.pair, found.report, activityId);
    return JSON.stringify(now) === JSON.stringify(request);
  }

  /** `sending` is on disk before the bytes go, with the instant at which they do; a report that is not kept does not go. */
  #leaving(reportId: string): boolean {
    const { system, record } = this.#parts;
    const kept = record({ type: 'sending', reportId, since: system.now() });
    if (kept) this.#reconciler.forget(reportId);
    else this.#reports.later(reportId);
    return kept;
  }

  #conclude(reportId: string, answer: Answer<Recorded | null>): void {
    const reconciler = this.#reconciler;
    switch (answer.kind) {
      case 'unsent':
        reconciler.keep({ type: 'not-recorded', reportId });
        this.#hold(reportId, answer);
        break;
      case 'unknown':
        this.#journal(reportId, { code: 'no-answer', why: answer.why });
        reconciler.reconcile(reportId);
        break;
      case 'refused':
        this.#answered(reportId);
        reconciler.keep({ type: 'refused', reportId, problem: answer.refusal });
        this.#refused.explain(reportId);
        break;
      case 'ok':
        this.#answered(reportId);
        reconciler.keep({
          type: 'recorded',
          reportId,
          mechanicId: answer.value?.mechanicId ?? null,
          by: 'answer',
        });
        break;
    }
  }

  #hold(reportId: string, barred: Unsent): void {
    this.#journal(reportId, { code: 'not-sent', why: barred.why, detail: barred.detail });
    switch (barred.why) {
      case 'rate-limit':
        this.#connection.afterRateLimit(barred.retryAfterMs ?? 0);
        break;
      case 'offline':
        this.#connection.wentOffline();
        break;
      case 'kept-back':
      case 'signed-out':
        if (barred.retryAfterMs === null) this.#reports.later(reportId);
        else this.#reports.delay(reportId, barred.retryAfterMs);
        break;
    }
  }

  /** ServiceChannel has answered for certain. */
  #answered(reportId: string): void {
    this.#reports.forget(reportId);
    this.#connection.answered();
  }

  /** A line that the disk does not take is lost; the report it speaks of must not be. */
  #journal(reportId: string, what: JournalEntry): void {
    try {
      this.#parts.journal(reportId, what);
    } catch {
      // The journal is for people; delivery goes on without it.
    }
  }
}
