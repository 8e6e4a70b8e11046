import { copyFileSync, renameSync } from 'node:fs';
import Store from 'electron-store';
import * as v from 'valibot';
import type { Policy } from './policy.ts';
import { DEFAULTS, type SettingKey, type Settings, SettingsFile } from './settings-schema.ts';

/** Where the user's choices are kept; electron-store in the app. */
interface File {
  readonly path: string;
  readonly store: unknown;
  set(key: string, value: unknown): void;
  delete(key: string): void;
}

type Given = { readonly [K in keyof Settings]?: Settings[K] | undefined };

function openFile(folder: string): { file: File; setAside: string | null } {
  const open = () =>
    new Store({
      cwd: folder,
      name: 'settings',
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
    });
  try {
    return { file: open(), setAside: null };
  } catch {
    const path = `${folder}/settings.json`;
    const aside = `${path}.broken-${Date.now()}`;
    renameSync(path, aside);
    return { file: open(), setAside: aside };
  }
}

/** Keeps the keys that are right; those that are not fall back to their defaults. */
function readable(content: unknown): { values: SettingsFile; bad: readonly string[] } {
  const parsed = v.safeParse(SettingsFile, content);
  if (parsed.success) return { values: parsed.output, bad: [] };
  const bad = new Set(parsed.issues.map((issue) => String(issue.path?.[0].key)));
  const kept = Object.fromEntries(Object.entries(Object(content)).filter(([key]) => !bad.has(key)));
  const again = v.safeParse(SettingsFile, kept);
  return { values: again.success ? again.output : {}, bad: [...bad] };
}

/** The settings in force: policy over the user's own over the defaults. Read once and kept in memory. */
export class SettingsStore {
  readonly #policy: Policy;
  readonly #file: File;
  /** A broken `settings.json` lies here, untouched; null when it was sound. */
  readonly setAside: string | null;
  #own: SettingsFile;

  constructor(folder: string, policy: Policy) {
    this.#policy = policy;
    const { file, setAside } = openFile(folder);
    const { values, bad } = readable(file.store);
    this.#file = file;
    this.#own = values;
    this.setAside = bad.length > 0 ? this.#copyAside(bad) : setAside;
  }

  #copyAside(bad: readonly string[]): string {
    const aside = `${this.#file.path}.broken-${Date.now()}`;
    copyFileSync(this.#file.path, aside);
    for (const key of bad) this.#file.delete(key);
    return aside;
  }

  /** A setting as it is in force. */
  get<K extends keyof Settings>(key: K): Settings[K] {
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

  /** The secret that policy gives for a client, or null when it is the keychain's to know. */
  givenSecret(clientId: string): string | null {
    return clientId === this.get('clientId') ? this.get('clientSecret') || null : null;
  }

  /** Keeps the user's choice. A key that the policy decides stays as it is; the secret never goes to a file. */
  set<K extends Exclude<keyof Settings, 'clientSecret'>>(key: K, value: Settings[K]): void {
    if (this.isLocked(key)) return;
    this.#own = { ...this.#own, [key]: value };
    this.#file.set(key, value);
  }
}
