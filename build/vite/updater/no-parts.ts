/**
 * Stands in the bundle for electron-updater's downloads of parts, see `disableDifferentialDownload` in
 * main/platform/update-loader.ts, and for a packer that none of the packages is made by.
 *
 * @throws always; electron-updater loads the whole file then
 */
class NoParts {
  constructor() {
    throw new Error('Updates are loaded whole by this build.');
  }
}

export {
  NoParts as FileWithEmbeddedBlockMapDifferentialDownloader,
  NoParts as GenericDifferentialDownloader,
  NoParts as PacmanUpdater,
};
