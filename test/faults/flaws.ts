import type { Client } from '../../main/servicechannel/client.ts';
import type { World } from './world.ts';

/** Errors that nobody reckoned with: before a request leaves, after its answer came, and in a listener. */
export class Flaws {
  readonly #world: World;
  #moments = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** A moment at which something may throw. */
  readonly moment = (): void => {
    const number = this.#moments++;
    if (this.#world.isCalm || !this.#world.plan.errors.includes(number)) return;
    this.#world.note(`an error at moment ${number}`);
    throw new Error('Nobody reckoned with this');
  };

  async #around<T>(call: () => Promise<T>): Promise<T> {
    this.moment();
    const answer = await call();
    this.moment();
    return answer;
  }

  /** The client whose calls may throw, which no client should. */
  client(client: Client): Client {
    return {
      ...client,
      checkIn: (...given) => this.#around(() => client.checkIn(...given)),
      checkOut: (...given) => this.#around(() => client.checkOut(...given)),
      setStatus: (...given) => this.#around(() => client.setStatus(...given)),
      addNote: (...given) => this.#around(() => client.addNote(...given)),
      checkInActivity: (...given) => this.#around(() => client.checkInActivity(...given)),
      // Questions read it too: such an error is told by the process's own handler, which a schedule has not.
      workActivities: (...given) =>
        this.#world.plan.asks
          ? client.workActivities(...given)
          : this.#around(() => client.workActivities(...given)),
    };
  }
}
