import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http, { type ClientRequest, type IncomingMessage, type RequestOptions, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configureRequestUrl, type DownloadOptions, HttpExecutor } from 'builder-util-runtime';
import { DebUpdater } from 'electron-updater';
import { UpdateLoader } from '../../../main/platform/update-loader.ts';
import { publisherOf } from '../../../main/platform/update-publisher.ts';
import { limitAnswer, refuseRedirect } from '../../../main/platform/update-requests.ts';
import { signatureOf } from '../../../main/platform/update-signature.ts';

/** An answer of the feed's server. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The connection breaks after so many bytes. */
  readonly breaksAfter?: number;
  /** Nothing comes after so many bytes, and the connection stays. */
  readonly stopsAfter?: number;
}

/** electron-updater's requests over Node's HTTP, which tells a redirect as Electron's does. */
class NodeExecutor extends HttpExecutor<ClientRequest> {
  /** Everything is written here instead of into the file: `/dev/full` has no room. */
  writesTo: string | null = null;
  mostBytes = 0;
  /** The headers of the last request. */
  headers: RequestOptions['headers'];

  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const request: RequestOptions = { headers: options.headers ?? undefined };
      configureRequestUrl(url, request);
      const callback = (error: Error | null) => (error ? reject(error) : resolve(destination));
      this.doDownload(
        request,
        { destination: this.writesTo ?? destination, options, onCancel, callback, responseHandler: null },
        0,
      );
    });
  }

  createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest {
    this.headers = options.headers;
    const request = http.request(options);
    return request.on('response', (response) => {
      const to = response.headers.location;
      if (to === undefined) callback(response);
      else request.emit('redirect', response.statusCode, 'GET', to);
    });
  }

  protected override addRedirectHandlers(
    request: ClientRequest,
    _options: RequestOptions,
    reject: (error: Error) => void,
  ): void {
    request.on('redirect', (_status, _method, to) => refuseRedirect(request, String(to), reject));
  }

  override addErrorAndTimeoutHandlers(request: ClientRequest, reject: (error: Error) => void): void {
    super.addErrorAndTimeoutHandlers(request, reject);
    limitAnswer(request, this.mostBytes, reject);
  }
}

/** The publisher of the packages in a test, and somebody who is not. */
export const PUBLISHER = generateKeyPairSync('ed25519');
export const STRANGER = generateKeyPairSync('ed25519');

/** Words of a feed about a package. */
interface Says {
  readonly url?: string;
  readonly size?: number;
  readonly signature?: string | undefined;
}

/** A local feed, and the loader of a program of version 0.1.0 that looks at it. */
export class UpdateFeed {
  readonly folder = mkdtempSync(join(tmpdir(), 'onsite-feed-'));
  /** The server's answers, by path. */
  readonly answers = new Map<string, Answer>();
  readonly asked: string[] = [];
  readonly logged: string[] = [];
  /** The contents of the packages that the system's packer was given. */
  readonly installed: string[] = [];
  packerFails = false;
  /** Called when an answer has stopped in its middle. */
  onStopped: () => void = () => undefined;
  readonly executor = new NodeExecutor();
  readonly loader: UpdateLoader;
  readonly #server: Server;
  url = '';

  constructor() {
    const config = join(this.folder, 'app-update.yml');
    writeFileSync(config, 'updaterCacheDirName: loaded\n');
    mkdirSync(join(this.folder, 'cache'));
    const app = {
      version: '0.1.0',
      name: 'OnSite',
      isPackaged: true,
      appUpdateConfigPath: config,
      userDataPath: this.folder,
      baseCachePath: join(this.folder, 'cache'),
      whenReady: async () => undefined,
      relaunch: () => undefined,
      quit: () => undefined,
      onQuit: () => undefined,
    };
    const resources = join(this.folder, 'resources');
    mkdirSync(resources);
    const key = PUBLISHER.publicKey.export({ type: 'spki', format: 'pem' });
    writeFileSync(join(resources, 'update-key.pem'), key);
    this.loader = new UpdateLoader({
      updater: new DebUpdater(undefined, app),
      executor: this.executor,
      vouches: publisherOf('deb', resources),
      installPackage: async (file) => {
        this.installed.push(readFileSync(file, 'utf8'));
        if (this.packerFails) throw new Error('E: Unmet dependencies');
      },
      folder: join(this.folder, 'cache'),
      log: (line) => this.logged.push(line),
    });
    this.#server = http.createServer(({ url = '' }, response) => {
      const path = url.replace(/\?.*$/, '');
      this.asked.push(path);
      const {
        status = 200,
        headers = {},
        body = '',
        breaksAfter,
        stopsAfter,
      } = this.answers.get(path) ?? { status: 404 };
      response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
      if (stopsAfter !== undefined) return response.write(body.slice(0, stopsAfter), this.onStopped);
      if (breaksAfter === undefined) return response.end(body);
      return response.write(body.slice(0, breaksAfter), () => response.destroy());
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    this.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Offers a package of that version.
   * @param says what the feed says of the package instead of the truth
   * @param key signs it
   */
  offer(version: string, content: string, says: Says = {}, key = PUBLISHER.privateKey): void {
    const truth = {
      url: `onsite_${version}_amd64.deb`,
      sha512: createHash('sha512').update(content).digest('base64'),
      size: Buffer.byteLength(content),
    };
    const said = { ...truth, ...says };
    const signature = signatureOf({ ...said, version }, key);
    this.feed({ version, files: [{ signature, ...said }] });
    this.answers.set(`/${truth.url}`, { body: content });
  }

  /** Says what the feed is. */
  feed(content: object): void {
    const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
    this.answers.set(`/latest-linux${arch}.yml`, { body: JSON.stringify(content) });
  }

  get feedPath(): string {
    return [...this.answers.keys()].find((path) => path.endsWith('.yml')) ?? '';
  }

  get packagePath(): string {
    return [...this.answers.keys()].find((path) => path.endsWith('.deb')) ?? '';
  }
}
