import type { System } from '../servicechannel/system.ts';
import { nextLate } from '../views/late.ts';
import type { Visit } from '../visit/types.ts';

/** Says when what waits becomes late: one timer while something waits, none at rest. */
export class LateAlarm {
  readonly #after: System['after'];
  readonly #onLate: () => void;
  #cancel: () => void = () => undefined;

  constructor(after: System['after'], onLate: () => void) {
    this.#after = after;
    this.#onLate = onLate;
  }

  /** Sets the timer anew for what waits now. */
  watch(visits: readonly Visit[], now: number): void {
    this.#cancel();
    const at = nextLate(visits, now);
    this.#cancel = at === null ? () => undefined : this.#after(at - now, this.#onLate);
  }
}
