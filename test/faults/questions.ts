import type { PromptWindow, Quit } from '../../main/app/ports.ts';
import { Prompts } from '../../main/app/prompts.ts';
import type { Core } from '../../main/core.ts';
import type { PromptAnswer } from '../../main/moments/answers.ts';
import type { Moment } from '../../main/moments/pending.ts';
import type { System } from '../../main/servicechannel/system.ts';
import { lastPair, openVisit, phaseOf } from '../../main/visit/phase.ts';
import type { Facts } from './facts.ts';
import type { EndedBy } from './plan.ts';
import type { Sabotage } from './sabotage.ts';
import type { World } from './world.ts';

/** The questions that the app asks by itself, on a desktop in memory: its end answers none (issue 11, 1.6). */

const SETTINGS = { idleMinutes: 30, autoPauseMinutes: 0, endOfDay: '17:30', workdays: [] };

/** The window of the question, which ending the app closes. */
class Window implements PromptWindow {
  readonly engaged = false;
  open: Moment | null = null;
  #closed: (momentId: string) => void = () => undefined;
  show(moment: Moment | null): void {
    this.open = moment;
  }
  showBeside(): void {}
  bringUp(): void {}
  onClosed(listener: (momentId: string) => void): () => void {
    this.#closed = listener;
    return () => undefined;
  }
  onReopened(): () => void {
    return () => undefined;
  }
  /** As the system does when the app ends. */
  close(): void {
    if (this.open) this.#closed(this.open.id);
  }
}

/** The way out of the app. */
class Door implements Quit {
  readonly #out: () => void;
  ask: (why: 'quit' | 'signal') => boolean = () => false;
  leaving = false;
  /** @param out ends the run */
  constructor(out: () => void) {
    this.#out = out;
  }
  askFirst(ask: (why: 'quit' | 'signal') => boolean): void {
    this.ask = ask;
  }
  leave(): void {
    this.leaving = true;
    this.#out();
  }
}

export interface QuestionsParts {
  readonly world: World;
  readonly core: Core;
  readonly system: System;
  readonly sabotage: Sabotage;
  /** Writes to the disk, or throws. */
  readonly write: (keep: () => void) => void;
  /** The run ends. */
  readonly end: (why: string) => void;
}

/** The questions of one run of the app. */
export class Questions {
  readonly #parts: QuestionsParts;
  readonly #window = new Window();
  readonly #door: Door;
  readonly #prompts: Prompts;
  #beforeShutdown: () => boolean = () => false;
  /** The absence that the run before asked about, until it was looked whether this one does. */
  #expected: Facts['absence'];
  /** The check-in that was open at the wish to quit. */
  #quitAt: string | undefined;

  constructor(parts: QuestionsParts) {
    this.#parts = parts;
    const { world, core, system, sabotage, write } = parts;
    this.#door = new Door(() => this.#leaves('quits'));
    const quit = sabotage.quit?.(this.#door) ?? this.#door;
    const keeper = world.facts.keeper(write);
    this.#expected = world.facts.absence;
    this.#prompts = new Prompts({
      core,
      system,
      keeper: sabotage.keeper?.(keeper) ?? keeper,
      settings: () => SETTINGS,
      window: this.#window,
      quit,
      power: {
        onEvent: () => () => undefined,
        onLeave: () => () => undefined,
        askBeforeShutdown: (ask) => {
          this.#beforeShutdown = ask;
        },
      },
      onUsedAfter: () => undefined,
      say: () => () => undefined,
    });
  }

  start(): void {
    const idleNow = () => this.#parts.world.time.now() - this.#parts.world.lastUse;
    this.#prompts.start({ detects: true, idle: async () => idleNow(), idleNow });
  }

  get #open(): Moment | null {
    return this.#prompts.moments.open;
  }

  /** Ends the app as a person or the system does; a question may come first. */
  quit(by: EndedBy): void {
    this.#parts.world.note(`quit by ${by}, asked: ${this.#open?.kind}`);
    this.#quitAt = this.#checkIn;
    if (by === 'shutdown') {
      // The system does not wait for long.
      this.#beforeShutdown();
      this.#door.leaving = true;
      this.#leaves('is shut down');
    } else if (by === 'signal') {
      this.#door.leaving = true;
      if (!this.#door.ask('signal')) this.#door.leave();
    } else if (!this.#door.ask('quit')) this.#door.leave();
  }

  /** Its windows are closed, and it ends. */
  #leaves(why: string): void {
    const { world, end } = this.#parts;
    const before = world.facts.all;
    this.#window.close();
    if (world.facts.all !== before)
      world.violate(`ending the app has answered: ${before} became ${world.facts.all}`);
    end(why);
  }

  /** Answers the question that is open: the technician worked on. */
  answer(): void {
    const { world } = this.#parts;
    const open = this.#open;
    if (!open) return;
    const keep: PromptAnswer = { type: 'keep' };
    const answer: PromptAnswer = open.kind === 'quit' && world.chance() < 0.5 ? { type: 'quit' } : keep;
    const done = this.#prompts.answer(open.id, answer);
    world.note(`answer to ${open.id}: ${answer.type}, ${JSON.stringify(done)}`);
    if (done?.ok === false) world.violate(`a question that cannot be answered: ${open.id}`);
  }

  get #checkIn(): string | undefined {
    const open = openVisit(this.#parts.core.mine);
    return open && lastPair(open)?.checkIn.id;
  }

  /** Checks what is asked now: the absence of the run before still, and about quitting only while its check-in is open. */
  judge(): void {
    const { world, core } = this.#parts;
    if (this.#open?.kind === 'quit' && this.#checkIn !== this.#quitAt)
      world.violate('a wish to quit has outlived its check-in');
    if (!core.session.owner || !this.#expected) return;
    const { visitId, from } = this.#expected;
    this.#expected = null;
    const { absence, forgotten } = this.#prompts.moments.memory;
    const open = openVisit(core.mine);
    const isOnSite = open?.id === visitId && phaseOf(open) === 'on site';
    if (isOnSite && !forgotten && absence?.from !== from)
      world.violate(`it was asked about an absence of ${visitId}, and is not any more`);
  }
}
