import type { MomentsView, VisitView } from '../../preload/contract.ts';
import { offsetAt } from '../local-time.ts';
import type { Answer } from '../moments/answers.ts';
import type { Keeper } from '../moments/memory.ts';
import { Moments } from '../moments/moments.ts';
import type { Moment } from '../moments/pending.ts';
import type { MomentSettings, World } from '../moments/types.ts';
import { waitingCount } from '../outbox/next.ts';
import { readAutomatic, readNext, type ServerEvidence, UNASKED } from '../records/forgotten-check-out.ts';
import type { Sender } from '../servicechannel/sender.ts';
import type { IdleSource } from '../shell/idle-source.ts';
import { listenToPower } from '../shell/power.ts';
import { PromptWindow } from '../shell/prompt-window.ts';
import { Quitting } from '../shell/quit.ts';
import { system } from '../system.ts';
import { momentsView, siteOf } from '../views/moments.ts';
import type { Said } from '../views/notifications.ts';
import type { Act, Remedy } from '../visit/commands.ts';
import { currentVisit } from '../visit/phase.ts';
import type { Visit } from '../visit/types.ts';
import type { Done } from '../visits.ts';

export interface AskingParts {
  readonly keeper: Keeper;
  readonly settings: () => MomentSettings;
  /** Corrected instant, ms. */
  readonly now: () => number;
  /** The signed-in user's own. */
  readonly visits: () => readonly Visit[];
  readonly perform: (command: Act | Remedy) => Done;
  readonly sender: () => Sender | null;
  /** Something that is shown has changed. */
  readonly onChange: () => void;
  /** A quiet word beside the window; clicked, it brings up what it speaks of. */
  readonly say: (said: Said, onClick: () => void) => void;
  /** The popup should open, with the field `Back at` where that is asked for. */
  readonly openPopup: (field: 'back-at' | null) => void;
}

/** How long quitting waits for the last reports to be delivered, ms. */
const LAST_WORD = 5_000;

/** The absences' source until the desktop has said which it has: nothing is claimed. */
const UNKNOWN: IdleSource = { detects: true, idle: async () => null, idleNow: () => null };

/** Moments in the real world: their window, their words, the computer's power, and what they ask ServiceChannel. */
export class Asking {
  readonly #parts: AskingParts;
  readonly #moments: Moments<Done>;
  readonly #window: PromptWindow;
  readonly #quitting: Quitting;
  #source: IdleSource = UNKNOWN;
  #evidence: ServerEvidence = UNASKED;
  /** Ends the app as soon as everything is delivered. */
  #goes: (() => void) | null = null;
  /** What has been said by a notification: once each. */
  readonly #said = new Set<string>();

