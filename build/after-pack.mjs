import { createPrivateKey, createPublicKey } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFuses } from './package/fuses.ts';

/**
 * electron-builder copies a directory with Electron as it is: what runs any app from the command line has no place in a
 * package, and the fuses are as Electron comes. Called before signing. Linux's packages get the public half of the key that
 * signs their updates, the variable ONSITE_UPDATE_KEY; without it they take none.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack({ appOutDir, packager, electronPlatformName }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
  const pem = process.env.ONSITE_UPDATE_KEY;
  if (pem && electronPlatformName === 'linux') {
    const key = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'pem' });
    await writeFile(join(resources, 'update-key.pem'), key);
  }
  await setFuses(join(appOutDir, binaryOf(packager, electronPlatformName)));
}

/** @param {import('electron-builder').AfterPackContext['packager']} packager @param {string} platform */
function binaryOf({ appInfo, config }, platform) {
  if (platform === 'darwin') return `${appInfo.productFilename}.app`;
  return platform === 'win32' ? `${appInfo.productFilename}.exe` : String(config.linux?.executableName);
}
