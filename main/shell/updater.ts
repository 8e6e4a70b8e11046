import { join } from 'node:path';
import { app } from 'electron';
import type { Updater } from '../app/ports.ts';
import { type PackageKind, packageKind } from '../platform/package-kind.ts';
import { CONFIG, makeUpdateFolder } from '../platform/update-folder.ts';
import type { UpdateLoader } from '../platform/update-loader.ts';
import { updaterOf } from '../platform/updater.ts';

/** Makes what loads updates; the library is loaded by the first look, and by nobody without a feed. */
async function loaderFor(kind: PackageKind, log: (line: string) => void): Promise<UpdateLoader> {
  const { AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater, RpmUpdater } = await import(
    'electron-updater'
  );
  const { ElectronAppAdapter } = await import('electron-updater/out/ElectronAppAdapter.js');
  const { ElectronHttpExecutor } = await import('electron-updater/out/electronHttpExecutor.js');
  const { limitAnswer, refuseRedirect } = await import('../platform/update-requests.ts');
  const { UpdateLoader } = await import('../platform/update-loader.ts');
  const { publisherOf } = await import('../platform/update-publisher.ts');
  const { installPackage } = await import('../platform/system-package.ts');
  const updaters = {
    nsis: NsisUpdater,
    mac: MacUpdater,
    deb: DebUpdater,
    rpm: RpmUpdater,
    AppImage: AppImageUpdater,
    folder: AppImageUpdater,
  };
  const folder = join(app.getPath('userData'), 'updates');

  /** A loaded package lies in the data folder, with the one file that electron-updater reads its own settings from. */
  class Adapter extends ElectronAppAdapter {
    override get appUpdateConfigPath(): string {
      return join(folder, CONFIG);
    }
    override get userDataPath(): string {
      return folder;
    }
    override get baseCachePath(): string {
      return folder;
    }
  }

  class Executor extends ElectronHttpExecutor {
    mostBytes = 0;

    protected override addRedirectHandlers(
      request: Electron.ClientRequest,
      _options: unknown,
      reject: (error: Error) => void,
    ): void {
      request.on('redirect', (_status, _method, to) => refuseRedirect(request, to, reject));
    }

    override addErrorAndTimeoutHandlers(
      request: Electron.ClientRequest,
      reject: (error: Error) => void,
    ): void {
      super.addErrorAndTimeoutHandlers(request, reject);
      limitAnswer(request, this.mostBytes, reject);
    }
  }

  makeUpdateFolder(folder, process.resourcesPath);
  return new UpdateLoader({
    updater: new updaters[kind](undefined, new Adapter()),
    executor: new Executor(),
    vouches: publisherOf(kind, process.resourcesPath),
    installPackage: kind === 'deb' || kind === 'rpm' ? (file) => installPackage(kind, file) : null,
    folder,
    log,
  });
}

/** Updates by electron-updater. */
export function electronUpdater(log: (line: string) => void): Updater {
  const kind = packageKind(process.resourcesPath, process.env);
  const restart = () => {
    app.relaunch();
    app.quit();
  };
  return updaterOf({
    kind,
    isRoot: process.getuid?.() === 0,
    makeLoader: () => loaderFor(kind, log),
    restart,
    log,
  });
}
