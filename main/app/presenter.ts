import type { Snapshot } from '../../preload/contract.ts';
import { MINUTE } from '../visit/time.ts';

export interface PresenterParts {
  readonly snapshot: () => Snapshot;
  /** Corrected instant, ms. */
  readonly now: () => number;
  readonly showWindows: (snapshot: Snapshot) => void;
  /** @param now corrected instant, ms */
  readonly showTray: (snapshot: Snapshot, now: number) => void;
}

/** Shows windows and tray the state: once for all the changes of one turn, and the tray's minutes once a minute. */
export class Presenter {
  readonly #parts: PresenterParts;
  #pending = false;
  #stopped = false;
  #minute: NodeJS.Timeout | null = null;

  constructor(parts: PresenterParts) {
    this.#parts = parts;
  }

  /** Something that is shown has changed. */
  refresh(): void {
    if (this.#pending) return;
    this.#pending = true;
    setImmediate(() => {
      this.#pending = false;
      this.#show();
    });
  }

  /** The app ends: what is shown is not asked for any more. */
  stop(): void {
    this.#stopped = true;
    if (this.#minute) clearTimeout(this.#minute);
  }

  #show(): void {
    if (this.#stopped) return;
    const snapshot = this.#parts.snapshot();
    this.#parts.showWindows(snapshot);
    this.#tick(snapshot);
  }

  #tick(snapshot: Snapshot): void {
    this.#parts.showTray(snapshot, this.#parts.now());
    if (this.#minute) clearTimeout(this.#minute);
    this.#minute = null;
    // No visit is on site: the time stands still.
    if (!snapshot.current?.open) return;
    const elapsed = (this.#parts.now() - snapshot.current.open.from) % MINUTE;
    this.#minute = setTimeout(() => this.#tick(snapshot), MINUTE - Math.max(0, elapsed));
  }
}
