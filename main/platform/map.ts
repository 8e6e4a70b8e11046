import { execFile } from 'node:child_process';
import { setTimeout as rest } from 'node:timers/promises';
import { promisify } from 'node:util';
import { mapLink } from './map-link.ts';

/** The desktop may take so long to name a program (ms). */
const MOST_NAMING = 2_000;
/** A program that has not failed to open by then (ms) is open: Linux answers only when some of them end. */
const MOST_OPENING = 2_000;

/** Opens links of other programs, as Electron does. */
export interface LinkOpener {
  /** The program that takes links of a scheme, `maps:`; empty where there is none. */
  programFor(scheme: string): string;
  /** Opens a link. Rejects where no program takes it. */
  open(link: string): Promise<void>;
}

/** Names Linux's program for a scheme. Electron would wait for the answer, with nothing else done meanwhile. */
async function programOnLinux(scheme: string): Promise<string> {
  const query = ['query', 'default', `x-scheme-handler/${scheme.slice(0, -1)}`];
  const asked = promisify(execFile)('xdg-mime', query, { timeout: MOST_NAMING });
  return asked.then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
}

/** Shows an address in the system's own map. @returns false: there is none, or it does not open */
export async function showOnMap(
  address: string,
  opener: LinkOpener,
  system: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const link = mapLink(system, address);
  if (link === null) return false;
  const scheme = link.slice(0, link.indexOf(':') + 1);
  const program = system === 'linux' ? await programOnLinux(scheme) : opener.programFor(scheme);
  if (program === '') return false;
  const opened = opener.open(link).then(
    () => true,
    () => false,
  );
  return Promise.race([opened, rest(MOST_OPENING, true)]);
}
