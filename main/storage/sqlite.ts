/**
 * The one place that chooses SQLite. The package has the API of `node:sqlite`, which Electron 33 does not have, and runs
 * the same in every Electron. All tests of the storage run on `node:sqlite` as well (vitest.config.ts): where every
 * Electron in use has it, it is named here instead and the package goes, 2.3 MB of what is shipped.
 */
export {
  backup,
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite';
