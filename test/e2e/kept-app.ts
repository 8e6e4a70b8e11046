import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { policyFor, writePolicy } from '../sandbox/policy.ts';
import type { RunningSandbox } from '../sandbox/server.ts';
import { leaveAsFound, type Picture, pictureOf } from './as-found.ts';
import { chooseSettings } from './choose-settings.ts';
import { launch, type RunningApp } from './drive.ts';
import { OF_TESTS } from './policy.ts';

/** The sign-in host of the policy, which is read once: it hands each request on to the sandbox of the test that runs. */
class SignInHost {
  /** "http://127.0.0.1:PORT" of the sandbox. */
  target = '';
  readonly #server: Server = createServer((incoming, response) => {
    const { method, headers, url } = incoming;
    const onward = request(`${this.target}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    incoming.pipe(onward);
  });

  /** @returns its address */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** An app that runs, with its page and what the page showed at first. */
interface Kept {
  readonly app: RunningApp;
  readonly folder: string;
  readonly popup: Page;
  readonly asFound: Picture;
}

/**
 * One app for the tests of a worker that need no start of their own. Each has a sandbox at another address, by which
 * everything that the app keeps is told apart: visits, lists, limits. It is used again only while a signed-out popup is
 * shown what one was at the start; else, and after a test that failed, the next test starts another.
 */
export class KeptApp {
  readonly #host = new SignInHost();
  #address: string | null = null;
  #kept: Kept | null = null;
  /** The addresses of the sandboxes that the app knows by now. */
  readonly #known = new Set<string>();

  /** The app, signed out, on this sandbox. */
  async take(sandbox: RunningSandbox): Promise<RunningApp> {
    this.#host.target = sandbox.url;
    // A popup that was hidden for minutes lets its page go; and the system gives a port that was closed a second time, once
    // in 27 workers with 30 sandboxes each: the app has visits there.
    if (this.#kept?.popup.isClosed() || this.#known.has(sandbox.url)) await this.end();
    this.#known.add(sandbox.url);
    if (this.#kept) {
      const { popup } = this.#kept;
      await chooseSettings(popup, { apiUrl: sandbox.apiUrl });
      await popup.reload();
    }
    this.#kept ??= await this.#start(sandbox);
    return this.#kept.app;
  }

  async #start(sandbox: RunningSandbox): Promise<Kept> {
    this.#address ??= await this.#host.listen();
    const folder = mkdtempSync(join(tmpdir(), 'onsite-e2e-'));
    const { apiUrl, ...policy } = policyFor({ apiUrl: sandbox.apiUrl, url: this.#address });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ apiUrl, ...OF_TESTS }), { mode: 0o600 });
    const app = await launch({ folder, policy: writePolicy(folder, policy) });
    const popup = await app.open();
    return { app, folder, popup, asFound: await pictureOf(popup) };
  }

  /** Ends what the test has left, and the app with it where something stays. */
  async giveBack(sandbox: RunningSandbox, hasFailed: boolean): Promise<void> {
    if (!this.#kept) return;
    const { app, popup, asFound } = this.#kept;
    const { faults, requests } = sandbox.sandbox;
    faults.clear();
    // For an hour after such an answer the app reads less, whoever is signed in.
    const isLimited = requests.some(({ path, status }) => status === 429 && path !== '/oauth/token');
    const isAsFound =
      !hasFailed && !isLimited && (await leaveAsFound(app.electron, popup, asFound).catch(() => false));
    if (!isAsFound) await this.end();
  }

  async end(): Promise<void> {
    const kept = this.#kept;
    this.#kept = null;
    this.#known.clear();
    await kept?.app.close();
    if (kept) rmSync(kept.folder, { recursive: true, force: true });
  }

  /** At the end of the worker. */
  async close(): Promise<void> {
    await this.end();
    this.#host.close();
  }
}
