import type { MomentsView, VisitView } from '../../preload/contract.ts';
import type { Core } from '../core.ts';
import { Listeners } from '../listeners.ts';
import { offsetAt } from '../local-time.ts';
import type { PromptAnswer } from '../moments/answers.ts';
import type { Keeper } from '../moments/memory.ts';
import { Moments } from '../moments/moments.ts';
import type { Moment } from '../moments/pending.ts';
import type { MomentSettings, World } from '../moments/types.ts';
import { readAutomatic, readNext, type ServerEvidence, UNASKED } from '../records/forgotten-check-out.ts';
import type { System } from '../servicechannel/system.ts';
import { momentsView, siteOf } from '../views/moments.ts';
import { currentVisit } from '../visit/phase.ts';
import type { Done } from '../visits.ts';
import { LastDelivery } from './last-delivery.ts';
import type { IdleSource, Power, PromptWindow, Quit } from './ports.ts';
import { type Asked, PromptNotifications } from './prompt-notifications.ts';
import type { Say } from './say.ts';

export interface PromptsParts {
  readonly core: Core;
  readonly system: System;
  readonly keeper: Keeper;
  readonly settings: () => MomentSettings;
  readonly window: PromptWindow;
  readonly quit: Quit;
  readonly power: Power;
  /** The computer is used again, after so long without (ms). */
  readonly onUsedAfter: (gap: number) => void;
  readonly say: Say;
}

/** The absences' source until the desktop has said which it has: nothing is claimed. */
const UNKNOWN: IdleSource = { detects: true, idle: async () => null, idleNow: () => null };

/** Runs the moments: their window, the computer's power events, and what they read from ServiceChannel. */
export class Prompts {
  readonly #parts: PromptsParts;
  /** When to ask, and what was answered. Acts of a technician go through it: each is a sign of use. */
  readonly moments: Moments<Done>;
  readonly #lastDelivery: LastDelivery;
  readonly #changes = new Listeners();
  readonly #acted = new Listeners();
  readonly #popupWanted = new Listeners<'back-at' | null>();
  #source: IdleSource = UNKNOWN;
  #found: ServerEvidence = UNASKED;
  readonly #notifications: PromptNotifications;

