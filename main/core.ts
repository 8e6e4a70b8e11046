import { type AccountParts, createAccount } from './account/account.ts';
import type { Session } from './account/session.ts';
import type { Vault } from './account/vault.ts';
import { Listeners, thrownApart } from './listeners.ts';
import { waitingCount } from './outbox/next.ts';
import { Outbox, type OutboxParts } from './outbox/outbox.ts';
import { UndoHold } from './outbox/undo-hold.ts';
import { createClient, type Transport, type WorkActivity } from './servicechannel/client.ts';
import { createServerClock, type ServerClock, type SteadyClock } from './servicechannel/clock.ts';
import { ClockCorrection, type KeptClocks } from './servicechannel/clock-correction.ts';
import { createPacer } from './servicechannel/pacing.ts';
import type { System } from './servicechannel/system.ts';
import type { Outcome } from './visit/commands.ts';
import { isOwnedBy, ownVisits, unsettledOf, visitsOf } from './visit/phase.ts';
import { SECOND } from './visit/time.ts';
import type { Visit } from './visit/types.ts';
import { type Store, Visits } from './visits.ts';

/** How parts are made that tests replace, to prove that the suite finds a fault in them. */
export interface Make {
  readonly client: typeof createClient;
  readonly pacer: typeof createPacer;
  readonly outbox: (parts: OutboxParts) => Outbox;
}

const MAKE: Make = { client: createClient, pacer: createPacer, outbox: (parts) => new Outbox(parts) };

/** The core's surroundings: time, disk, keychain and network. */
export interface CoreParts {
  readonly system: System;
  /** Notices when the system's clock is set. */
  readonly steady?: SteadyClock;
  /** Keeps what is known of the clock between runs; see KeptClock. What it cannot write it throws. */
  readonly clockMemory?: KeptClocks;
  /** Minutes east of UTC at an instant (ms). */
  readonly offsetAt: (ms: number) => number;
  /** A new unique id for each command. */
  readonly newId: () => string;
  readonly store: Store;
  /** A line in the journal of a report's delivery. */
  readonly journal: OutboxParts['journal'];
  readonly vault: Vault;
  readonly transport: Transport;
  readonly tokenTransport: Transport;
  readonly remembered: AccountParts['remembered'];
  readonly leftOver: AccountParts['leftOver'];
  readonly browser: AccountParts['browser'];
  /** The secret that policy gives for a client id, or null. */
  readonly givenSecret: (clientId: string, loginUrl: string) => string | null;
  readonly timeoutSeconds: () => number;
  /** For how long an act can be taken back before its reports leave, seconds; 0: they leave at once. */
  readonly undoSeconds: () => number;
  /** Makes a request's deadline; `AbortSignal.timeout` unless a test keeps its own time. */
  readonly deadline?: (ms: number) => AbortSignal;
  readonly make?: Partial<Make>;
  /** Told what went wrong that should not have; the process's own handler, where it is left out. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Signing out waits for the last reports no longer than this, ms. */
const AT_MOST = 15 * SECOND;

/** An outcome that is on the record by now. */
type OnOutcome = (outcome: Outcome) => void;
/** The work activities of a work order as they were just read, for whatever reason. */
type OnActivities = (read: {
  readonly workOrderId: number;
  readonly activities: readonly WorkActivity[];
}) => void;

/** The user's own activities since a day, across work orders. */
type OnOwnActivities = (read: {
  /** The first day, `2026-11-23`. */
  readonly from: string;
  readonly activities: readonly WorkActivity[];
}) => void;

/** The delivering part of the app, without Electron: visits, session, outbox and clock, wired to each other. */
export class Core {
  readonly clock: ServerClock;
  readonly session: Session;
  readonly visits: Visits;
  readonly outbox: Outbox;
  readonly undoHold: UndoHold;
  readonly #changes: Listeners;
  readonly #outcomes = new Listeners<Outcome>();
  readonly #activities = new Listeners<Parameters<OnActivities>[0]>();
  readonly #correction: ClockCorrection;
  readonly #ownActivities = new Listeners<Parameters<OnOwnActivities>[0]>();
  readonly #clockSteps = new Listeners<number>();
  readonly #after: System['after'];

