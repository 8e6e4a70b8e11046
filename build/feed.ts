// `node build/feed.ts FOLDER VERSION`: writes FOLDER/latest-linux.yml, the update feed of Linux's packages that lie there.
// electron-builder writes those of the other systems, and knows nothing of a .deb that another packer made. Each package
// is signed with the publisher's key, the variable ONSITE_UPDATE_KEY: a package of Linux installs no other.
import { createHash, createPrivateKey } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signatureOf } from '../main/platform/update-signature.ts';

const pem = process.env.ONSITE_UPDATE_KEY;
const key = pem ? createPrivateKey(pem) : null;

/** The files of Linux's packages in a folder, as electron-updater's generic provider reads them: YAML takes JSON. */
function feedOf(folder: string, version: string): string {
  const files = readdirSync(folder)
    .filter((name) => /\.(deb|rpm|AppImage)$/.test(name))
    .map((url) => {
      const content = readFileSync(join(folder, url));
      const sha512 = createHash('sha512').update(content).digest('base64');
      const signature = key ? { signature: signatureOf({ version, url, sha512 }, key) } : {};
      return { url, sha512, size: content.length, ...signature };
    });
  return JSON.stringify({ version, files, releaseDate: new Date().toISOString() }, null, 2);
}

const [folder, version] = process.argv.slice(2);
if (folder === undefined || version === undefined) {
  process.stderr.write('node build/feed.ts FOLDER VERSION\n');
  process.exitCode = 2;
} else writeFileSync(join(folder, 'latest-linux.yml'), feedOf(folder, version));
