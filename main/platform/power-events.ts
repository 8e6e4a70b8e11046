import type { Power } from '../app/ports.ts';
import { Listeners } from '../listeners.ts';
import type { MomentEvent } from '../moments/machine.ts';

/** An event that can be held up, as Electron has it. */
interface Stoppable {
  preventDefault(): void;
}

/** Locks, sleeps and the end of the computer's session as facts; whatever hears of them tells it here. */
export class PowerEvents implements Power {
  readonly #events = new Listeners<MomentEvent>();
  readonly #leave = new Listeners<'lock' | 'sleep'>();
  #ask: () => boolean = () => false;

  onEvent = (listener: (event: MomentEvent) => void) => this.#events.add(listener);
  onLeave = (listener: (type: 'lock' | 'sleep') => void) => this.#leave.add(listener);

  askBeforeShutdown(ask: () => boolean): void {
    this.#ask = ask;
  }

  /** The computer is about to sleep, or is locked. */
  readonly leaves = (type: 'lock' | 'sleep'): void => this.#leave.tell(type);

  /** The computer is unlocked, or awake again. */
  readonly comesBack = (type: 'unlock' | 'wake'): void => this.#events.tell({ type });

  /** The computer's session ends. @param event held up where that has to wait, as far as the system lets it */
  readonly ends = (event?: Stoppable): void => {
    // The sign of use is on disk before anything else: a shutdown may not wait.
    this.leaves('lock');
    if (this.#ask()) event?.preventDefault();
  };
}
