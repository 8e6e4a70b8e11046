import type { LoadedUpdate, UpdateView } from '../../preload/contract.ts';
import type { Core } from '../core.ts';
import { Listeners } from '../listeners.ts';
import { unanswered, waitingCount } from '../outbox/next.ts';
import type { System } from '../servicechannel/system.ts';
import type { Storage } from '../storage/storage.ts';
import { isOpen } from '../visit/phase.ts';
import { HOUR, MINUTE } from '../visit/time.ts';
import type { Visit } from '../visit/types.ts';
import type { Desktop, Updater } from './ports.ts';

/** From the start until the first look for an update, and from one look to the next (ms). */
export const FIRST_LOOK = MINUTE;
export const NEXT_LOOK = 6 * HOUR;
/** Everything has to be at rest for so long before an update is installed by itself (ms). */
export const REST = 5 * MINUTE;

/** While it stands so, another look would change nothing, or too much. */
const BUSY: ReadonlySet<UpdateView['state']> = new Set([
  'looking',
  'loading',
  'ready',
  'installing',
  'installed',
]);

type State = Exclude<UpdateView, { readonly state: 'ready' }> | LoadedUpdate;

export interface UpdateParts {
  /** The address that the company's policy names, or an empty text. */
  readonly feed: () => string;
  readonly updater: Updater;
  readonly system: Pick<System, 'after'>;
  /** The visits of all users of this computer. */
  readonly visits: () => readonly Visit[];
  /** A window of ours is being used, or asks something. */
  readonly isUsed: () => boolean;
}

/** The parts of the app that updates look at. */
interface Around {
  readonly storage: Pick<Storage, 'settings'>;
  readonly core: Core;
  readonly desktop: Desktop;
  readonly system: System;
}

/** True off site, with no report that waits or is unanswered. */
export const mayInstall = (visits: readonly Visit[]): boolean =>
  !visits.some(isOpen) && waitingCount(visits) === 0 && unanswered(visits).length === 0;

/**
 * Updates from the feed that the company's policy names: loaded quietly, installed off site only, with nothing waiting.
 * Whatever goes wrong is shown in Settings and logged, and leaves the running program as it is.
 */
export class Updates {
  readonly #parts: UpdateParts;
  readonly #changed = new Listeners();
  #state: State = { state: 'off' };
  #endRest: (() => void) | null = null;

  constructor(parts: UpdateParts) {
    this.#parts = parts;
  }

  get view(): UpdateView {
    return this.#state.state === 'ready'
      ? { ...this.#state, now: mayInstall(this.#parts.visits()) }
      : this.#state;
  }

  onChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  /** Looks for updates from now on, where the policy names a feed. */
  start(): void {
    if (this.#parts.feed() !== '') this.#lookIn(FIRST_LOOK);
  }

  #show(state: State): void {
    this.#state = state;
    this.#changed.tell();
  }

  #lookIn(ms: number): void {
    this.#parts.system.after(ms, () => {
      this.#lookIn(NEXT_LOOK);
      void this.look();
    });
  }

  /** Looks for a newer version now and loads it; never throws. */
  async look(): Promise<void> {
    const feed = this.#parts.feed();
    if (feed === '' || BUSY.has(this.#state.state)) return;
    this.#show({ state: 'looking' });
    this.#show(await this.#parts.updater.load(feed, (version) => this.#show({ state: 'loading', version })));
    this.watch();
  }

  /** Something has changed that an installation or a new start waits for. */
  watch(): void {
    if (this.#goesOnByItself && this.#isFree) {
      this.#endRest ??= this.#parts.system.after(REST, () => {
        this.#endRest = null;
        if (this.#isFree) this.#goOn();
      });
    } else {
      this.#endRest?.();
      this.#endRest = null;
    }
  }

  /** A version whose installation came to nothing is not tried again without a person: it might go on so for ever. */
  get #goesOnByItself(): boolean {
    const state = this.#state;
    return (
      state.state === 'installed' || (state.state === 'ready' && !state.again && this.#parts.updater.isSilent)
    );
  }

  get #isFree(): boolean {
    return this.#mayGoOn() && !this.#parts.isUsed();
  }

  readonly #mayGoOn = (): boolean => mayInstall(this.#parts.visits());

  #goOn(): void {
    if (this.#state.state === 'installed') this.#parts.updater.restart();
    else void this.install();
  }

  /** Installs what is ready and starts anew, but on site or while reports wait: then nothing is done. Never throws. */
  async install(): Promise<void> {
    const ready = this.#state;
    if (ready.state !== 'ready' || !this.#mayGoOn()) return;
    const { version } = ready;
    this.#show({ state: 'installing', version });
    const outcome = await this.#parts.updater.install(this.#mayGoOn);
    if (outcome === 'later') this.#show(ready);
    else if (outcome !== null) this.#show({ state: 'failed', fault: outcome, version });
    else {
      this.#show({ state: 'installed', version });
      if (this.#mayGoOn()) this.#parts.updater.restart();
    }
    this.watch();
  }
}

/** Updates of this program, held back by all visits on this computer. */
export function updatesOf({ storage, core, desktop, system }: Around): Updates {
  const updates = new Updates({
    feed: () => storage.settings.get('updateUrl'),
    updater: desktop.updater,
    system,
    visits: () => core.visits.state.visits,
    isUsed: () => desktop.shell.isLookedAt,
  });
  core.onChange(() => updates.watch());
  return updates;
}
