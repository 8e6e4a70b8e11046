import type { Unsent } from './answers.ts';
import type { Client } from './client.ts';

/** As whom ServiceChannel's entries name a user. */
export interface Who {
  readonly userId: number;
  readonly userName: string | null;
}

/** Sends on one user's behalf to one server; a new object for every sign-in. */
export interface Sender extends Who {
  /** Base URL of the API. */
  readonly server: string;
  readonly client: Client;
  /** Waits for a place among the requests of this minute and for a token; or says why nothing can leave now. */
  readonly ready: () => Promise<Unsent | null>;
}
