import { BrowserWindow, screen } from 'electron';
import type { PromptWindow } from '../app/ports.ts';
import { Listeners } from '../listeners.ts';
import type { Moment } from '../moments/pending.ts';
import { questionBounds } from './window-size.ts';
import { pageUrl, windowOptions } from './windows.ts';

/** An answered window is hidden at once and let go a little later (ms). */
const GONE_AFTER = 150;

function letGo(window: BrowserWindow | null): void {
  if (window && !window.isDestroyed()) window.destroy();
}

/** Makes a question's window as high as its content, CSS px, within its display. */
export function fitQuestion(window: BrowserWindow, content: number): void {
  const now = window.getContentBounds();
  window.setContentBounds(questionBounds(now, content, screen.getDisplayMatching(now).workArea));
}

/** The window of the moment that is open: one at a time, and never in the way of what somebody is typing. */
export class ElectronPromptWindow implements PromptWindow {
  readonly #closed = new Listeners<string>();
  readonly #reopened = new Listeners();
  #window: BrowserWindow | null = null;
  #answered: BrowserWindow | null = null;
  #shown: Moment | null = null;

  onClosed = (listener: (momentId: string) => void) => this.#closed.add(listener);
  onReopened = (listener: () => void) => this.#reopened.add(listener);

  get engaged(): boolean {
    const window = this.#window;
    if (!window?.isVisible()) return false;
    if (window.isFocused()) return true;
    const { x, y } = screen.getCursorScreenPoint();
    const { x: left, y: top, width, height } = window.getBounds();
    return x >= left && x < left + width && y >= top && y < top + height;
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
    window.hide();
    // The key that answered is still on its way up, and the answer to the page.
    this.#answered = window;
    setTimeout(() => letGo(window), GONE_AFTER);
  }

  async #open(moment: Moment): Promise<void> {
    // It would show the new question as well.
    letGo(this.#answered);
    const window = new BrowserWindow({ ...windowOptions('prompts'), autoHideMenuBar: true, center: true });
    this.#window = window;
    window.on('close', () => {
      // Destroyed by us it does not come here: this is somebody's answer.
      this.#window = null;
      const closed = this.#shown;
      this.#shown = null;
      if (closed) this.#closed.tell(closed.id);
    });
    window.on('restore', () => this.#reopened.tell());
    await window.loadURL(pageUrl('prompts'));
    if (window.isDestroyed()) return;
    // Whoever quits waits for the question; anything else must not take the keyboard from another program.
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
