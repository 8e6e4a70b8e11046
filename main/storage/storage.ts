import { CodeLists } from './code-lists.ts';
import { Comparisons } from './comparisons.ts';
import { SqlConnection } from './connection.ts';
import { closeDatabase, type Opened, openDatabase } from './database.ts';
import { StoredFacts } from './facts.ts';
import { OpenOrdersStore } from './open-orders.ts';
import { readPolicy, systemPolicyPath } from './policy.ts';
import { Recovery } from './recovery.ts';
import { SettingsStore } from './settings.ts';
import { Upkeep } from './upkeep.ts';
import { VisitsStore } from './visits-store.ts';
import { WorkOrders } from './work-orders.ts';

/** Everything that is kept in the data folder. */
export interface Storage {
  readonly folder: string;
  readonly settings: SettingsStore;
  /** The result of opening the database at the start. */
  readonly opened: Omit<Opened, 'db'>;
  readonly facts: StoredFacts;
  readonly visits: VisitsStore;
  readonly workOrders: WorkOrders;
  readonly codeLists: CodeLists;
  /** The days as ServiceChannel held them when they were read last. */
  readonly comparisons: Comparisons;
  readonly openOrders: OpenOrdersStore;
  /** Tells of a database that is found damaged while it is in use. */
  readonly recovery: Recovery;
  /** Checks and copies while the app runs. */
  readonly upkeep: Upkeep;
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
  const connection = new SqlConnection(opened.db);
  const recovery = new Recovery(connection, folder, now);
  const facts = new StoredFacts(connection);
  const visits = new VisitsStore(connection, now, recovery);
  const upkeep = new Upkeep(connection, visits, folder, now);
  return {
    folder,
    settings: new SettingsStore(folder, policy),
    opened,
    facts,
    visits,
    workOrders: new WorkOrders(connection, facts, now),
    codeLists: new CodeLists(facts, now),
    comparisons: new Comparisons(connection),
    openOrders: new OpenOrdersStore(facts),
    recovery,
    upkeep,
    close: () => {
      upkeep.stop();
      closeDatabase(connection.db);
    },
  };
}
