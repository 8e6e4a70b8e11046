import { closeDatabase, type Opened, openDatabase } from './database.ts';
import { Facts } from './facts.ts';
import { readPolicy, systemPolicyPath } from './policy.ts';
import { SettingsStore } from './settings.ts';
import { VisitsStore } from './visits-store.ts';
import { WorkOrders } from './work-orders.ts';

/** Everything that is kept in the data folder. */
export interface Storage {
  readonly folder: string;
  readonly settings: SettingsStore;
  readonly opened: Opened;
  readonly facts: Facts;
  readonly visits: VisitsStore;
  readonly workOrders: WorkOrders;
  /** At the end of the app: nothing can be kept afterwards. */
  readonly close: () => void;
}

/**
 * Opens the data folder under the policy in force.
 * @param now this computer's clock, ms
 * @throws what `openDatabase` throws: without a place to keep a click none may be taken
 */
export function openStorage(folder: string, env: NodeJS.ProcessEnv, now: () => number): Storage {
  const policy = readPolicy(systemPolicyPath(process.platform, env.PROGRAMDATA), env.ONSITE_POLICY);
  const opened = openDatabase(folder, now());
  const facts = new Facts(opened.db);
  return {
    folder,
    settings: new SettingsStore(folder, policy),
    opened,
    facts,
    visits: new VisitsStore(opened.db, now),
    workOrders: new WorkOrders(opened.db, facts, now),
    close: () => closeDatabase(opened.db),
  };
}
