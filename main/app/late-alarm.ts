import { nextLate } from '../views/late.ts';
import type { Visit } from '../visit/types.ts';

/** Says when what waits becomes late: one timer while something waits, none at rest. */
export class LateAlarm {
  readonly #onLate: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(onLate: () => void) {
    this.#onLate = onLate;
  }

  /** Sets the timer anew for what waits now. */
  watch(visits: readonly Visit[], now: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    const at = nextLate(visits, now);
    this.#timer = at === null ? null : setTimeout(this.#onLate, at - now);
  }
}
