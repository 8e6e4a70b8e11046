import type { Unsent } from '../servicechannel/answers.ts';
import type { Client } from '../servicechannel/client.ts';
import type { Who } from './evidence.ts';

/** Whose reports go where: a report is never sent for another user or to another server than its own. */
export interface Sender extends Who {
  readonly server: string;
  readonly client: Client;
  /** Waits for a place among the requests of this minute and for a token; or says why nothing can leave now. */
  readonly ready: () => Promise<Unsent | null>;
}
