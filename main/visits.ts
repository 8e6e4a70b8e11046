import { Listeners, messageOf } from './listeners.ts';
import type { Command, Fault } from './visit/commands.ts';
import { withoutHistory } from './visit/kept.ts';
import { rule } from './visit/rules.ts';
import type { Context, State } from './visit/types.ts';

/** The store of the state: durable before `save` returns, or it throws and nothing was kept. */
export interface Store {
  load(): State;
  /** @param beside keeps something else, in the same transaction */
  save(before: State, after: State, beside?: () => void): void;
}

export type Done =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: Fault }
  | { readonly ok: false; readonly notKept: string };

/**
 * The one object that holds the state and does the round for every command: rules, then disk, then those who listen.
 * Nothing else holds state.
 */
export class Visits {
  readonly #store: Store;
  readonly #context: () => Context;
  readonly #changes: Listeners;
  #state: State;

  /** @param failed is told the error of a listener that throws */
  constructor(store: Store, context: () => Context, failed?: (error: unknown) => void) {
    this.#changes = new Listeners(failed);
    this.#store = store;
    this.#context = context;
    this.#state = store.load();
  }

  get state(): State {
    return this.#state;
  }

  /**
   * Rules on a command and keeps what it made. A state that could not be kept on disk is not pretended.
   * @param beside keeps something that belongs to it, in the same transaction
   */
  do(command: Command, beside?: () => void): Done {
    // First of all: asking for the time may find that the clock was set, which corrects what waits.
    const context = this.#context();
    const ruled = rule(this.#state, command, context);
    if (!ruled.ok) return ruled;
    if (ruled.state === this.#state && !beside) return { ok: true };
    try {
      this.#store.save(this.#state, ruled.state, beside);
    } catch (error) {
      return { ok: false, notKept: messageOf(error) };
    }
    this.#state = withoutHistory(ruled.state, context.now);
    this.#changes.tell();
    return { ok: true };
  }

  /** Calls back with the newest state after every change; the returned function ends that. */
  onChange(listener: (state: State) => void): () => void {
    return this.#changes.add(() => listener(this.#state));
  }
}
