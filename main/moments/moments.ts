import type { Act, Remedy, Undo } from '../visit/commands.ts';
import { ownerKey } from '../visit/phase.ts';
import type { Owner } from '../visit/types.ts';
import { autoPauseAt } from './absence.ts';
import { actOf, afterAnswer, isOffered, type PromptAnswer } from './answers.ts';
import { type MomentEvent, passed, plan, take } from './machine.ts';
import { type Keeper, keep, ownersKeeper, recall } from './memory.ts';
import { type Moment, pending, stillWished, type WishToQuit } from './pending.ts';
import { isCheckedIn, lastUse, type Memory, NOTHING, type World } from './types.ts';

/** A timer that comes this much too late has slept with the computer, ms. */
const SLEPT_THROUGH = 90_000;

export interface MomentParts<Done extends { readonly ok: boolean }> {
  readonly keeper: Keeper;
  /** The signed-in user; null while signed out, when nothing is kept. */
  readonly owner: () => Owner | null;
  /** Runs once after `ms`; the returned function takes that back. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly world: () => World;
  /** How long keyboard and pointer have not been used, ms; null where this computer cannot tell. */
  readonly idle: () => Promise<number | null>;
  /** The same where it can be told at once: before a sleep there is no time to wait. */
  readonly idleNow: () => number | null;
  /** Pointer or focus are in the window that asks. */
  readonly engaged: () => boolean;
  readonly perform: (command: Act | Remedy | Undo) => Done;
  /** Something that is shown has changed. */
  readonly onChange: () => void;
  readonly quit: () => void;
  /** The computer is used again, after so long without (ms). */
  readonly onUsedAfter: (gap: number) => void;
}

/** Asks at the right moment: feeds the machine with facts and wakes it when something may be due. Keeps no visit. */
export class Moments<Done extends { readonly ok: boolean }> {
  readonly #parts: MomentParts<Done>;
  #memory: Memory = NOTHING;
  readonly #keeper: Keeper;
  /** The user who was signed in at the last change. */
  #owner = '';
  #started = false;
  /** Before the last act: one that is taken back has answered nothing. `answer`: it was the answer to a question. */
  #beforeAct: { readonly memory: Memory; readonly answer: boolean } | null = null;
  #quitting: WishToQuit = null;
  #cancel: () => void = () => undefined;
  #busy = false;

  constructor(parts: MomentParts<Done>) {
    this.#parts = parts;
    this.#keeper = ownersKeeper(parts.keeper, parts.owner);
  }

  get memory(): Memory {
    return this.#memory;
  }

  /** The computer is being shut down, and that waits for an answer. */
  get shutdown(): boolean {
    return this.#quitting?.shutdown ?? false;
  }

