import type { System } from '../servicechannel/system.ts';
import type { LastAct } from '../visit/types.ts';

/** An end that the disk did not take is tried again after so long (ms). */
const AGAIN_AFTER = 1_000;

export interface UndoHoldParts {
  readonly system: System;
  /** For how long an act can be taken back, seconds. */
  readonly seconds: () => number;
  /** Ends that; false when it was not kept. */
  readonly end: () => boolean;
}

/**
 * Ends by itself what can be taken back: until then the reports of the last act are held. By a timer and not at an
 * instant: the clock may be set meanwhile.
 */
export class UndoHold {
  readonly #parts: UndoHoldParts;
  #last: LastAct | null = null;
  #until: number | null = null;
  #cancel: () => void = () => undefined;

  constructor(parts: UndoHoldParts) {
    this.#parts = parts;
  }

  /** When it ends, by this computer's clock as it is now (ms); null while nothing can be taken back. */
  get until(): number | null {
    return this.#until;
  }

  /** Follows what can be taken back; null when nothing can. Call it after every change of the state. */
  follow(last: LastAct | null): void {
    if (last === this.#last) return;
    this.#cancel();
    this.#last = last;
    const ms = this.#parts.seconds() * 1000;
    this.#until = last && this.#parts.system.now() + ms;
    if (last) this.#endAfter(ms);
  }

  #endAfter(ms: number): void {
    this.#cancel = this.#parts.system.after(ms, () => {
      if (!this.#parts.end()) this.#endAfter(AGAIN_AFTER);
    });
  }
}
