import type { Vault } from '../../main/account/vault.ts';
import type { CoreParts } from '../../main/core.ts';
import type { Client, Transport } from '../../main/servicechannel/client.ts';
import type { Pacer } from '../../main/servicechannel/pacing.ts';
import type { System } from '../../main/servicechannel/system.ts';
import type { Command, Outcome } from '../../main/visit/commands.ts';
import type { State } from '../../main/visit/types.ts';
import type { Store } from '../../main/visits.ts';

export type Recorder = (outcome: Outcome) => boolean;

/** The clocks of the computer, and the app's memory of them. */
export interface Clocks {
  readonly steady: NonNullable<CoreParts['steady']>;
  readonly memory: NonNullable<CoreParts['clockMemory']>;
}

/** A deliberate breakage: each part may be wrapped on its way into the app. Nothing in the app knows of it. */
export interface Sabotage {
  readonly computer?: (clocks: Clocks) => Clocks;
  /** Another command in its place, or none. */
  readonly command?: (command: Command, state: State) => Command | null;
  readonly system?: (system: System) => System;
  readonly record?: (record: Recorder, system: System) => Recorder;
  readonly client?: (client: Client, system: System) => Client;
  readonly transport?: (transport: Transport) => Transport;
  readonly pacer?: (pacer: Pacer) => Pacer;
  readonly vault?: (vault: Vault) => Vault;
  readonly store?: (store: Store) => Store;
  readonly state?: (state: State) => State;
}

export const NOTHING: Sabotage = {};
