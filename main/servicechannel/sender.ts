import type { Unsent } from './answers.ts';
import type { Client } from './client.ts';
import type { Who } from './who.ts';

/** Sends on one user's behalf to one server; a new object for every sign-in. */
export interface Sender extends Who {
  /** Base URL of the API. */
  readonly server: string;
  readonly client: Client;
  /** Waits for a place among the requests of this minute and for a token; or says why nothing can leave now. */
  readonly ready: () => Promise<Unsent | null>;
}
