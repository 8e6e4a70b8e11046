import { join } from 'node:path';
import * as v from 'valibot';
import type { EarlyWords } from '../../words/early.ts';
import { readPlainFile, replacePlainFile } from '../storage/plain-file.ts';
import { ICON_STATES, type TrayView, trayView } from '../views/tray.ts';

/** The tray as it was shown last. It is shown until the record is read, and decides nothing. */
const Shown = v.object({
  icon: v.picklist(ICON_STATES),
  attention: v.boolean(),
  untimed: v.pipe(v.string(), v.maxLength(200)),
  lately: v.pipe(
    v.array(v.object({ workOrderId: v.number(), text: v.pipe(v.string(), v.maxLength(100)) })),
    v.maxLength(10),
  ),
  current: v.nullable(
    v.object({
      visitId: v.string(),
      phase: v.picklist(['on site', 'travelling', 'paused', 'over']),
      leaveBy: v.nullable(v.picklist(['form', 'at-once', 'stop-driving'])),
    }),
  ),
});

/** Keeps what the tray shows in a small file of its own: the next start shows it before anything is open. */
export class TrayMemory {
  readonly #path: string;
  #kept = '';

  /** @param folder the data folder */
  constructor(folder: string) {
    this.#path = join(folder, 'onsite.tray.json');
  }

  /** The tray as it was, without the time; as of a start without a visit where that cannot be read. */
  read(words: EarlyWords): TrayView {
    try {
      const text = readPlainFile(this.#path);
      const shown = v.parse(Shown, JSON.parse(text));
      this.#kept = text;
      return { ...shown, tooltip: shown.untimed, title: '', words };
    } catch {
      // The first start, or a file that is not ours: the record is read in a moment.
      return trayView(words, null, false, 0);
    }
  }

  /** Keeps what is shown now, where it differs from what is kept. */
  keep({ icon, attention, untimed, lately, current }: TrayView): void {
    const text = JSON.stringify({ icon, attention, untimed, lately, current });
    if (text === this.#kept) return;
    try {
      replacePlainFile(this.#path, text);
      this.#kept = text;
    } catch {
      // A full disk is said where it matters, by the record's own writes. The next start shows this one for a moment.
    }
  }
}
