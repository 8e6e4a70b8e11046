import type { Vault } from '../../main/account/vault.ts';
import type { Quit } from '../../main/app/ports.ts';
import type { CoreParts } from '../../main/core.ts';
import type { Keeper } from '../../main/moments/memory.ts';
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
  readonly quit?: (quit: Quit) => Quit;
  /** The app's memory of its questions. */
  readonly keeper?: (keeper: Keeper) => Keeper;
  /** Told of an error that nobody reckoned with. */
  readonly onError?: (error: unknown) => void;
}

export const NOTHING: Sabotage = {};

/** Every part is wrapped, and none is broken: what is found of a breakage must not be its wrapping. */
export const WRAPPED: Sabotage = {
  computer: (clocks) => ({ ...clocks }),
  command: (command) => command,
  system: (system) => ({ ...system }),
  record: (record) => (outcome) => record(outcome),
  client: (client) => ({ ...client }),
  transport: (transport) => ({ ...transport }),
  pacer: (pacer) => ({ ...pacer }),
  vault: (vault) => ({
    get: (account) => vault.get(account),
    set: (account, secret) => vault.set(account, secret),
    delete: (account) => vault.delete(account),
  }),
  store: (store) => ({
    load: () => store.load(),
    save: (before, after, beside) => store.save(before, after, beside),
  }),
  state: (state) => ({ ...state }),
  quit: (quit) => ({
    askFirst: (ask) => quit.askFirst(ask),
    leave: () => quit.leave(),
    get leaving() {
      return quit.leaving;
    },
  }),
  keeper: (keeper) => ({
    get: (name, schema) => keeper.get(name, schema),
    set: (name, value) => keeper.set(name, value),
  }),
};
