import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { readPlainFile } from './plain-file.ts';
import { faultText, SettingsFile, systemOnlyIn } from './settings-schema.ts';

/** The policy that the company set, or why it cannot be trusted. A half-read policy is no policy. */
export type Policy =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly path: string; readonly values: SettingsFile }
  | { readonly state: 'invalid'; readonly path: string; readonly detail: string };

/** Where the system's policy file lies (INTERFACE.md). */
export function systemPolicyPath(platform: NodeJS.Platform, programData: string | undefined): string {
  if (platform === 'win32') return join(programData ?? 'C:\\ProgramData', 'OnSite', 'policy.json');
  if (platform === 'darwin') return '/Library/Application Support/OnSite/policy.json';
  return '/etc/onsite/policy.json';
}

const GROUP_OR_OTHERS_WRITE = 0o022;

/** Whether an owner may say what the policy is: the administrator, or the person who runs this. */
const isTrusted = ({ uid }: Stats): boolean => uid === 0 || uid === process.getuid?.();

/** @throws when somebody else may change the open file. Windows keeps rights in lists of its own, which are not read. */
function checkFile(stats: Stats): void {
  if (process.platform === 'win32') return;
  if (!isTrusted(stats)) throw new Error('the file belongs to another user (it must be root’s or yours)');
  if (stats.mode & GROUP_OR_OTHERS_WRITE)
    throw new Error('the file may be written by others than its owner (chmod go-w)');
}

/** @throws when somebody else may put another file in its place: where it lies, and where a link to it points. */
function checkFolders(path: string): void {
  if (process.platform === 'win32') return;
  for (const folder of new Set([dirname(path), dirname(realpathSync(path))])) {
    const stats = statSync(folder);
    if (!isTrusted(stats))
      throw new Error(`its folder ${folder} belongs to another user (it must be root’s or yours)`);
    if (stats.mode & GROUP_OR_OTHERS_WRITE)
      throw new Error(`its folder ${folder} may be written by others than its owner (chmod go-w)`);
  }
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
    const [place] = /line \d+ column \d+/.exec(String(error)) ?? [];
    throw new Error(['it is not valid JSON', place].filter(Boolean).join(', '));
  }
}

const BYTE_ORDER_MARK = /^\uFEFF/;

function readValues(path: string, isSystems: boolean): SettingsFile {
  const text = readPlainFile(path, checkFile);
  checkFolders(path);
  const content = parse(text.replace(BYTE_ORDER_MARK, ''));
  const parsed = v.safeParse(SettingsFile, content);
  if (!parsed.success) throw new Error(faultText(parsed.issues));
  const [reserved] = isSystems ? [] : systemOnlyIn(parsed.output);
  if (reserved) throw new Error(`${reserved}: only the policy file of the system may say this`);
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
    return { state: 'invalid', path, detail: error instanceof Error ? error.message : String(error) };
  }
}