  constructor(parts: CoreParts) {
    const { system } = parts;
    this.#after = system.after;
    this.#changes = new Listeners(parts.onError);
    const make = { ...MAKE, ...parts.make };
    this.#correction = new ClockCorrection(
      parts.clockMemory,
      (correction, beside) => this.visits.do({ type: 'clock-corrected', ...correction }, beside).ok,
    );
    this.clock = createServerClock({
      now: system.now,
      steady: parts.steady,
      memory: this.#correction.memory,
      onChange: (differenceMs) => this.#clockSteps.tell(differenceMs),
      onLeap: (by, first) => this.#correction.leapt(by, first),
    });
    this.session = createAccount({
      ...parts,
      make,
      clock: this.clock,
      onActivities: (workOrderId, activities) => this.#activities.tell({ workOrderId, activities }),
      onOwnActivities: (from, activities) => this.#ownActivities.tell({ from, activities }),
      onChange: () => {
        this.#endUndoOfOthers();
        this.outbox.start();
        this.#changes.tell();
      },
    });
    this.visits = new Visits(
      this.#withClock(parts.store),
      () => ({
        now: this.#now(),
        clickedAt: system.now(),
        offsetAt: parts.offsetAt,
        id: parts.newId(),
        owner: this.session.owner,
        undoable: parts.undoSeconds() > 0,
      }),
      parts.onError,
    );
    this.#correction.begin(this.visits.state.nextSeq);
    this.undoHold = new UndoHold({ system, seconds: parts.undoSeconds, end: () => this.endUndo() });
    this.outbox = make.outbox({
      system,
      state: () => this.visits.state,
      record: (outcome) => this.#record(outcome),
      journal: parts.journal,
      sender: () => this.session.sender,
      requestTimeoutMs: () => parts.timeoutSeconds() * 1000,
      offsetAt: parts.offsetAt,
      onError: parts.onError ?? thrownApart,
      onChange: () => this.#changes.tell(),
    });
    this.visits.onChange(({ lastAct }) => {
      this.undoHold.follow(lastAct);
      this.outbox.pump();
      this.#changes.tell();
    });
  }

  /** The store, which keeps with the reports the clock that they are corrected by. */
  #withClock(store: Store): Store {
    return {
      load: () => store.load(),
      save: (before, after, beside) =>
        this.#correction.keptWith(beside, (all) => store.save(before, after, all)),
    };
  }

  /** The last act stands: its reports may leave. False when that was not kept. */
  endUndo(): boolean {
    return this.visits.do({ type: 'end-undo' }).ok;
  }

  /**
   * Sends at once what the user's reports wait for.
   * @returns how many are not settled when nothing more is on its way, or after 15 s
   */
  sendNow(): Promise<number> {
    this.endUndo();
    this.outbox.kick();
    const isDone = () => !this.session.sender || waitingCount(this.reported) === 0;
    return new Promise((resolve) => {
      const end = () => {
        stop();
        cancel();
        resolve(unsettledOf(this.reported).length);
      };
      const cancel = this.#after(AT_MOST, end);
      const stop = this.onChange(() => isDone() && end());
      if (isDone()) end();
    });
  }

  /** Signed out, or another user has signed in. */
  #endUndoOfOthers(): void {
    const { lastAct } = this.visits.state;
    const { owner } = this.session;
    if (lastAct && !(owner && isOwnedBy(lastAct, owner))) this.endUndo();
  }

  /** The corrected instant as the reports have it: what the disk did not take yet is missing in it too, ms. */
  #now(): number {
    const now = this.clock.now();
    return now - this.#correction.owed;
  }

  #record(outcome: Outcome): boolean {
    const { state } = this.visits;
    // This looks at the clock: that it was set since may change the time of the very report that is about to leave.
    this.#now();
    if (outcome.type === 'sending' && this.visits.state !== state) return false;
    // A report leaves with its true time or not yet: with the next try. What is recorded keeps how wrong its time was.
    if (this.#correction.owed !== 0) {
      this.#correction.settle();
      if (outcome.type === 'sending' || this.#correction.owed !== 0) return false;
    }
    const { ok } = this.visits.do(outcome);
    if (ok) this.#outcomes.tell(outcome);
    return ok;
  }

  /** The signed-in user's own visits. */
  get mine(): readonly Visit[] {
    return ownVisits(this.visits.state, this.session.owner);
  }

  /** Those, and their colleagues'. */
  get reported(): readonly Visit[] {
    return visitsOf(this.visits.state, this.session.owner);
  }

  /** The visits, who is signed in, or the connection have changed. */
  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  readonly onOutcome = (listener: OnOutcome): (() => void) => this.#outcomes.add(listener);
  readonly onActivities = (listener: OnActivities): (() => void) => this.#activities.add(listener);
  readonly onOwnActivities = (listener: OnOwnActivities): (() => void) => this.#ownActivities.add(listener);

  /** Server minus computer has changed, ms; 0 while it is tolerated. */
  onClockDifference(listener: (differenceMs: number) => void): () => void {
    return this.#clockSteps.add(listener);
  }
}
