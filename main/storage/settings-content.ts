import { join } from 'node:path';
import * as v from 'valibot';
import { readPlainFile } from './plain-file.ts';
import { SettingsFile, SYSTEM_ONLY } from './settings-schema.ts';

/** The state of the file: `none` where there is no file, `unreadable` where nothing of it can be used. */
export type Content =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'read'; readonly values: SettingsFile; readonly isSound: boolean };

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

/** Reads a `settings.json`. Never throws. */
export function readSettings(path: string): Content {
  try {
    const content: unknown = JSON.parse(readPlainFile(path));
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      return { kind: 'unreadable' };
    return { kind: 'read', ...readable(content) };
  } catch (error) {
    return isMissing(error) ? { kind: 'none' } : { kind: 'unreadable' };
  }
}

/** The values in `settings.json` of a folder that can be used; the file stays as it is. Never throws. */
export function glanceAtSettings(folder: string): SettingsFile {
  const content = readSettings(join(folder, 'settings.json'));
  return content.kind === 'read' ? content.values : {};
}
