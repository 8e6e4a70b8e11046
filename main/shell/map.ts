import { execFile } from 'node:child_process';
import { setTimeout as rest } from 'node:timers/promises';
import { promisify } from 'node:util';
import { app, shell } from 'electron';
import { mapLink } from '../platform/map-link.ts';

/** The desktop may take so long to name a program (ms). */
const MOST_NAMING = 2_000;
/** A program that has not failed to open by then (ms) is open: Linux answers only when some of them end. */
const MOST_OPENING = 2_000;

/** Whether a program takes links of this scheme. Electron would wait for Linux's answer, with nothing else done meanwhile. */
async function hasProgram(scheme: string): Promise<boolean> {
  if (process.platform !== 'linux') return app.getApplicationNameForProtocol(`${scheme}:`) !== '';
  const query = ['query', 'default', `x-scheme-handler/${scheme}`];
  const asked = promisify(execFile)('xdg-mime', query, { timeout: MOST_NAMING });
  return asked.then(
    ({ stdout }) => stdout.trim() !== '',
    () => false,
  );
}

/** Shows an address in the system's own map. @returns false: there is none, or it does not open */
export async function openMap(address: string): Promise<boolean> {
  const link = mapLink(process.platform, address);
  if (link === null || !(await hasProgram(link.slice(0, link.indexOf(':'))))) return false;
  const opened = shell.openExternal(link).then(
    () => true,
    () => false,
  );
  return Promise.race([opened, rest(MOST_OPENING, true)]);
}
