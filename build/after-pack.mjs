import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * electron-builder copies a directory with Electron as it is: what runs any app from the command line has no place in a
 * package. Called before signing.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack({ appOutDir, packager, electronPlatformName }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
}
