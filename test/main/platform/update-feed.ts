import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { type ClientRequest, type IncomingMessage, type RequestOptions, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configureRequestUrl, type DownloadOptions, HttpExecutor } from 'builder-util-runtime';
import { DebUpdater } from 'electron-updater';
import { refuseRedirect, UpdateLoader } from '../../../main/platform/update-loader.ts';

/** An answer of the feed's server. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The connection breaks after so many bytes. */
  readonly breaksAfter?: number;
}

/** electron-updater's requests over Node's HTTP, which tells a redirect as Electron's does. */
class NodeExecutor extends HttpExecutor<ClientRequest> {
  /** Everything is written here instead of into the file: `/dev/full` has no room. */
  writesTo: string | null = null;

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
}

/** A local feed, and the loader of a program of version 0.1.0 that looks at it. */
export class UpdateFeed {
  readonly folder = mkdtempSync(join(tmpdir(), 'onsite-feed-'));
  /** The server's answers, by path. */
  readonly answers = new Map<string, Answer>();
  readonly asked: string[] = [];
  readonly logged: string[] = [];
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
    this.loader = new UpdateLoader(new DebUpdater(undefined, app), this.executor, (line) =>
      this.logged.push(String(line)),
    );
    this.#server = http.createServer(({ url = '' }, response) => {
      const path = url.replace(/\?.*$/, '');
      this.asked.push(path);
      const {
        status = 200,
        headers = {},
        body = '',
        breaksAfter,
      } = this.answers.get(path) ?? { status: 404 };
      response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
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

  /** Offers a package of that version. @param promised whose hash the feed names, the package's own when left out */
  offer(version: string, content: string, promised = content): void {
    const sha512 = createHash('sha512').update(promised).digest('base64');
    const file = `onsite_${version}_amd64.deb`;
    const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
    const body = `version: ${version}\nfiles:\n  - url: ${file}\n    sha512: ${sha512}\n    size: ${promised.length}\npath: ${file}\nsha512: ${sha512}\nreleaseDate: '2026-11-26T00:00:00.000Z'\n`;
    this.answers.set(`/latest-linux${arch}.yml`, { body });
    this.answers.set(`/${file}`, { body: content });
  }

  get feedPath(): string {
    return [...this.answers.keys()].find((path) => path.endsWith('.yml')) ?? '';
  }

  get packagePath(): string {
    return [...this.answers.keys()].find((path) => path.endsWith('.deb')) ?? '';
  }
}
