/**
 * Stands in the bundle for js-yaml's writer: electron-updater reads feeds, and writes none.
 *
 * @throws always
 */
export function dump(): never {
  throw new Error('YAML cannot be written by this build.');
}
