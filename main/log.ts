import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import log from 'electron-log/node';
import type { Core } from './core.ts';
import { findReport } from './visit/edit.ts';
import { orderOf } from './visit/phase.ts';

/** The log file is turned over at this size, bytes; one older file is kept. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Opens `onsite.log` in the data folder. It holds no secret, no name, and no text that a person wrote. */
export function openLog(folder: string): void {
  log.transports.file.resolvePathFn = () => join(folder, 'onsite.log');
  log.transports.file.maxSize = MOST_BYTES;
  log.transports.console.level = false;
}

/** A text that an error quotes may be a person's: JSON and valibot quote what they cannot read. */
const QUOTED = /"[^\n]*"/g;

/** A home folder has its owner's name. A module in a stack is named by its address. */
const HOMES = [pathToFileURL(homedir()).href, homedir()];

/** An error as the log keeps it, with its stack. */
function lineOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return HOMES.reduce((line, home) => line.replaceAll(home, '~'), text.replace(QUOTED, '"…"'));
}

/** Keeps a line about an error. */
export function logError(error: unknown): void {
  log.error(lineOf(error));
}

/** Keeps one line for each report's outcome, by its ids and codes. */
export function logOutcomes(core: Pick<Core, 'onOutcome' | 'visits'>): void {
  core.onOutcome((outcome) => {
    const found = findReport(core.visits.state.visits, outcome.reportId);
    if (!found) return;
    const { visit, report } = found;
    const codes = outcome.type === 'refused' ? [outcome.problem.reason, ...outcome.problem.codes] : [];
    log.info([outcome.type, report.kind, orderOf(visit, report), report.id, ...codes].join(' '));
  });
}
