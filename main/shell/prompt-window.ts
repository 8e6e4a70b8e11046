import { BrowserWindow, screen } from 'electron';
import { promptFragment } from '../../preload/contract.ts';
import type { PromptWindow } from '../app/ports.ts';
import { Listeners } from '../listeners.ts';
import type { Moment } from '../moments/pending.ts';
import { holdsPointer, questionBounds, workAreaOf } from '../views/window-size.ts';
import { pageUrl, register } from './register.ts';
import { windowOptions } from './windows.ts';

/** An answered window is hidden at once and let go a little later (ms): its key is still down, its page hears the answer. */
const GONE_AFTER = 1_000;
/** A window that could not be opened, or whose page has died, is opened again after this (ms): its question stands. */
const AGAIN_AFTER = 5_000;

function letGo(window: BrowserWindow | null): void {
  if (window && !window.isDestroyed()) window.destroy();
}

/** Makes a question's window as high as its content, CSS px, within its display. */
export function fitQuestion(window: BrowserWindow, content: number): void {
  const now = window.getContentBounds();
  window.setContentBounds(questionBounds(now, content, workAreaOf(screen.getDisplayMatching(now))));
}

/** The window of the moment that is open: one at a time, and it takes no key that is meant for another window. */
export class ElectronPromptWindow implements PromptWindow {
  readonly #closed = new Listeners<string>();
  readonly #reopened = new Listeners();
  #window: BrowserWindow | null = null;
  #shown: Moment | null = null;

  onClosed = (listener: (momentId: string) => void) => this.#closed.add(listener);
  onReopened = (listener: () => void) => this.#reopened.add(listener);

  get engaged(): boolean {
    const window = this.#window;
    if (!window?.isVisible()) return false;
    if (window.isFocused()) return true;
    return holdsPointer(window.getBounds(), screen.getCursorScreenPoint());
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
    this.#window?.showInactive();
  }

  bringUp(): void {
    this.#window?.show();
    this.#window?.focus();
  }

  #close(): void {
    const window = this.#window;
    this.#window = null;
    if (!window || window.isDestroyed()) return;
    // One that was still loading ends at once: it would come up late, with a question that is open anew by then.
    const stays = window.isVisible() ? GONE_AFTER : 0;
    window.hide();
    setTimeout(() => letGo(window), stays);
  }

  /** @returns false when the question of this window is not open any more: then nothing is missing */
  #openAgain(window: BrowserWindow): boolean {
    if (this.#window !== window) return false;
    this.#window = null;
    letGo(window);
    setTimeout(() => {
      if (this.#shown && !this.#window) void this.#open(this.#shown);
    }, AGAIN_AFTER);
    return true;
  }

  async #open(moment: Moment): Promise<void> {
    const window = new BrowserWindow({ ...windowOptions('prompts'), autoHideMenuBar: true, center: true });
    register(window, 'prompts');
    this.#window = window;
    window.on('close', () => {
      // Destroyed by us it does not come here: a person has closed it, or it is answered.
      if (this.#window !== window) return;
      this.#window = null;
      const closed = this.#shown;
      this.#shown = null;
      if (closed) this.#closed.tell(closed.id);
    });
    window.on('closed', () => this.#openAgain(window));
    window.on('restore', () => this.#reopened.tell());
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (this.#openAgain(window)) throw new Error(`the page of a question has ended: ${reason}`);
    });
    try {
      await window.loadURL(pageUrl('prompts') + promptFragment(moment.kind, moment.visitId));
    } catch (error) {
      if (this.#openAgain(window)) throw error;
    }
    // Answered, or replaced by another question, while it was loading.
    if (this.#window !== window) return;
    // Quitting waits for its question; any other must not take the keyboard from another program.
    if (moment.kind === 'quit') {
      window.show();
      window.focus();
    } else {
      window.showInactive();
      // It may lie behind another window: the task bar says so, quietly.
      window.flashFrame(true);
    }
  }
}
