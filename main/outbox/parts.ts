import type { Unsent } from '../servicechannel/answers.ts';
import type { Client } from '../servicechannel/client.ts';
import type { Outcome } from '../visit/commands.ts';
import type { State } from '../visit/types.ts';
import type { Who } from './evidence.ts';
import type { System } from './system.ts';

/** Whose reports go where: a report is never sent for another user or to another server than its own. */
export interface Sender extends Who {
  readonly server: string;
  readonly client: Client;
  /** Waits for a place among the requests of this minute and for a token; or says why nothing can leave now. */
  readonly ready: () => Promise<Unsent | null>;
}

export interface OutboxParts {
  readonly system: System;
  readonly state: () => State;
  /** Puts an outcome on the record, durably; false when it was not kept. */
  readonly record: (outcome: Outcome) => boolean;
  /** A line for people in the journal of a report's delivery. */
  readonly journal: (reportId: string, what: string) => void;
  /** Who is signed in, or null. */
  readonly sender: () => Sender | null;
  readonly requestTimeoutMs: () => number;
  /** Something that a window shows has changed: the connection is gone or back. */
  readonly onChange: () => void;
}