  constructor(parts: AskingParts) {
    this.#parts = parts;
    this.#window = new PromptWindow(
      (momentId) => void this.answer(momentId, { type: 'keep' }),
      () => this.#moments.tell({ type: 'reopened' }),
    );
    this.#quitting = new Quitting(() => {
      const asks = this.#moments.askQuit(false);
      // Who quits again has not seen the question.
      if (asks) this.#window.bringUp();
      return asks;
    });
    this.#moments = new Moments<Done>({
      keeper: parts.keeper,
      after: system.after,
      world: () => this.#world(),
      idle: () => this.#source.idle(),
      idleNow: () => this.#source.idleNow(),
      engaged: () => this.#window.engaged,
      perform: parts.perform,
      onChange: () => this.#show(),
      quit: () => this.#leave(),
    });
  }

  /** Begins to look and listen. */
  start(source: IdleSource): void {
    this.#source = source;
    listenToPower({
      tell: (told) => this.#moments.tell(told),
      leave: (type) => this.#moments.leave(type),
      shutdown: () => this.#moments.askQuit(true),
    });
    this.#moments.start();
  }

  get detectsIdle(): boolean {
    return this.#source.detects;
  }

  /** Does what a technician asks for; it is a sign of use too. */
  perform(command: Act | Remedy): Done {
    const done = this.#parts.perform(command);
    if (done.ok) this.#moments.tell({ type: 'command' });
    return done;
  }

  /** The visits have changed, or who is signed in. */
  changed(): void {
    this.#moments.changed();
    if (this.#goes && this.#isDelivered) this.#goes();
  }

  get #isDelivered(): boolean {
    return waitingCount(this.#parts.visits()) === 0;
  }

  /** What was just answered is let out of the door first: a request that is cut off costs the next start a read-back. */
  #leave(): void {
    const go = () => {
      this.#goes = null;
      // Not in the middle of what has just been delivered.
      setImmediate(() => this.#quitting.leave());
    };
    if (this.#isDelivered) {
      go();
      return;
    }
    const cancel = system.after(LAST_WORD, go);
    this.#goes = () => {
      cancel();
      go();
    };
  }

  /** Somebody is looking at OnSite: the question that waits is shown beside the popup, as it is now. */
  async seen(): Promise<void> {
    if (!this.#moments.open) return;
    await this.#moments.look();
    this.#moments.tell({ type: 'reopened' });
    this.#window.showBeside();
  }

  /** Somebody has asked for the question itself. */
  async #bringUp(): Promise<void> {
    await this.seen();
    this.#window.bringUp();
  }

  answer(momentId: string, answer: Answer): Done | null | undefined {
    const { next } = this.#evidence;
    const isThere = next && momentId === this.#evidence.momentId && answer.type === 'check-out';
    if (isThere && (answer.at ?? this.#parts.now()) > next.at)
      return { ok: false, fault: { reason: 'elsewhere-then', workOrderId: next.workOrderId } };
    return this.#moments.answer(momentId, answer);
  }

  dismiss(what: 'still-paused' | 'resume'): void {
    this.#moments.dismiss(what);
  }

  view(current: VisitView | null, beside: Pick<MomentsView, 'askComputer' | 'backAtAsked'>): MomentsView {
    const { memory, open, shutdown } = this.#moments;
    const world = this.#world();
    const source = { memory, world, open, shutdown, evidence: this.#evidence, detectsIdle: this.detectsIdle };
    return momentsView({ ...source, ...beside }, current);
  }

  #world(): World {
    const settings = this.#parts.settings();
    const watches = this.#source.detects;
    return {
      now: this.#parts.now(),
      site: siteOf(this.#parts.visits()),
      settings: watches ? settings : { ...settings, idleMinutes: 0 },
      offsetAt,
    };
  }

  #show(): void {
    const { open } = this.#moments;
    this.#window.show(open);
    this.#sayOnce(open);
    this.#askServiceChannel(open);
    this.#parts.onChange();
  }

  #sayOnce(open: Moment | null): void {
    const visit = currentVisit(this.#parts.visits());
    if (!visit) return;
    const view = this.view(null, { askComputer: false, backAtAsked: null });
    const { workOrderId } = visit;
    if (open && open.kind !== 'quit')
      this.#once(`${open.kind} ${open.askedAt}`, { what: open.kind, workOrderId }, () => {
        void this.#bringUp();
      });
    const { stillPaused } = view;
    if (stillPaused)
      this.#once(
        `paused ${stillPaused.since.ms}`,
        { what: 'still-paused', workOrderId, since: stillPaused.since.ms },
        () => this.#parts.openPopup('back-at'),
      );
    const { resume } = this.#moments;
    if (resume !== null)
      this.#once(`resume ${resume}`, { what: 'resume', workOrderId }, () => this.#parts.openPopup(null));
  }

  #once(key: string, said: Said, onClick: () => void): void {
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#parts.say(said, onClick);
  }

  /** Once for each question of a forgotten check-out: has ServiceChannel checked out by itself? */
  #askServiceChannel(open: Moment | null): void {
    if (open?.kind !== 'forgotten') {
      this.#evidence = UNASKED;
      return;
    }
    if (this.#evidence.momentId === open.id) return;
    const visit = currentVisit(this.#parts.visits());
    const sender = this.#parts.sender();
    if (!visit || !sender) return;
    this.#evidence = { ...UNASKED, momentId: open.id, reading: true };
    const learn = (found: Partial<ServerEvidence>) => {
      if (this.#evidence.momentId !== open.id) return;
      this.#evidence = { ...this.#evidence, ...found };
      this.#parts.onChange();
    };
    // Its own automatic check-out is read first: that one counts for ServiceChannel already.
    void readAutomatic(sender.client, visit)
      .then((automatic) => learn({ automatic }))
      .then(() => readNext(sender.client, visit, this.#parts.now()))
      .then((next) => learn({ next, reading: false }));
  }
}
