import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AppUpdater } from 'electron-updater';
import type { LoadedUpdate, UpdateFault } from '../../preload/contract.ts';
import { causeOf } from '../storage/cause.ts';
import { LOADED } from './update-folder.ts';
import { FEED_BYTES, type Offer, readOffer, UpdateRefused } from './update-offer.ts';
import type { Vouches } from './update-publisher.ts';

/** electron-updater's codes of a feed that cannot be used. */
const FEED = /^ERR_UPDATER_(INVALID_(?!SIGNATURE)|NO_|CHANNEL_FILE_NOT_FOUND|ASSET_|ZIP_)/;
/** A line in the log about an update has an end: an error may hold all that a server sent. */
const LINE = 500;

/** The fault of an error of electron-updater, of the file system, or of the network. */
export function faultOf(error: unknown): UpdateFault {
  if (error instanceof UpdateRefused) return error.fault;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (causeOf(error) === 'full') return 'no-room';
  if (code === 'ERR_CHECKSUM_MISMATCH') return 'damaged';
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE' || /code signature/i.test(String(error))) return 'signature';
  return FEED.test(code) ? 'feed' : 'unreachable';
}

async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/** How updates are asked for, checked and installed here. */
export interface LoaderParts {
  /** Made for this kind of package, with an adapter of the app. */
  readonly updater: AppUpdater;
  /** An HttpExecutor that keeps to the limits of update-requests.ts. */
  readonly executor: { mostBytes: number };
  readonly vouches: Vouches;
  /** Installs a package by the system's packer; null: electron-updater does, and ends the app. */
  readonly installPackage: ((file: string) => Promise<void>) | null;
  /** A folder of the updates' own. */
  readonly folder: string;
  readonly log: (line: string) => void;
}

/** Looks for an update by electron-updater, loads and checks it, and installs it. */
export class UpdateLoader {
  readonly #parts: LoaderParts;
  #loaded: { readonly file: string; readonly offer: Offer } | null = null;
  #fault: unknown = null;

  constructor(parts: LoaderParts) {
    this.#parts = parts;
    const { updater } = parts;
    Reflect.set(updater, 'httpExecutor', parts.executor);
    updater.logger = null;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = false;
    updater.allowDowngrade = false;
    updater.disableDifferentialDownload = true;
    updater.disableWebInstaller = true;
    updater.forceDevUpdateConfig = true;
    // It would send a number of this computer's own with each request.
    updater.requestHeaders = { 'x-user-staging-id': '-' };
    updater.on('error', (error) => {
      this.#fault = error;
    });
  }

  /** @param onFound is told the version that is being loaded */
  async load(feed: string, onFound: (version: string) => void): Promise<LoadedUpdate> {
    const { updater, executor, vouches } = this.#parts;
    let found: string | null = null;
    this.#loaded = null;
    try {
      executor.mostBytes = FEED_BYTES;
      updater.setFeedURL({ provider: 'generic', url: feed });
      const answer = await updater.checkForUpdates();
      if (!answer?.isUpdateAvailable) return await this.#none(answer?.updateInfo.version);
      const offer = readOffer(answer.updateInfo);
      const { version, files } = offer;
      found = version;
      if (!files.every((file) => vouches(version, file)))
        throw new UpdateRefused('signature', `Nothing vouches for version ${version}.`);
      onFound(version);
      executor.mostBytes = Math.max(...files.map(({ size }) => size));
      const [file = ''] = await updater.downloadUpdate();
      this.#loaded = { file, offer };
      return { state: 'ready', version, again: this.#tried() === version };
    } catch (error) {
      this.#log(error);
      return { state: 'failed', fault: faultOf(error), version: found };
    }
  }

  /** A feed that offers less than what runs is wrong: it is said. Else the package that became what runs goes. */
  async #none(offered: string | undefined): Promise<LoadedUpdate> {
    const { currentVersion } = this.#parts.updater;
    const isOlder = offered !== undefined && currentVersion.compare(offered) > 0;
    if (!isOlder) {
      await rm(join(this.#parts.folder, LOADED), { recursive: true, force: true });
      return { state: 'newest' };
    }
    this.#log(`The update feed offers ${offered}, which is older than ${currentVersion}.`);
    return { state: 'failed', fault: 'older', version: offered };
  }

  /**
   * Installs what was loaded, if it is still what was checked.
   * @param may is asked once more before anything is done
   * @returns the fault, `later` where it may not be now, null where it is installed or electron-updater ends the app
   */
  async install(may: () => boolean): Promise<UpdateFault | 'later' | null> {
    if (this.#loaded === null) return 'not-installed';
    const { file, offer } = this.#loaded;
    try {
      if (!(await this.#isAsOffered(file, offer))) return 'damaged';
      if (!may()) return 'later';
      this.#noteTried(offer.version);
      await this.#run(file);
      return null;
    } catch (error) {
      this.#log(error);
      return 'not-installed';
    }
  }

  /** The file lies where other programs of this user may write. */
  async #isAsOffered(file: string, { files }: Offer): Promise<boolean> {
    const sha512 = await sha512Of(file);
    if (files.some((offered) => offered.sha512 === sha512)) return true;
    this.#log('The update that was loaded has been changed since. It was deleted.');
    rmSync(file, { force: true });
    this.#loaded = null;
    return false;
  }

  async #run(file: string): Promise<void> {
    const { installPackage, updater } = this.#parts;
    if (installPackage) return installPackage(file);
    this.#fault = null;
    updater.quitAndInstall(true, true);
    if (this.#fault !== null) throw this.#fault;
  }

  /** The version that was installed last, by its own account: OnSite is still this one where that did not succeed. */
  #tried(): string {
    try {
      return readFileSync(join(this.#parts.folder, 'tried'), 'utf8');
    } catch {
      return '';
    }
  }

  #noteTried(version: string): void {
    writeFileSync(join(this.#parts.folder, 'tried'), version, { mode: 0o600 });
  }

  #log(error: unknown): void {
    const text = String(error).slice(0, LINE);
    this.#parts.log(`Update: ${text}`);
  }
}
