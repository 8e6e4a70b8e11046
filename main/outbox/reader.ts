import type { Client } from '../servicechannel/client.ts';
import type { Finding } from './evidence.ts';

/** What reports are read back with. */
export type Reader = Pick<Client, 'checkInActivity' | 'workActivities' | 'workOrder' | 'notes'>;

/** What one look at the server said; `unreachable` when nothing could be read. */
export type Look = Finding | 'unreachable';
