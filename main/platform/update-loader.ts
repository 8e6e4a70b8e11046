import type { AppUpdater } from 'electron-updater';
import type { LoadedUpdate, UpdateFault } from '../../preload/contract.ts';
import { causeOf } from '../storage/cause.ts';

/** Says that the feed, or a file of it, lies elsewhere: where updates come from is for the policy alone to say. */
export class Redirected extends Error {
  constructor(to: string) {
    super(`The update feed redirects to ${URL.canParse(to) ? new URL(to).origin : 'another address'}.`);
  }
}

/** Ends a request of electron-updater that is answered with another address. */
export function refuseRedirect(request: { abort(): void }, to: string, reject: (error: Error) => void): void {
  reject(new Redirected(to));
  request.abort();
}

/** electron-updater's codes of a feed that cannot be used. */
const FEED = /^ERR_UPDATER_(INVALID_(?!SIGNATURE)|NO_|CHANNEL_FILE_NOT_FOUND|ASSET_|ZIP_)/;

/** The fault of an error of electron-updater, of the file system, or of the network. */
export function faultOf(error: unknown): UpdateFault {
  if (error instanceof Redirected) return 'redirected';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (causeOf(error) === 'full') return 'no-room';
  if (code === 'ERR_CHECKSUM_MISMATCH') return 'damaged';
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE' || /code signature/i.test(String(error))) return 'signature';
  return FEED.test(code) ? 'feed' : 'unreachable';
}

/** Looks for an update, loads and installs it by electron-updater, which checks the SHA-512 of each file. */
export class UpdateLoader {
  readonly #updater: AppUpdater;
  readonly #log: (error: unknown) => void;
  #fault: unknown = null;

  /**
   * @param updater made for this kind of package with an adapter of the app
   * @param executor an HttpExecutor that sends its requests, and refuses to be sent elsewhere
   */
  constructor(updater: AppUpdater, executor: object, log: (error: unknown) => void) {
    this.#updater = updater;
    this.#log = log;
    Reflect.set(updater, 'httpExecutor', executor);
    updater.logger = null;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = false;
    updater.allowDowngrade = false;
    updater.disableDifferentialDownload = true;
    updater.disableWebInstaller = true;
    updater.forceDevUpdateConfig = true;
    updater.on('error', (error) => {
      this.#fault = error;
    });
  }

  /** @param onFound is told the version that is being loaded */
  async load(feed: string, onFound: (version: string) => void): Promise<LoadedUpdate> {
    let found: string | null = null;
    try {
      this.#updater.setFeedURL({ provider: 'generic', url: feed });
      const answer = await this.#updater.checkForUpdates();
      if (!answer?.isUpdateAvailable) return this.#none(answer?.updateInfo.version);
      found = answer.updateInfo.version;
      onFound(found);
      await this.#updater.downloadUpdate();
      return { state: 'ready', version: found };
    } catch (error) {
      this.#log(error);
      return { state: 'failed', fault: faultOf(error), version: found };
    }
  }

  /** A feed that offers less than what runs is wrong: it is said. */
  #none(offered: string | undefined): LoadedUpdate {
    const isOlder = offered !== undefined && this.#updater.currentVersion.compare(offered) > 0;
    if (!isOlder) return { state: 'newest' };
    this.#log(`The update feed offers ${offered}, which is older than ${this.#updater.currentVersion}.`);
    return { state: 'failed', fault: 'older', version: offered };
  }

  /** Installs what was loaded and ends the app, which starts again. @returns the fault, null where it is under way */
  install(): UpdateFault | null {
    this.#fault = null;
    try {
      this.#updater.quitAndInstall(true, true);
    } catch (error) {
      this.#fault = error;
    }
    if (this.#fault === null) return null;
    this.#log(this.#fault);
    return 'not-installed';
  }
}
