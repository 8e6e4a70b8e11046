import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { messageOf } from '../listeners.ts';
import type { PolicyFault } from './faults.ts';
import { readPlainFile, UnusableFile } from './plain-file.ts';
import { SettingsFile, settingFault, systemOnlyIn } from './settings-schema.ts';

/** The policy that the company set, or why it cannot be trusted. A half-read policy is no policy. */
export type Policy =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly path: string; readonly values: SettingsFile }
  | { readonly state: 'invalid'; readonly path: string; readonly fault: PolicyFault };

/** Where the system's policy file lies (INTERFACE.md). */
export function systemPolicyPath(platform: NodeJS.Platform, programData: string | undefined): string {
  if (platform === 'win32') return join(programData ?? 'C:\\ProgramData', 'OnSite', 'policy.json');
  if (platform === 'darwin') return '/Library/Application Support/OnSite/policy.json';
  return '/etc/onsite/policy.json';
}

const GROUP_OR_OTHERS_WRITE = 0o022;

/** Whether an owner may say what the policy is: the administrator, or the person who runs this. */
const isTrusted = ({ uid }: Stats): boolean => uid === 0 || uid === process.getuid?.();

/**
 * @param folder the folder that this is; null: the file itself
 * @throws when other users may change it. Windows keeps rights in lists of its own, which are not read.
 */
function checkOwner(stats: Stats, folder: string | null): void {
  if (process.platform === 'win32') return;
  if (!isTrusted(stats)) throw new UnusableFile({ code: 'foreign', folder });
  if (stats.mode & GROUP_OR_OTHERS_WRITE) throw new UnusableFile({ code: 'writable', folder });
}

/** @throws when other users may put another file in its place: where it lies, and where a link to it points. */
function checkFolders(path: string): void {
  for (const folder of new Set([dirname(path), dirname(realpathSync(path))]))
    checkOwner(statSync(folder), folder);
}

/** One that cannot be looked at is there: a policy is not got rid of by hiding it. */
function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** JSON.parse quotes what it stumbles over, which may be the secret: only the place is told. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, line] = /line (\d+) column \d+/.exec(String(error)) ?? [];
    throw new UnusableFile({ code: 'json', line: line === undefined ? null : Number(line) });
  }
}

const BYTE_ORDER_MARK = /^\uFEFF/;

function readValues(path: string, isSystems: boolean): SettingsFile {
  const text = readPlainFile(path, (stats) => checkOwner(stats, null));
  checkFolders(path);
  const content = parse(text.replace(BYTE_ORDER_MARK, ''));
  const parsed = v.safeParse(SettingsFile, content);
  if (!parsed.success) throw new UnusableFile(settingFault(parsed.issues));
  const [reserved] = isSystems ? [] : systemOnlyIn(parsed.output);
  if (reserved) throw new UnusableFile({ code: 'system-only', key: reserved });
  return parsed.output;
}

/**
 * Reads the system's policy when it exists, else the one that `ONSITE_POLICY` names. Never throws: what is wrong is in
 * the answer, with the key it is wrong in.
 */
export function readPolicy(systemPath: string, named: string | undefined): Policy {
  const isSystems = isThere(systemPath);
  const path = isSystems ? systemPath : named;
  if (!path) return { state: 'none' };
  try {
    return { state: 'read', path, values: readValues(path, isSystems) };
  } catch (error) {
    if (error instanceof UnusableFile) return { state: 'invalid', path, fault: error.fault };
    const detail = messageOf(error);
    return { state: 'invalid', path, fault: { code: 'unreadable', detail } };
  }
}
