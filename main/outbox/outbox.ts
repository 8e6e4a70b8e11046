import type { Sender } from '../servicechannel/sender.ts';
import type { OffsetAt } from '../servicechannel/times.ts';
import type { JournalEntry } from '../visit/journal.ts';
import { visitsOf } from '../visit/phase.ts';
import type { Report, Visit } from '../visit/types.ts';
import { isUndoable } from '../visit/undo.ts';
import { ConnectionDelays } from './connection-delays.ts';
import { Deliverer, type DelivererParts, EARLIER_RUN } from './deliverer.ts';
import { Failures } from './failures.ts';
import { sendable, unanswered } from './next.ts';
import { Reconciler } from './reconcile.ts';
import { RefusedCheckOuts } from './refused-check-out.ts';
import { ReplicaLag } from './replica-lag.ts';
import { RetryDelays } from './retry-delays.ts';

export interface OutboxParts
  extends Pick<DelivererParts, 'system' | 'state' | 'record' | 'journal' | 'sender' | 'onError'> {
  readonly requestTimeoutMs: () => number;
  /** Minutes east of UTC here. */
  readonly offsetAt: OffsetAt;
  /** Something that a window shows has changed: the connection is gone or back. */
  readonly onChange: () => void;
}

/** The name under which the loop itself waits, after an error of its own. */
const LOOP = 'loop';

/** Delivers reports: on disk first, in order, never twice. The outcomes go back as commands. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #reconciler: Reconciler;
  readonly #delays: RetryDelays;
  readonly #connection: ConnectionDelays;
  readonly #lag: ReplicaLag;
  readonly #refused: RefusedCheckOuts;
  readonly #deliverer: Deliverer;
  #delivering = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    const { system } = parts;
    const own = { ...parts, journal: this.#journal, lag: new ReplicaLag(system) };
    const failures = new Failures();
    this.#lag = own.lag;
    this.#delays = new RetryDelays(system, () => this.pump());
    this.#connection = new ConnectionDelays(system, () => this.pump(), parts.onChange);
    this.#reconciler = new Reconciler({
      ...own,
      onAbsent: (reportId) => {
        this.#delays.again(reportId);
        return failures.absent(reportId);
      },
      onDecided: () => this.pump(),
    });
    this.#refused = new RefusedCheckOuts({
      ...own,
      onDoubt: (checkInId) => this.#reconciler.reconcile(checkInId),
    });
    this.#deliverer = new Deliverer({
      ...own,
      failures,
      reconciler: this.#reconciler,
      refused: this.#refused,
      connection: this.#connection,
      delays: this.#delays,
    });
  }

  /** Since when there has been no connection, ms; null while there is one or nothing was tried. */
  get offlineSince(): number | null {
    return this.#connection.offlineSince;
  }

  /** The last answer where it was not ServiceChannel's, such as `HTTP 403`; else null. */
  get between(): string | null {
    return this.#connection.between;
  }

  /** The parts of the connection that windows show. */
  get connection(): { readonly offlineSince: number | null; readonly between: string | null } {
    return { offlineSince: this.offlineSince, between: this.between };
  }

  /** Others wait for the same limit: only reports are sent. */
  get isRush(): boolean {
    return this.#connection.isRush;
  }

  /** Reads back the reports that an earlier run or session left without an answer, then delivers. */
  start(): void {
    this.#lag.ended(EARLIER_RUN);
    for (const report of unanswered(this.#mine())) {
      if (report.id === this.#deliverer.underWay || this.#reconciler.isRunning(report.id)) continue;
      if (report.delivery.state === 'sending')
        this.#lag.leftAt(report.id, report.delivery.since, this.#parts.requestTimeoutMs());
      this.#reconciler.reconcile(report.id);
    }
    this.#refused.explainAll(this.#mine());
    this.pump();
  }

  /** The network may be back, or a window was opened: tries again at once what only waited for that. */
  kick(): void {
    this.#connection.releaseOffline();
    this.#delays.releaseAll();
    this.#reconciler.kick();
    this.#refused.explainAll(this.#mine());
    this.pump();
  }

  /** Delivers all that may go now; call it after every change of the state. */
  pump(): void {
    if (!this.#delivering) void this.#deliverAll();
    else this.#refused.explainNew(this.#mine());
  }

  #mine(): readonly Visit[] {
    return visitsOf(this.#parts.state(), this.#parts.sender());
  }

  #next(): Report | undefined {
    if (this.#connection.isDelayed) return undefined;
    const state = this.#parts.state();
    return sendable(this.#mine()).find(
      ({ id }) => !isUndoable(state, id) && !this.#reconciler.isRunning(id) && !this.#delays.has(id),
    );
  }

  /** Never throws, and never stays `delivering`: a later `pump` begins anew. */
  async #deliverAll(): Promise<void> {
    this.#delivering = true;
    try {
      this.#refused.explainNew(this.#mine());
      for (;;) {
        const next = this.#next();
        const sender: Sender | null = this.#parts.sender();
        if (!next || !sender) return;
        await this.#deliverer.deliver(next.id, sender);
      }
    } catch (error) {
      this.#parts.onError(error);
      this.#delays.later(LOOP);
    } finally {
      this.#delivering = false;
    }
  }

  /** A line that the disk does not take is lost; the report it speaks of must not be. */
  readonly #journal = (reportId: string, what: JournalEntry): void => {
    try {
      this.#parts.journal(reportId, what);
    } catch {
      // The journal is for people; delivery goes on without it.
    }
  };
}
