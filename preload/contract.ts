/**
 * The contract between windows and main: commands one way, the snapshot the other. Both sides of the process boundary
 * read this one page.
 */
import type { Fault } from '../main/visit/commands.ts';
import type { NumberFault } from '../main/visit/numbers.ts';
import type { ChosenCodes, CodeChoice, PrimaryStatus } from '../main/visit/types.ts';
import type { CommandName, Request, Response } from './commands.ts';
import type { MomentView } from './moments.ts';
import type { Snapshot } from './snapshot.ts';

export type * from './command-errors.ts';
export type * from './commands.ts';
export type * from './crew.ts';
export type * from './delivery.ts';
export type * from './moments.ts';
export type * from './notices.ts';
export type * from './problems.ts';
export type * from './proof.ts';
export type * from './records.ts';
export type * from './settings.ts';
export { OWN_SETTINGS } from './settings.ts';
export type * from './snapshot.ts';
export type * from './timesheet.ts';
export type * from './updates.ts';
export type * from './users.ts';
export type * from './views.ts';
export type { ChosenCodes, CodeChoice, Fault, NumberFault, PrimaryStatus };

/** The channel that carries every snapshot to every window. */
export const SNAPSHOT_CHANNEL = 'snapshot';

/** Which question a window is for: the fragment of its address. Another one is never shown in it. */
export const promptFragment = (kind: MomentView['kind'], visitId: string): string => `#${kind}/${visitId}`;

/** The type of `window.onsite`. */
export interface OnSiteApi {
  readonly send: <C extends CommandName>(command: C, request: Request<C>) => Promise<Response<C>>;
  /** Calls back with every new snapshot; the returned function ends that. */
  readonly onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void;
}

declare global {
  interface Window {
    readonly onsite: OnSiteApi;
  }
}
