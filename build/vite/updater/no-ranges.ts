/**
 * Stands in the bundle for semver's ranges, of which electron-updater uses none: it compares two versions.
 *
 * @throws always
 */
export default function noRanges(): never {
  throw new Error('Ranges of versions are not in this build.');
}