  constructor(parts: PromptsParts) {
    this.#parts = parts;
    const { core, window, quit, power } = parts;
    this.#lastDelivery = new LastDelivery(core, parts.system, () => quit.leave());
    this.#notifications = new PromptNotifications({
      say: parts.say,
      answer: (momentId, answer) => {
        const done = this.answer(momentId, answer);
        return done === null || done?.ok === true;
      },
      resume: (visitId) => this.#resume(visitId),
      bringUp: () => void this.#bringUp(),
      openPopup: (field) => this.#popupWanted.tell(field),
    });
    this.moments = new Moments<Done>({
      keeper: parts.keeper,
      owner: () => core.session.owner,
      after: parts.system.after,
      world: () => this.#world(),
      idle: () => this.#source.idle(),
      idleNow: () => this.#source.idleNow(),
      engaged: () => window.engaged,
      perform: (command) => core.visits.do(command),
      onChange: () => this.#show(),
      onUsedAfter: parts.onUsedAfter,
      quit: () => {
        core.endUndo();
        this.#lastDelivery.begin();
      },
    });
    window.onClosed((momentId) => {
      // Ending the app closes its windows; that answers nothing.
      if (!quit.leaving) this.answer(momentId, { type: 'keep' });
    });
    window.onReopened(() => this.moments.tell({ type: 'reopened' }));
    quit.askFirst((why) => this.#hasToWait(why));
    power.onEvent((event) => this.moments.tell(event));
    power.onLeave((type) => {
      core.endUndo();
      this.moments.leave(type);
    });
    power.askBeforeShutdown(() => this.#hasToWait('shutdown'));
    core.onChange(() => this.moments.changed());
  }

  /** Something that is shown has changed. */
  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** The popup should open, with the field `Back at` where that is asked for. */
  onPopupWanted(listener: (field: 'back-at' | null) => void): () => void {
    return this.#popupWanted.add(listener);
  }

  /** An answer has put an act on the record. */
  onActed(listener: () => void): () => void {
    return this.#acted.add(listener);
  }

  /** Begins to look and listen. */
  start(source: IdleSource): void {
    this.#source = source;
    this.moments.start();
  }

  get detectsIdle(): boolean {
    return this.#source.detects;
  }

  /** The app is to end: true where that has to wait, for the answer to a question or for the last reports. */
  #hasToWait(why: 'quit' | 'shutdown' | 'signal'): boolean {
    this.#parts.core.endUndo();
    if (why !== 'signal' && this.moments.askQuit(why === 'shutdown')) {
      // Quit again while it is open: the question has not been seen.
      if (why === 'quit') this.#parts.window.bringUp();
      return true;
    }
    if (!this.#lastDelivery.isUnderWay) return false;
    this.#lastDelivery.begin();
    return true;
  }

  /** Shows the waiting question, as it is now, beside the popup that a person has opened. */
  async seen(): Promise<void> {
    if (!this.moments.open) return;
    await this.moments.look();
    this.moments.tell({ type: 'reopened' });
    this.#parts.window.showBeside();
  }

  /** Shows the question on a person's request, or the popup where none is open. */
  async #bringUp(): Promise<void> {
    if (!this.moments.open) return this.#popupWanted.tell(null);
    await this.seen();
    this.#parts.window.bringUp();
  }

  /** @returns see `Moments.answer`; refused where the user was elsewhere by the time given */
  answer(momentId: string, answer: PromptAnswer): Done | null | undefined {
    const { next } = this.#found;
    const isThere = next && momentId === this.#found.momentId && answer.type === 'check-out';
    if (isThere && (answer.at ?? this.#parts.core.clock.now()) > next.at)
      return { ok: false, fault: { reason: 'elsewhere-then', workOrderId: next.workOrderId } };
    const done = this.moments.answer(momentId, answer);
    if (done?.ok) this.#acted.tell();
    return done;
  }

  #resume(visitId: string): boolean {
    const { ok } = this.moments.perform({ type: 'resume', visitId });
    if (ok) this.#acted.tell();
    return ok;
  }

  /** The questions and notes as windows show them. */
  view(current: VisitView | null, beside: Pick<MomentsView, 'askComputer' | 'backAtAsked'>): MomentsView {
    const { memory, open, shutdown } = this.moments;
    const world = this.#world();
    const source = { memory, world, open, shutdown, found: this.#found, detectsIdle: this.detectsIdle };
    return momentsView({ ...source, ...beside }, current);
  }

  #world(): World {
    const settings = this.#parts.settings();
    return {
      now: this.#parts.core.clock.now(),
      site: siteOf(this.#parts.core.mine),
      settings: this.detectsIdle ? settings : { ...settings, idleMinutes: 0 },
      offsetAt,
    };
  }

  #show(): void {
    const { open } = this.moments;
    // A window that opened while the app ends would keep it from ending.
    if (!this.#parts.quit.leaving) this.#parts.window.show(open);
    this.#notifications.watch(this.#asked(open));
    this.#askServiceChannel(open);
    this.#changes.tell();
  }

  #asked(open: Moment | null): Asked | null {
    const visit = currentVisit(this.#parts.core.mine);
    if (!visit) return null;
    const { memory, resume } = this.moments;
    const { stillPaused } = this.view(null, { askComputer: false, backAtAsked: null });
    const { id, workOrderId } = visit;
    return { open, visitId: id, workOrderId, absence: memory.absence, stillPaused, resume };
  }

  /** Once for each question of a forgotten check-out: has ServiceChannel checked out by itself? */
  #askServiceChannel(open: Moment | null): void {
    if (open?.kind !== 'forgotten') {
      this.#found = UNASKED;
      return;
    }
    if (this.#found.momentId === open.id) return;
    const { core } = this.#parts;
    const visit = currentVisit(core.mine);
    const { sender } = core.session;
    if (!visit || !sender) return;
    this.#found = { ...UNASKED, momentId: open.id, reading: true };
    const learn = (found: Partial<ServerEvidence>) => {
      if (this.#found.momentId !== open.id) return;
      this.#found = { ...this.#found, ...found };
      this.#changes.tell();
    };
    // Its own automatic check-out is read first: that one counts for ServiceChannel already.
    void readAutomatic(sender, visit, offsetAt)
      .then((automatic) => learn({ automatic }))
      .then(() => readNext(sender, visit, core.clock.now()))
      .then((next) => learn({ next, reading: false }));
  }
}
