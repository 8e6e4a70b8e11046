import type { System } from '../servicechannel/system.ts';
import { lateView, nextLate } from '../views/late.ts';
import type { NotificationSubject } from '../views/notifications.ts';
import { DAY } from '../visit/time.ts';
import type { Visit } from '../visit/types.ts';

/** Tells when reports that wait become late, and of those again each day: one timer while something waits, none at rest. */
export class LateAlarm {
  readonly #after: System['after'];
  readonly #onLate: () => void;
  readonly #say: (said: NotificationSubject) => void;
  /** When it was told last, corrected instant, ms; null while nothing is late. */
  #toldAt: number | null = null;
  #cancel: () => void = () => undefined;

  constructor(after: System['after'], onLate: () => void, say: (said: NotificationSubject) => void) {
    this.#after = after;
    this.#onLate = onLate;
    this.#say = say;
  }

  /** Tells what is due, and sets the timer anew for what waits now. */
  watch(visits: readonly Visit[], now: number): void {
    this.#cancel();
    this.#tell(visits, now);
    const again = this.#toldAt === null ? Number.POSITIVE_INFINITY : this.#toldAt + DAY;
    const at = Math.min(again, nextLate(visits, now) ?? Number.POSITIVE_INFINITY);
    this.#cancel = at === Number.POSITIVE_INFINITY ? () => undefined : this.#after(at - now, this.#onLate);
  }

  #tell(visits: readonly Visit[], now: number): void {
    const late = lateView(visits, now);
    const isDue = this.#toldAt === null || Math.abs(now - this.#toldAt) >= DAY;
    if (late && !isDue) return;
    this.#toldAt = late && now;
    if (!late) return;
    const days = Math.floor((now - late.at.ms) / DAY);
    this.#say({ what: 'late', workOrderId: late.workOrderId, days });
  }
}
