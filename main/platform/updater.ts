import type { Updater } from '../app/ports.ts';
import { installsSilently, type PackageKind } from './package-kind.ts';
import type { UpdateLoader } from './update-loader.ts';

type Loader = Pick<UpdateLoader, 'load' | 'install'>;

export interface UpdaterParts {
  readonly kind: PackageKind;
  readonly isRoot: boolean;
  /** Called by the first look alone: nothing of the library is loaded where no feed is asked. */
  readonly makeLoader: () => Promise<Loader>;
  /** Ends the app, which starts again. */
  readonly restart: () => void;
  readonly log: (line: string) => void;
}

/** Loads and installs updates for a kind of package. */
export function updaterOf({ kind, isRoot, makeLoader, restart, log }: UpdaterParts): Updater {
  let loader: Loader | null = null;
  return {
    isSilent: installsSilently(kind, isRoot),
    load: async (feed, onFound) => {
      try {
        loader ??= await makeLoader();
        return await loader.load(feed, onFound);
      } catch (error) {
        log(String(error));
        return { state: 'failed', fault: 'unreachable', version: null };
      }
    },
    install: async (may) => (loader && kind !== 'folder' ? loader.install(may) : 'not-installed'),
    restart,
  };
}
