import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageKind } from './package-kind.ts';
import { CONFIG } from './update-folder.ts';
import type { OfferedFile } from './update-offer.ts';
import { isSignedBy } from './update-signature.ts';

/** Whether the publisher of this program vouches for an offered package. */
export type Vouches = (version: string, file: OfferedFile) => boolean;

/** The publisher's key lies in Linux's packages, see build/after-pack.mjs. */
const KEY = 'update-key.pem';

function keyIn(resources: string): KeyObject | null {
  const path = join(resources, KEY);
  return existsSync(path) ? createPublicKey(readFileSync(path)) : null;
}

/**
 * How this kind of package knows its publisher's updates. macOS checks them by itself; electron-updater checks those of
 * Windows where the package names its publisher. Linux checks nothing, so the feed's packages are signed. A package that
 * cannot check takes none; a folder that no packer installed can install none.
 * @param resources Electron's folder of the package
 */
export function publisherOf(kind: PackageKind, resources: string): Vouches {
  if (kind === 'mac' || kind === 'folder') return () => true;
  if (kind === 'nsis') {
    const config = join(resources, CONFIG);
    const isNamed = existsSync(config) && /^publisherName:/m.test(readFileSync(config, 'utf8'));
    return () => isNamed;
  }
  const key = keyIn(resources);
  return (version, file) => key !== null && isSignedBy(key, { ...file, version }, file.signature);
}
