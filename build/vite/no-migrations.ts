/**
 * Stands in the bundle for the semver of electron-store's conf, which compares versions for migrations alone: none are given
 * to it.
 *
 * @throws always
 */
function noMigrations(): never {
  throw new Error('Migrations were given to electron-store, whose semver is not in this build.');
}

export default {
  Range: noMigrations,
  clean: noMigrations,
  compare: noMigrations,
  gt: noMigrations,
  lte: noMigrations,
  minVersion: noMigrations,
  satisfies: noMigrations,
  valid: noMigrations,
};
