import type { Answer, Unsent } from '../servicechannel/answers.ts';
import type { Client, Recorded } from '../servicechannel/client.ts';
import type { Outcome } from '../visit/commands.ts';
import { findReport } from '../visit/edit.ts';
import { visitsOf } from '../visit/phase.ts';
import type { Report, State, Visit } from '../visit/types.ts';
import type { Who } from './evidence.ts';
import { look } from './look.ts';
import { sendable, unanswered } from './next.ts';
import { type ReportRequest, requestOf } from './requests.ts';
import { backoff, type Seams } from './seams.ts';
import { FIRST_LOOK, settle, type Verdict } from './settle.ts';

/** Whose reports go where: a report is never sent for another user or to another server than its own. */
export interface Sender extends Who {
  readonly server: string;
  readonly client: Client;
  /** Waits for a place among the requests of this minute and for a token; or says why nothing can leave now. */
  readonly ready: () => Promise<Unsent | null>;
}

export interface OutboxParts {
  readonly seams: Seams;
  readonly state: () => State;
  /** Puts an outcome on the record, durably; false when it was not kept. */
  readonly record: (outcome: Outcome) => boolean;
  /** A line for people in the journal of a report's delivery. */
  readonly journal: (reportId: string, what: string) => void;
  /** Who is signed in, or null. */
  readonly sender: () => Sender | null;
  readonly requestTimeoutMs: () => number;
  /** Something that a window shows has changed: the connection is gone or back. */
  readonly onChange: () => void;
}

