import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A .deb with the content of another, and a later version. @returns its path */
export function laterDeb(deb: string, folder: string, version: string): string {
  const tree = join(folder, 'tree');
  execFileSync('dpkg-deb', ['--raw-extract', deb, tree]);
  const control = join(tree, 'DEBIAN/control');
  writeFileSync(control, readFileSync(control, 'utf8').replace(/^Version: .*$/m, `Version: ${version}`));
  const made = join(folder, basename(deb).replace(/_[^_]+_/, `_${version}_`));
  execFileSync('dpkg-deb', ['-Zgzip', '-z1', '--root-owner-group', '--build', tree, made], {
    stdio: 'ignore',
  });
  return made;
}

/** The publisher of the feed's packages. */
const PUBLISHER = generateKeyPairSync('ed25519');

/**
 * Makes the installed program one of this publisher's, as a release machine's package is.
 * @param resources Electron's folder of the installed program
 * @returns takes that back
 */
export function trustFeed(resources: string): () => void {
  const file = join(resources, 'update-key.pem');
  writeFileSync(file, PUBLISHER.publicKey.export({ type: 'spki', format: 'pem' }));
  return () => rmSync(file, { force: true });
}

/** A feed on this computer that offers one .deb. */
export class DebFeed {
  readonly asked: string[] = [];
  readonly #server: Server;
  url = '';

  /** @param folder holds the .deb, and takes the feed */
  constructor(folder: string, version: string) {
    mkdirSync(folder, { recursive: true });
    const key = PUBLISHER.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const env = { ...process.env, ONSITE_UPDATE_KEY: key };
    execFileSync(process.execPath, [join(ROOT, 'build/feed.ts'), folder, version], { env });
    const files = new Set(readdirSync(folder));
    this.#server = createServer(({ url = '' }, response) => {
      const name = basename(new URL(url, 'http://localhost').pathname);
      this.asked.push(name);
      if (files.has(name)) response.end(readFileSync(join(folder, name)));
      else response.writeHead(404).end();
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    this.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
