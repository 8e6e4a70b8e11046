import { join } from 'node:path';
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

/** A line about an error: its stack has names of our files only. */
export function logError(error: unknown): void {
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** One line for each report's outcome, by its ids and codes. */
export function logOutcomes(core: Core): void {
  core.onOutcome((outcome) => {
    const found = findReport(core.visits.state.visits, outcome.reportId);
    if (!found) return;
    const { visit, report } = found;
    const codes = outcome.type === 'refused' ? [outcome.problem.reason, ...outcome.problem.codes] : [];
    log.info([outcome.type, report.kind, orderOf(visit, report), report.id, ...codes].join(' '));
  });
}