/** Delivers reports: on disk first, in order, never twice. What it learns goes back as commands. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #retries = new Map<string, { readonly attempts: number; readonly notBefore: number }>();
  readonly #settling = new Set<string>();
  /** In question only because nothing could be read: a connection may answer it yet. */
  readonly #unreachable = new Set<string>();
  #delivering = false;
  #cancelTimer: (() => void) | null = null;
  #offline: { readonly since: number; readonly attempts: number; readonly until: number } | null = null;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Since when there has been no connection, ms; null while there is one or nothing was tried. */
  get offlineSince(): number | null {
    return this.#offline?.since ?? null;
  }

  /** Takes up what was left without an answer by an earlier run or session, then delivers. */
  start(): void {
    const { seams } = this.#parts;
    const timeout = this.#parts.requestTimeoutMs();
    for (const report of unanswered(this.#mine())) {
      const left = report.delivery.state === 'sending' ? report.delivery.since : 0;
      // A request that left just before may still be on its way until its deadline.
      const overdue = Math.min(left, seams.now()) + timeout;
      void this.#settle(report.id, Math.max(seams.now() + FIRST_LOOK, overdue));
    }
    this.pump();
  }

  /** The network may be back, or somebody is looking: tries again at once what only waited for that. */
  kick(): void {
    if (this.#offline) this.#offline = { ...this.#offline, until: 0 };
    this.#retries.clear();
    for (const reportId of this.#unreachable) void this.#settle(reportId, this.#parts.seams.now());
    this.pump();
  }

  /** Delivers whatever may go now; call it after every change of the state. */
  pump(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    void this.#deliverAll().finally(() => {
      this.#delivering = false;
      this.#wakeLater();
    });
  }

  #mine(): readonly Visit[] {
    const sender = this.#parts.sender();
    return sender ? visitsOf(this.#parts.state(), sender.userId, sender.server) : [];
  }

  #ready(): readonly Report[] {
    return sendable(this.#mine()).filter((report) => !this.#settling.has(report.id));
  }

  #notBefore(report: Report): number {
    return Math.max(this.#offline?.until ?? 0, this.#retries.get(report.id)?.notBefore ?? 0);
  }

  async #deliverAll(): Promise<void> {
    for (;;) {
      const now = this.#parts.seams.now();
      const next = this.#ready().find((report) => this.#notBefore(report) <= now);
      const sender = this.#parts.sender();
      if (!next || !sender || !(await this.#deliver(next.id, sender))) return;
    }
  }

  /** Sets the one timer for the earliest report that waits for a later try. None waits: no timer. */
  #wakeLater(): void {
    const waiting = this.#ready().map((report) => this.#notBefore(report));
    if (waiting.length === 0 || this.#delivering) return;
    const { seams } = this.#parts;
    this.#cancelTimer?.();
    this.#cancelTimer = seams.after(Math.max(0, Math.min(...waiting) - seams.now()), () => this.pump());
  }

  /** False: stop for now. */
  async #deliver(reportId: string, sender: Sender): Promise<boolean> {
    const { seams, record } = this.#parts;
    const barred = await sender.ready();
    if (barred) return this.#hold(reportId, barred);
    // Waiting for a place took time: what was true before may not be now.
    if (this.#parts.sender() !== sender) return true;
    const found = findReport(this.#parts.state(), reportId);
    const request = found && requestOf(found.visit, found.pair, found.report);
    if (!request || found.report.delivery.state !== 'queued') return true;
    if (!record({ type: 'sending', reportId, since: seams.now() })) {
      this.#later(reportId);
      return false;
    }
    return this.#conclude(reportId, await send(sender.client, request));
  }

  #conclude(reportId: string, answer: Answer<Recorded | null>): boolean {
    if (answer.kind === 'unsent') {
      this.#keep({ type: 'not-recorded', reportId });
      return this.#hold(reportId, answer);
    }
    if (answer.kind === 'unknown') {
      this.#parts.journal(reportId, `no certain answer (${answer.why}): reading back`);
      void this.#settle(reportId, this.#parts.seams.now() + FIRST_LOOK);
      return true;
    }
    this.#online();
    this.#retries.delete(reportId);
    if (answer.kind === 'refused') this.#keep({ type: 'refused', reportId, problem: answer.refusal });
    else
      this.#keep({ type: 'recorded', reportId, mechanicId: answer.value?.mechanicId ?? null, by: 'answer' });
    return true;
  }

  /** Puts an outcome on the record; one that the disk did not take is found out again from the server later. */
  #keep(outcome: Outcome): void {
    if (this.#parts.record(outcome)) return;
    const { seams } = this.#parts;
    if (findReport(this.#parts.state(), outcome.reportId)?.report.delivery.state !== 'sending') return;
    this.#later(outcome.reportId);
    const { notBefore } = this.#retries.get(outcome.reportId) ?? { notBefore: seams.now() };
    void this.#settle(outcome.reportId, notBefore);
  }

  #hold(reportId: string, barred: Unsent): boolean {
    const { seams, journal } = this.#parts;
    journal(reportId, `${barred.why}: ${barred.detail}`);
    if (barred.why === 'rate-limit')
      this.#retries.set(reportId, { attempts: 1, notBefore: seams.now() + (barred.retryAfterMs ?? 5000) });
    if (barred.why === 'offline') this.#wentOffline();
    if (barred.why === 'signed-out') this.#later(reportId);
    return barred.why === 'rate-limit';
  }

  #wentOffline(): void {
    const { seams } = this.#parts;
    const attempts = (this.#offline?.attempts ?? 0) + 1;
    const until = seams.now() + backoff(attempts, seams.random());
    this.#offline = { since: this.#offline?.since ?? seams.now(), attempts, until };
    this.#parts.onChange();
  }

  #online(): void {
    if (!this.#offline) return;
    this.#offline = null;
    this.#parts.onChange();
  }

  #later(reportId: string): void {
    const { seams } = this.#parts;
    const attempts = (this.#retries.get(reportId)?.attempts ?? 0) + 1;
    this.#retries.set(reportId, { attempts, notBefore: seams.now() + backoff(attempts, seams.random()) });
  }

  async #settle(reportId: string, firstLookAt: number): Promise<void> {
    if (this.#settling.has(reportId)) return;
    this.#settling.add(reportId);
    this.#unreachable.delete(reportId);
    const verdict = await settle(this.#parts.seams, firstLookAt, (signal) => this.#look(reportId, signal));
    this.#settling.delete(reportId);
    this.#judged(reportId, verdict);
    this.pump();
  }

  async #look(reportId: string, signal: AbortSignal) {
    const sender = this.#parts.sender();
    const found = findReport(this.#parts.state(), reportId);
    // A person may have decided meanwhile.
    if (found?.report.delivery.state !== 'sending' && found?.report.delivery.state !== 'unconfirmed')
      return 'unclear' as const;
    if (!sender || found.visit.userId !== sender.userId || found.visit.server !== sender.server)
      return 'unreachable' as const;
    const seen = await look(
      sender.client,
      this.#parts.state().visits,
      found.visit,
      found.report,
      sender,
      signal,
    );
    this.#parts.journal(reportId, `read back: ${seen}`);
    return seen;
  }

  #judged(reportId: string, verdict: Verdict): void {
    if (verdict === 'there') this.#keep({ type: 'recorded', reportId, mechanicId: null, by: 'read-back' });
    if (verdict === 'absent') {
      // The first repeat goes at once; a server that keeps failing gets more and more time.
      if (this.#retries.has(reportId)) this.#later(reportId);
      else this.#retries.set(reportId, { attempts: 1, notBefore: 0 });
      this.#keep({ type: 'not-recorded', reportId });
    }
    if (verdict === 'unclear' || verdict === 'unreachable') {
      this.#keep({ type: 'unconfirmed', reportId, since: this.#parts.seams.now() });
      if (verdict === 'unreachable') this.#askAgainLater(reportId);
    }
  }

  /** The question stands, but a connection that comes back may answer it first. */
  #askAgainLater(reportId: string): void {
    const { seams } = this.#parts;
    this.#unreachable.add(reportId);
    this.#later(reportId);
    const attempts = this.#retries.get(reportId)?.attempts ?? 1;
    seams.after(Math.max(30_000, backoff(attempts, seams.random())), () => {
      if (this.#unreachable.has(reportId)) void this.#settle(reportId, seams.now());
    });
  }
}

const PLACED = { placed: true } as const;

function send(client: Client, request: ReportRequest): Promise<Answer<Recorded | null>> {
  switch (request.kind) {
    case 'check-in':
      return client.checkIn(request.workOrderId, request.body, PLACED);
    case 'check-out':
      return client.checkOut(request.workOrderId, request.body, PLACED);
    case 'status':
      return client.setStatus(request.workOrderId, request.body, PLACED);
  }
}
