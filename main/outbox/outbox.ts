import type { Answer, Unsent } from '../servicechannel/answers.ts';
import { backoff, spread } from '../servicechannel/backoff.ts';
import type { Recorded } from '../servicechannel/client.ts';
import type { Sender } from '../servicechannel/sender.ts';
import { findReport } from '../visit/edit.ts';
import { visitsOf } from '../visit/phase.ts';
import { MINUTE } from '../visit/time.ts';
import type { Report, Visit } from '../visit/types.ts';
import { sendable, unanswered } from './next.ts';
import { type Prepared, prepare } from './prepare.ts';
import { FIRST_READ } from './read-until-decided.ts';
import { Reconciler, type ReconcilerParts } from './reconcile.ts';
import { RefusedCheckOuts } from './refused-check-out.ts';
import { requestOf, send } from './requests.ts';
import { RetryDelays } from './retry-delays.ts';

export interface OutboxParts
  extends Pick<ReconcilerParts, 'system' | 'state' | 'record' | 'journal' | 'sender'> {
  readonly requestTimeoutMs: () => number;
  /** Something that a window shows has changed: the connection is gone or back. */
  readonly onChange: () => void;
}

/** Names of what can hold everything; a report is held by its id. */
const OFFLINE = 'offline';
const RATE_LIMIT = 'rate-limit';

const isQueued = ({ delivery }: Report) => delivery.state === 'queued';

/** A company's rush at the end of the day lasts about so long (docs/fleet.md), ms. */
const RUSH = 60 * MINUTE;

/** Delivers reports: on disk first, in order, never twice. The outcomes go back as commands. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #reconciler: Reconciler;
  readonly #reports: RetryDelays;
  readonly #everything: RetryDelays;
  readonly #refused: RefusedCheckOuts;
  #delivering = false;
  /** The report whose request is under way: its own answer decides about it. */
  #underWay: string | null = null;
  #offline: { readonly since: number; readonly attempts: number } | null = null;
  /** Over how long the next try after a 429 is spread, ms. */
  #spread = 0;
  /** When ServiceChannel last said that there are too many requests, by this computer's clock (ms). */
  #limitedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#reports = new RetryDelays(parts.system, () => this.pump());
    this.#everything = new RetryDelays(parts.system, () => this.pump());
    this.#reconciler = new Reconciler({
      ...parts,
      journal: (reportId, what) => this.#journal(reportId, what),
      onAbsent: (reportId) => this.#reports.again(reportId),
      onDecided: () => this.pump(),
    });
    this.#refused = new RefusedCheckOuts({
      ...parts,
      onDoubt: (checkInId) => this.#reconciler.reconcile(checkInId),
    });
  }

  /** Since when there has been no connection, ms; null while there is one or nothing was tried. */
  get offlineSince(): number | null {
    return this.#offline?.since ?? null;
  }

  /** Others wait for the same limit: only reports are sent. */
  get isRush(): boolean {
    return Math.abs(this.#parts.system.now() - this.#limitedAt) < RUSH;
  }

  /** Reads back the reports that an earlier run or session left without an answer, then delivers. */
  start(): void {
    const now = this.#parts.system.now();
    for (const report of unanswered(this.#mine())) {
      if (report.id === this.#underWay) continue;
      const left = report.delivery.state === 'sending' ? report.delivery.since : 0;
      // A request that left just before may still be on its way until its deadline.
      const overdue = Math.min(left, now) + this.#parts.requestTimeoutMs() - now;
      this.#reconciler.reconcile(report.id, Math.max(FIRST_READ, overdue));
    }
    this.#refused.explainAll(this.#mine());
    this.pump();
  }

  /** The network may be back, or a window was opened: tries again at once what only waited for that. */
  kick(): void {
    this.#everything.release(OFFLINE);
    this.#reports.releaseAll();
    this.#reconciler.kick();
    this.#refused.explainAll(this.#mine());
    this.pump();
  }

  /** Delivers all that may go now; call it after every change of the state. */
  pump(): void {
    if (!this.#delivering) void this.#deliverAll();
  }

  #mine(): readonly Visit[] {
    return visitsOf(this.#parts.state(), this.#parts.sender());
  }

  #next(): Report | undefined {
    if (this.#everything.has(OFFLINE) || this.#everything.has(RATE_LIMIT)) return undefined;
    return sendable(this.#mine()).find(({ id }) => !this.#reconciler.isRunning(id) && !this.#reports.has(id));
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
    const prepared = await prepare(sender.client, found, sender);
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
      case 'request': {
        this.#underWay = reportId;
        const leaving = () => this.#isMeant(reportId, prepared) && this.#leaving(reportId);
        const answer = await send(sender.client, prepared.request, leaving);
        this.#underWay = null;
        this.#conclude(reportId, answer);
      }
    }
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
        this.#journal(reportId, `no certain answer (${answer.why}): reading back`);
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
    this.#journal(reportId, `${barred.why}: ${barred.detail}`);
    switch (barred.why) {
      case 'rate-limit':
        this.#afterRateLimit(barred.retryAfterMs ?? 0);
        break;
      case 'offline':
        this.#wentOffline();
        break;
      case 'kept-back':
      case 'signed-out':
        this.#reports.later(reportId);
        break;
    }
  }

  /** Many may share the limit and were told the same: those who come back together are refused together. */
  #afterRateLimit(retryAfterMs: number): void {
    this.#limitedAt = this.#parts.system.now();
    this.#spread = spread(this.#spread, retryAfterMs);
    this.#everything.hold(RATE_LIMIT, retryAfterMs + Math.floor(this.#parts.system.random() * this.#spread));
  }

  #wentOffline(): void {
    const { system } = this.#parts;
    const attempts = (this.#offline?.attempts ?? 0) + 1;
    this.#everything.hold(OFFLINE, backoff(attempts, system.random()));
    this.#offline = { since: this.#offline?.since ?? system.now(), attempts };
    this.#parts.onChange();
  }

  /** ServiceChannel has answered for certain. */
  #answered(reportId: string): void {
    this.#reports.forget(reportId);
    this.#spread = 0;
    if (!this.#offline) return;
    this.#offline = null;
    this.#parts.onChange();
  }

  /** A line that the disk does not take is lost; the report it speaks of must not be. */
  #journal(reportId: string, what: string): void {
    try {
      this.#parts.journal(reportId, what);
    } catch {
      // The journal is for people; delivery goes on without it.
    }
  }
}
