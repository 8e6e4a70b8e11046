import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { faultText, SettingsFile } from './settings-schema.ts';

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

function readValues(path: string): SettingsFile {
  if (process.platform !== 'win32' && statSync(path).mode & GROUP_OR_OTHERS_WRITE)
    throw new Error('the file may be written by others than its owner (chmod go-w)');
  const parsed = v.safeParse(SettingsFile, JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(faultText(parsed.issues));
  return parsed.output;
}

/**
 * Reads the system's policy when it exists, else the one that `ONSITE_POLICY` names. Never throws: what is wrong is in
 * the answer, with the key it is wrong in.
 */
export function readPolicy(systemPath: string, named: string | undefined): Policy {
  const path = existsSync(systemPath) ? systemPath : named;
  if (!path) return { state: 'none' };
  try {
    return { state: 'read', path, values: readValues(path) };
  } catch (error) {
    return { state: 'invalid', path, detail: error instanceof Error ? error.message : String(error) };
  }
}