  /** The question that is open now. */
  get open(): Moment | null {
    return pending(this.#memory, this.#parts.world(), this.#quitting);
  }

  /** A visit was paused until today, at this instant (ms); null: none was. */
  get resume(): number | null {
    const { tomorrow } = this.#memory;
    return tomorrow?.offered ? tomorrow.at : null;
  }

  /** The last act was the answer to a question. */
  get lastActAnswered(): boolean {
    return this.#beforeAct?.answer ?? false;
  }

  /** Takes in what has happened. */
  tell(event: MomentEvent): void {
    if (!this.#started) return;
    this.#become(take(this.#memory, { engaged: this.#parts.engaged(), ...event }, this.#parts.world()));
  }

  /** The start of the app: a session or a visit may only be known some time after it. */
  start(): void {
    this.#started = true;
    this.#begin(ownerKey(this.#parts.owner()));
    void this.look();
  }

  /** The computer is about to sleep or is locked. */
  leave(type: 'lock' | 'sleep'): void {
    this.tell({ type, input: this.#inputAt(this.#parts.idleNow()) });
  }

  /** The state has changed, by whomever; another user may be signed in by now. */
  changed(): void {
    const owner = ownerKey(this.#parts.owner());
    if (owner !== this.#owner) this.#begin(owner);
    else if (!this.#busy) this.tell({ type: 'time' });
  }

  /** Takes up what was kept of a user: what is remembered of one is not another's. */
  #begin(owner: string): void {
    this.#owner = owner;
    if (!this.#started) return;
    this.#beforeAct = null;
    this.#quitting = null;
    this.#memory = recall(this.#keeper);
    this.tell({ type: 'start' });
  }

  /** Looks at the idle time now. */
  async look(): Promise<void> {
    const idle = await this.#parts.idle();
    this.tell({ type: 'look', input: this.#inputAt(idle) });
  }

  #inputAt(idle: number | null): number | null {
    return idle === null ? null : this.#parts.world().now - idle;
  }

  #become(after: Memory): void {
    const before = this.#memory;
    this.#memory = after;
    const gap = lastUse(after) - lastUse(before);
    if (gap > 0) this.#parts.onUsedAfter(gap);
    this.#quitting = stillWished(this.#quitting, this.#parts.world());
    keep(this.#keeper, before, after);
    this.#pauseByItself();
    this.#schedule();
    this.#parts.onChange();
  }

  /** Pauses as `autoPauseMinutes` says: no answer came, and the computer was not left on purpose. */
  #pauseByItself(): void {
    const world = this.#parts.world();
    const at = autoPauseAt(this.#memory, world);
    const { absence } = this.#memory;
    if (at === null || !absence || world.now < at || this.#busy) return;
    const done = this.#perform({
      type: 'pause',
      visitId: absence.visitId,
      at: absence.from,
      automatic: true,
    });
    // Where it cannot be (the record has gone on since) the question stands as it is.
    const paused = { ...absence, paused: done.ok, disturbed: absence.disturbed || !done.ok };
    this.#become({ ...this.#memory, absence: paused });
  }

  /** Does what a technician asks for beside a question; it is a sign of use too. */
  perform(command: Act | Remedy): Done {
    const memory = this.#memory;
    const done = this.#parts.perform(command);
    if (!done.ok) return done;
    this.#beforeAct = { memory, answer: false };
    this.tell({ type: 'command' });
    return done;
  }

  /** Takes the last act back; a question that it answered is open again. */
  undo(): Done {
    const done = this.#perform({ type: 'undo' });
    if (done.ok && this.#beforeAct)
      this.#become(take(this.#beforeAct.memory, { type: 'command' }, this.#parts.world()));
    return done;
  }

  #perform(command: Act | Undo): Done {
    this.#busy = true;
    try {
      return this.#parts.perform(command);
    } finally {
      this.#busy = false;
    }
  }

  #schedule(): void {
    this.#cancel();
    const { world, after } = this.#parts;
    const { now } = world();
    const { wakeAt } = plan(this.#memory, world());
    if (wakeAt === null) {
      this.#cancel = () => undefined;
      return;
    }
    const due = Math.max(now, wakeAt);
    this.#cancel = after(due - now, () => this.#wake(due));
  }

  #wake(due: number): void {
    const world = this.#parts.world();
    if (world.now - due > SLEPT_THROUGH) this.tell({ type: 'wake' });
    const { lookAt } = plan(this.#memory, world);
    if (lookAt !== null && world.now >= lookAt) void this.look();
    else this.#timeHasPassed(world);
  }

  #timeHasPassed(world: World): void {
    const after = passed(this.#memory, this.#parts.engaged(), world);
    if (after) this.#become(after);
    else this.#schedule();
  }

  /**
   * Answers the question that is open.
   * @returns what came of its act; null when it puts nothing on the record; `undefined` when another question, or none,
   * is open by now
   */
  answer(momentId: string, answer: PromptAnswer): Done | null | undefined {
    const moment = this.open;
    if (moment?.id !== momentId || !isOffered(moment, answer)) return undefined;
    const memory = this.#memory;
    const act = actOf(moment, answer, memory);
    const done = act && this.#perform(act);
    if (done && !done.ok) return done;
    if (done) this.#beforeAct = { memory, answer: true };
    const wasQuit = this.#quitting !== null && moment.kind === 'quit';
    if (wasQuit) this.#quitting = null;
    this.#become(afterAnswer(this.#memory, moment, answer, this.#parts.world()));
    if (wasQuit && answer.type !== 'keep') this.#parts.quit();
    return done;
  }

  /**
   * Asks before quitting.
   * @returns true when quitting has to wait for an answer: a visit is on site
   */
  askQuit(shutdown: boolean): boolean {
    const { now, site } = this.#parts.world();
    if (!isCheckedIn(site)) return false;
    const { visitId, since } = site;
    const before = this.#quitting;
    this.#quitting = before
      ? { ...before, shutdown: before.shutdown || shutdown }
      : { at: now, shutdown, visitId, since };
    this.#parts.onChange();
    return true;
  }

  /** Dismisses a note that was read. */
  dismiss(what: 'still-paused' | 'resume'): void {
    const { paused } = this.#memory;
    if (what === 'still-paused')
      this.#become({ ...this.#memory, paused: paused && { ...paused, told: true } });
    else this.#become({ ...this.#memory, tomorrow: null });
  }
}
