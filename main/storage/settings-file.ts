import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { messageOf } from '../listeners.ts';
import { replacePlainFile } from './plain-file.ts';
import { type Content, readSettings } from './settings-content.ts';
import type { SettingKey, SettingsFile } from './settings-schema.ts';

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

const OWNER_ONLY = 0o600;

/** Keeps the file as it was beside, and leaves in its place what can be used of it. @returns where it is kept */
function putInOrder(path: string, content: Content): string | null {
  if (content.kind === 'none' || (content.kind === 'read' && content.isSound)) return null;
  const aside = `${path}.broken-${Date.now()}`;
  if (content.kind === 'unreadable') renameSync(path, aside);
  else {
    copyFileSync(path, aside);
    replacePlainFile(path, JSON.stringify(content.values, null, '\t'));
  }
  return aside;
}

function orderOf(path: string, content: Content): Pick<OpenedSettings, 'setAside' | 'fault'> {
  try {
    return { setAside: putInOrder(path, content), fault: null };
  } catch (error) {
    return { setAside: null, fault: messageOf(error) };
  }
}

/** Reads `settings.json` of a folder. Never throws: what is wrong with it is in the answer. */
export function openSettings(folder: string): OpenedSettings {
  const path = join(folder, 'settings.json');
  const content = readSettings(path);
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
