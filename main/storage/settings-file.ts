import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import * as v from 'valibot';
import { readPlainFile } from './plain-file.ts';
import { type SettingKey, SettingsFile, SYSTEM_ONLY } from './settings-schema.ts';

/** The contents of `settings.json` when it was opened, and the function that writes a choice. */
export interface OpenedSettings {
  readonly path: string;
  readonly values: SettingsFile;
  /** The file as it was lies here where not all of it could be used; null when it was sound. */
  readonly setAside: string | null;
  /** Why the file could not be put in order; null when it was, or needed none. */
  readonly fault: string | null;
  /** @throws when the file cannot be written */
  readonly keep: (key: SettingKey, value: unknown) => void;
  /** @throws when the file cannot be written */
  readonly forget: (key: SettingKey) => void;
}

/** The state of the file: `none` where there is no file, `unreadable` where nothing of it can be used. */
type Content =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'read'; readonly values: SettingsFile; readonly isSound: boolean };

const OWNER_ONLY = 0o600;

/** Keys that a person may choose; of the others only that they are there is looked at, however many they are. */
const OWN_KEYS = new Set(Object.keys(SettingsFile.entries).filter((key) => !isSystemOnly(key)));

function isSystemOnly(key: string): boolean {
  return SYSTEM_ONLY.some((each) => each === key);
}

/** Keeps the keys that are right; those that are not fall back to their defaults. */
function readable(content: object): { values: SettingsFile; isSound: boolean } {
  const given = Object.entries(content);
  const own = given.filter(([key]) => OWN_KEYS.has(key));
  const parsed = v.safeParse(SettingsFile, Object.fromEntries(own));
  if (parsed.success) return { values: parsed.output, isSound: own.length === given.length };
  const bad = new Set(parsed.issues.map((issue) => String(issue.path?.[0].key)));
  const right = v.safeParse(SettingsFile, Object.fromEntries(own.filter(([key]) => !bad.has(key))));
  return { values: right.success ? right.output : {}, isSound: false };
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function read(path: string): Content {
  try {
    const content: unknown = JSON.parse(readPlainFile(path));
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      return { kind: 'unreadable' };
    return { kind: 'read', ...readable(content) };
  } catch (error) {
    return isMissing(error) ? { kind: 'none' } : { kind: 'unreadable' };
  }
}

/** Keeps the file as it was beside, and leaves in its place what can be used of it. @returns where it is kept */
function putInOrder(path: string, content: Content): string | null {
  if (content.kind === 'none' || (content.kind === 'read' && content.isSound)) return null;
  const aside = `${path}.broken-${Date.now()}`;
  if (content.kind === 'unreadable') renameSync(path, aside);
  else {
    copyFileSync(path, aside);
    writeFileSync(`${path}.new`, JSON.stringify(content.values, null, '\t'), { mode: OWNER_ONLY });
    renameSync(`${path}.new`, path);
  }
  return aside;
}

function orderOf(path: string, content: Content): Pick<OpenedSettings, 'setAside' | 'fault'> {
  try {
    return { setAside: putInOrder(path, content), fault: null };
  } catch (error) {
    return { setAside: null, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The values in `settings.json` of a folder that can be used; the file stays as it is. Never throws. */
export function glanceAtSettings(folder: string): SettingsFile {
  const content = read(join(folder, 'settings.json'));
  return content.kind === 'read' ? content.values : {};
}

/** Reads `settings.json` of a folder. Never throws: what is wrong with it is in the answer. */
export function openSettings(folder: string): OpenedSettings {
  const path = join(folder, 'settings.json');
  const content = read(path);
  let store: Store | null = null;
  const open = () =>
    new Store({
      cwd: folder,
      name: 'settings',
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      configFileMode: OWNER_ONLY,
    });
  return {
    path,
    values: content.kind === 'read' ? content.values : {},
    ...orderOf(path, content),
    keep: (key, value) => {
      store ??= open();
      store.set(key, value);
    },
    forget: (key) => {
      store ??= open();
      store.delete(key);
    },
  };
}
