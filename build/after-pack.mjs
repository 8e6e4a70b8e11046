import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFuses } from './package/fuses.ts';

/**
 * electron-builder copies a directory with Electron as it is: what runs any app from the command line has no place in a
 * package, and the fuses are as Electron comes. Called before signing.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack({ appOutDir, packager, electronPlatformName }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
  await setFuses(join(appOutDir, binaryOf(packager, electronPlatformName)));
}

/** @param {import('electron-builder').AfterPackContext['packager']} packager @param {string} platform */
function binaryOf({ appInfo, config }, platform) {
  if (platform === 'darwin') return `${appInfo.productFilename}.app`;
  return platform === 'win32' ? `${appInfo.productFilename}.exe` : String(config.linux?.executableName);
}
