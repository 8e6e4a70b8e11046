import type { Cause } from '../main/storage/faults.ts';
import { list } from './en-numbers.ts';

/** Why OnSite cannot start. */
const FAULTS: Readonly<Record<Cause, (folder: string, reason: string) => string>> = {
  newer: (folder) =>
    `The records in ${folder} were written by a newer OnSite. They were left as they are. Install the newest OnSite and start it again.`,
  full: (folder, reason) =>
    `There is no space left for the records in ${folder} (${reason}). Nothing was changed. Free some space, then start OnSite again.`,
  denied: (folder, reason) =>
    `OnSite may not read and write its records in ${folder} (${reason}). Nothing was changed. Allow it, then start OnSite again.`,
  locked: (folder, reason) =>
    `Another program holds the records in ${folder} (${reason}). Nothing was changed. Close that program or wait until it is done, then start OnSite again.`,
  damaged: (folder, reason) =>
    `The records in ${folder} are damaged and cannot be set aside (${reason}). They were left as they are. Show this text to your office.`,
  other: (folder, reason) =>
    `Something went wrong that OnSite does not know (${reason}). The records in ${folder} were left as they are. Start OnSite again; if this comes back, show this text to your office.`,
};

/** The words of an app that cannot start, in English. */
export const start = {
  openNeedsNumber: 'onsite open needs a work order number, as in: onsite open 107002896',
  notRunning: 'OnSite is not running.',
  statusSince: (time: string) => `since ${time}`,
  cannotStart: 'OnSite cannot start',
  refusedSwitches: (names: readonly string[]) =>
    `It was started with ${list(names)}, which would open your sign-in to other programs. Nothing was read or sent. Start OnSite without it, or ask your office.`,
  heldElsewhere: (computer: string, pid: number, path: string) =>
    `OnSite runs on the computer ${computer} with the same records (process ${pid}). Quit it there, then start OnSite again. If it does not run there any more, remove the file ${path} first.`,
  startFault: (fault: Cause, folder: string, reason: string) => FAULTS[fault](folder, reason),
} as const;
