import type { Core } from '../core.ts';
import { sendable, unanswered } from '../outbox/next.ts';
import type { System } from '../servicechannel/system.ts';
import { SECOND } from '../visit/time.ts';

/** How long ending the app waits for the last reports to be delivered, ms. */
const AT_MOST = 3 * SECOND;

/** The app ends when its last reports are delivered: a request that is cut off costs the next start a read-back. */
export class LastDelivery {
  readonly #core: Core;
  readonly #system: System;
  readonly #leave: () => void;
  /** Ends the wait; null while nothing waits. */
  #end: (() => void) | null = null;

  /** @param leave ends the app */
  constructor(core: Core, system: System, leave: () => void) {
    this.#core = core;
    this.#system = system;
    this.#leave = leave;
    core.onChange(() => {
      if (!this.isUnderWay) this.#end?.();
    });
  }

  /** A report is on its way, or could go now. */
  get isUnderWay(): boolean {
    const { session, outbox, reported } = this.#core;
    if (!session.sender || outbox.offlineSince !== null) return false;
    return (
      unanswered(reported).some(({ delivery }) => delivery.state === 'sending') ||
      sendable(reported).length > 0
    );
  }

  /** Ends the app, as soon as nothing is on its way any more. */
  begin(): void {
    if (this.#end) return;
    const leave = () => {
      this.#end = null;
      // Not in the middle of what has just been delivered.
      setImmediate(this.#leave);
    };
    if (!this.isUnderWay) {
      leave();
      return;
    }
    const cancel = this.#system.after(AT_MOST, leave);
    this.#end = () => {
      cancel();
      leave();
    };
  }
}
