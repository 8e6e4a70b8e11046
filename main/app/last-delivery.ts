import type { Core } from '../core.ts';
import { sendable, unanswered } from '../outbox/next.ts';
import type { System } from '../servicechannel/system.ts';
import { SECOND } from '../visit/time.ts';

/** How long ending the app waits for the last reports: for the next of them to leave or to be answered, and altogether (ms). */
const FOR_EACH = 3 * SECOND;
const AT_MOST = 15 * SECOND;

/** The app ends when its last reports are delivered: a request that is cut off costs the next start a read-back. */
export class LastDelivery {
  readonly #core: Core;
  readonly #system: System;
  readonly #leave: () => void;
  /** The end of the app is waited with. */
  #waits = false;
  #cancelEach: () => void = () => undefined;
  #cancelAll: () => void = () => undefined;

  /** @param leave ends the app */
  constructor(core: Core, system: System, leave: () => void) {
    this.#core = core;
    this.#system = system;
    this.#leave = leave;
    core.onOutcome(() => this.#waits && this.#waitForEach());
    core.onChange(() => this.#waits && !this.isUnderWay && this.#end());
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
    if (this.#waits) return;
    this.#waits = true;
    if (!this.isUnderWay) {
      this.#end();
      return;
    }
    this.#cancelAll = this.#system.after(AT_MOST, () => this.#end());
    this.#waitForEach();
  }

  #waitForEach(): void {
    this.#cancelEach();
    this.#cancelEach = this.#system.after(FOR_EACH, () => this.#end());
  }

  #end(): void {
    this.#waits = false;
    this.#cancelEach();
    this.#cancelAll();
    // Not in the middle of what has just been delivered.
    setImmediate(this.#leave);
  }
}
