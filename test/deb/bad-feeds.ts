import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import * as v from 'valibot';
import { trayItem } from '../e2e/tray.ts';
import { Program } from '../packaged/program.ts';

const Feed = v.looseObject({ version: v.string(), files: v.array(v.looseObject({ url: v.string() })) });
type Feed = v.InferOutput<typeof Feed>;

/** An update feed that must come to nothing. */
interface BadFeed {
  /** In the log of the app that asked it. */
  readonly says: string;
  /** Answers a question for the feed itself. */
  readonly answer: (response: ServerResponse, good: Feed) => void;
}

const write = (response: ServerResponse, feed: object) => response.end(JSON.stringify(feed));
const ofFile = (good: Feed, change: Readonly<Record<string, unknown>>): Feed => ({
  ...good,
  files: good.files.map((file) => ({ ...file, ...change })),
});

const BAD: Readonly<Record<string, BadFeed>> = {
  redirected: {
    says: 'redirects to https://updates.invalid',
    answer: (response) => response.writeHead(302, { location: 'https://updates.invalid/' }).end(),
  },
  endless: {
    says: 'sent more than',
    answer: (response) => void response.end(Buffer.alloc(1_000_000, '#')),
  },
  unsigned: {
    says: 'Nothing vouches for',
    answer: (response, good) => write(response, ofFile(good, { signature: undefined })),
  },
  elsewhere: {
    says: 'files.0.url',
    answer: (response, good) => write(response, ofFile(good, { url: 'https://updates.invalid/onsite.deb' })),
  },
  older: {
    says: 'older than',
    answer: (response, good) => write(response, { ...good, version: '0.0.1' }),
  },
  truncated: { says: 'sha512 checksum mismatch', answer: write },
};

/** Installed apps, each of which asks a feed that must come to nothing. */
export class BadFeeds {
  readonly #server: Server;
  readonly #apps = new Map<string, Program>();

  /** @param feed a good feed as its file says it */
  constructor(feed: string) {
    const good = v.parse(Feed, JSON.parse(feed));
    this.#server = createServer(({ url = '' }, response) => {
      const [, name = '', file = ''] = new URL(url, 'http://localhost').pathname.split('/');
      // A package is asked for where its feed is good alone: there it ends after its first bytes.
      if (file.endsWith('.yml')) BAD[name]?.answer(response, good);
      else response.end('!<arch>');
    });
  }

  /** Starts them. @param policyOf writes the system's policy with a feed's address */
  async start(
    program: string,
    folder: string,
    policy: string,
    policyOf: (feed: string) => void,
  ): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    for (const name of Object.keys(BAD)) {
      policyOf(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/${name}`);
      const app = new Program(program, join(folder, name), policy);
      this.#apps.set(name, app);
      await app.start();
    }
  }

  /** Each of them says in its log why there is no update, and goes on. */
  async cameToNothing(folder: string): Promise<void> {
    for (const [name, app] of this.#apps) {
      const path = join(folder, name, 'onsite.log');
      const log = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
      await expect.poll(log, { timeout: 120_000, message: name }).toContain(BAD[name]?.says);
      expect(await trayItem(app.pid), name).not.toBeNull();
    }
  }

  async close(): Promise<void> {
    for (const app of this.#apps.values()) await app.end();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
