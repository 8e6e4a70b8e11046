import { type BrowserWindow, screen } from 'electron';
import type { QuestionEvents, QuestionPage } from '../platform/question-window.ts';
import { holdsPointer, questionBounds, workAreaOf } from '../views/window-size.ts';
import { letGo, loadPage, makeWindow } from './windows.ts';

/** Makes a question's window as high as its content, CSS px, within its display. */
export function fitQuestion(window: BrowserWindow, content: number): void {
  const now = window.getContentBounds();
  window.setContentBounds(questionBounds(now, content, workAreaOf(screen.getDisplayMatching(now))));
}

/** A question's window, hidden and empty. */
export function questionPage(events: QuestionEvents): QuestionPage {
  const window = makeWindow('prompts', { center: true });
  window.on('close', events.onClose);
  window.on('closed', events.onGone);
  window.on('restore', events.onReopened);
  window.webContents.on('render-process-gone', (_event, { reason }) => events.onDied(reason));
  return {
    get isShown() {
      return !window.isDestroyed() && window.isVisible();
    },
    get isEngaged() {
      if (!this.isShown) return false;
      return window.isFocused() || holdsPointer(window.getBounds(), screen.getCursorScreenPoint());
    },
    load: (fragment) => loadPage(window, 'prompts', fragment),
    bringUp: () => {
      window.show();
      window.focus();
    },
    showBeside: () => window.showInactive(),
    callQuietly: () => window.flashFrame(true),
    hide: () => window.isDestroyed() || window.hide(),
    letGo: () => letGo(window),
  };
}
