import type { UndoView } from '../../preload/contract.ts';
import type { Words } from '../../words/index.ts';
import { timeText } from '../../words/times.ts';
import type { Core } from '../core.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { timesLocale } from '../views/language.ts';
import { formOf, undoView } from '../views/undo.ts';
import type { Done } from '../visits.ts';
import type { PopupRequests } from './popup-requests.ts';
import type { Desktop } from './ports.ts';
import type { Prompts } from './prompts.ts';

export interface UndoParts {
  readonly core: Core;
  readonly settings: SettingsStore;
  readonly prompts: Prompts;
  readonly requests: PopupRequests;
  readonly desktop: Desktop;
  readonly words: () => Words;
}

/** Takes the last act back, and offers that where it was done. */
export class UndoOffer {
  readonly #parts: UndoParts;

  constructor(parts: UndoParts) {
    this.#parts = parts;
  }

  get view(): UndoView | null {
    const { core, settings } = this.#parts;
    const { visits, undoHold, reported } = core;
    return undoView(visits.state.lastAct, reported, undoHold.until, settings.get('undoSeconds'));
  }

  /** Takes it back; its question is open again, or its form, or the number that was checked in on is filled in. */
  run(): Done {
    const { core, prompts, requests } = this.#parts;
    const last = core.visits.state.lastAct;
    const form = formOf(last, core.reported);
    const answered = prompts.moments.lastActAnswered;
    const done = prompts.moments.undo();
    if (!done.ok || !last || answered) return done;
    const began = last.touched.some(({ id, before }) => id === last.visitId && before === null);
    if (form) requests.openAgain(form);
    else if (began) requests.fillIn(String(last.workOrderId));
    return done;
  }

  /** An act was done outside the popup: where notifications carry buttons, one of them takes it back. */
  offer(): void {
    const { core, settings, desktop, words } = this.#parts;
    const last = core.visits.state.lastAct;
    if (!last || !desktop.notificationsAct || !settings.get('notifications')) return;
    const time = timeText(last.at.ms, timesLocale(settings, desktop.locale));
    const title = words().undoOf(last.deed, last.workOrderId, time);
    // Another act may have followed: that one is not meant.
    const run = () => {
      if (core.visits.state.lastAct === last) this.run();
    };
    desktop.notify(title, '', () => void desktop.shell.openPopup(), [{ text: words().undo, run }]);
  }
}
