import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { Listeners, messageOf } from '../listeners.ts';
import { HOSTS } from '../servicechannel/hosts.ts';
import type { Policy } from './policy.ts';
import { type OpenedSettings, openSettings } from './settings-file.ts';
import {
  DEFAULTS,
  type SettingKey,
  type Settings,
  SettingsFile,
  type SystemOnly,
} from './settings-schema.ts';

type Given = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/**
 * The settings a person may choose: not the secret, which never goes to a file, nor those of the system's policy
 * alone.
 */
export type OwnKey = Exclude<SettingKey, 'clientSecret' | SystemOnly>;

/** A choice, or the order of the file, that the disk did not take. */
export interface NotKept {
  readonly path: string;
  readonly detail: string;
}

/** The settings in force: policy over the user's own over the defaults. Read once and kept in memory. */
export class SettingsStore {
  readonly #policy: Policy;
  readonly #file: OpenedSettings;
  readonly #changes = new Listeners<SettingKey>();
  #own: SettingsFile;
  #notKept: NotKept | null;

  constructor(folder: string, policy: Policy) {
    this.#policy = policy;
    this.#file = openSettings(folder);
    this.#own = this.#file.values;
    this.#notKept = this.#file.fault === null ? null : { path: this.#file.path, detail: this.#file.fault };
  }

  /** A `settings.json` of which not all could be used lies here as it was; null when it was sound. */
  get setAside(): string | null {
    return this.#file.setAside;
  }

  /** The last thing that could not be written to `settings.json`; it holds for this run only. Null when all was kept. */
  get notKept(): NotKept | null {
    return this.#notKept;
  }

  /** A setting as it is in force. */
  get<K extends SettingKey>(key: K): Settings[K] {
    const policy: Given = this.#policy.state === 'read' ? this.#policy.values : {};
    const own: Given = this.#own;
    const given: Settings[K] | undefined = policy[key] ?? own[key];
    return given ?? DEFAULTS[key];
  }

  get policy(): Policy {
    return this.#policy;
  }

  /** Does the policy decide this key? */
  isLocked(key: SettingKey): boolean {
    return this.#policy.state === 'read' && this.#policy.values[key] !== undefined;
  }

  /** Has policy or the user said what this key is? */
  isChosen(key: SettingKey): boolean {
    return this.isLocked(key) || this.#own[key] !== undefined;
  }

  /**
   * The secret that policy gives for a client, or null when it is the keychain's to know. It goes to the policy's own
   * sign-in host, else to ServiceChannel's: not to one that a window has set.
   */
  givenSecret(clientId: string, loginUrl: string): string | null {
    const hosts = this.isLocked('loginUrl')
      ? [this.get('loginUrl')]
      : Object.values(HOSTS).map((environment) => environment.loginUrl);
    const { origin } = new URL(loginUrl);
    if (!hosts.some((host) => new URL(host).origin === origin)) return null;
    return clientId === this.get('clientId') ? this.get('clientSecret') || null : null;
  }

  /**
   * Keeps the user's choice and tells it. A key that the policy decides stays as it is. A choice that the disk does not
   * take holds for this run, see `notKept`.
   */
  set<K extends OwnKey>(key: K, value: Settings[K]): void {
    if (this.isLocked(key)) return;
    this.#take(key, { ...this.#own, [key]: value }, () => this.#file.keep(key, value));
  }

  /**
   * Keeps a choice as a window sends it.
   * @returns false where the value is none that this key can have; nothing is changed then
   */
  choose(key: OwnKey, value: unknown): boolean {
    const parsed = v.safeParse(SettingsFile, { [key]: value });
    if (!parsed.success) return false;
    if (!this.isLocked(key))
      this.#take(key, { ...this.#own, ...parsed.output }, () => this.#file.keep(key, parsed.output[key]));
    return true;
  }

  /** Forgets the user's choices of these keys: policy or default hold again. */
  restoreDefaults(keys: readonly OwnKey[]): void {
    for (const key of keys) {
      if (this.#own[key] === undefined) continue;
      const { [key]: _, ...rest } = this.#own;
      this.#take(key, rest, () => this.#file.forget(key));
    }
  }

  #take(key: OwnKey, own: SettingsFile, write: () => void): void {
    const before = this.get(key);
    this.#own = own;
    this.#notKept = this.#kept(write);
    if (this.#notKept || !isDeepStrictEqual(before, this.get(key))) this.#changes.tell(key);
  }

  #kept(write: () => void): NotKept | null {
    try {
      write();
      return null;
    } catch (error) {
      return { path: this.#file.path, detail: messageOf(error) };
    }
  }

  /** Calls back with each key whose value in force has changed, or could not be kept; the returned function ends that. */
  onChange(listener: (key: SettingKey) => void): () => void {
    return this.#changes.add(listener);
  }
}
