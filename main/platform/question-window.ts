import { promptFragment } from '../../preload/contract.ts';
import type { PromptWindow } from '../app/ports.ts';
import { Listeners } from '../listeners.ts';
import type { Moment } from '../moments/pending.ts';

/** An answered window is hidden at once and let go a little later (ms): its key is still down, its page hears the answer. */
const GONE_AFTER = 1_000;
/** A window that could not be opened, or whose page has died, is opened again after this (ms): its question stands. */
const AGAIN_AFTER = 5_000;

/** A question's window, as a desktop makes it: hidden and empty. */
export interface QuestionPage {
  readonly isShown: boolean;
  /** Pointer or focus are in it. */
  readonly isEngaged: boolean;
  /** @throws where the page cannot be loaded, or does not come in time */
  load(fragment: string): Promise<void>;
  /** Shows it with the focus. */
  bringUp(): void;
  /** Shows it without the focus. */
  showBeside(): void;
  /** It may lie behind another window: the task bar says so, quietly. */
  callQuietly(): void;
  hide(): void;
  /** Does nothing where it is gone already. */
  letGo(): void;
}

/** Told by a question's window. */
export interface QuestionEvents {
  /** A person closes it. */
  readonly onClose: () => void;
  /** It is gone, for whichever reason. */
  readonly onGone: () => void;
  /** A person came back to it. */
  readonly onReopened: () => void;
  /** Its page has died. */
  readonly onDied: (reason: string) => void;
}

/** The window of the moment that is open: one at a time, and it takes no key that is meant for another window. */
export class QuestionWindow implements PromptWindow {
  readonly #make: (events: QuestionEvents) => QuestionPage;
  readonly #closed = new Listeners<string>();
  readonly #reopened = new Listeners();
  #page: QuestionPage | null = null;
  #shown: Moment | null = null;

  constructor(make: (events: QuestionEvents) => QuestionPage) {
    this.#make = make;
  }

  onClosed = (listener: (momentId: string) => void) => this.#closed.add(listener);
  onReopened = (listener: () => void) => this.#reopened.add(listener);

  get engaged(): boolean {
    return this.#page?.isEngaged ?? false;
  }

  /** One of the same kind and visit keeps its window. */
  show(moment: Moment | null): void {
    const before = this.#shown;
    this.#shown = moment;
    if (before?.kind === moment?.kind && before?.visitId === moment?.visitId) return;
    this.#close();
    if (moment) void this.#open(moment);
  }

  showBeside(): void {
    this.#page?.showBeside();
  }

  bringUp(): void {
    this.#page?.bringUp();
  }

  #close(): void {
    const page = this.#page;
    this.#page = null;
    if (!page) return;
    // One that was still loading ends at once: it would come up late, with a question that is open anew by then.
    const stays = page.isShown ? GONE_AFTER : 0;
    page.hide();
    setTimeout(() => page.letGo(), stays);
  }

  /** @returns false when the question of this window is not open any more: then nothing is missing */
  #openAgain(page: QuestionPage): boolean {
    if (this.#page !== page) return false;
    this.#page = null;
    page.letGo();
    setTimeout(() => {
      if (this.#shown && !this.#page) void this.#open(this.#shown);
    }, AGAIN_AFTER);
    return true;
  }

  /** Closed by a person; one that is let go by us does not come here. */
  #onClose(page: QuestionPage): void {
    if (this.#page !== page) return;
    this.#page = null;
    const closed = this.#shown;
    this.#shown = null;
    if (closed) this.#closed.tell(closed.id);
  }

  async #open(moment: Moment): Promise<void> {
    const page: QuestionPage = this.#make({
      onClose: () => this.#onClose(page),
      onGone: () => this.#openAgain(page),
      onReopened: () => this.#reopened.tell(),
      onDied: (reason) => {
        if (this.#openAgain(page)) throw new Error(`the page of a question has ended: ${reason}`);
      },
    });
    this.#page = page;
    try {
      await page.load(promptFragment(moment.kind, moment.visitId));
    } catch (error) {
      if (this.#openAgain(page)) throw error;
    }
    // Answered, or replaced by another question, while it was loading.
    if (this.#page !== page) return;
    // Quitting waits for its question; any other must not take the keyboard from another program.
    if (moment.kind === 'quit') return page.bringUp();
    page.showBeside();
    page.callQuietly();
  }
}
