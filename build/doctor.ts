import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Diagnosis, examineFolder, type OpenReport } from '../main/storage/doctor.ts';
import { en } from '../words/en.ts';

/** `npm run doctor [-- --user-data-dir=DIR]`: how the record on this computer is. Changes nothing. */

const FLAG = '--user-data-dir=';

/** Where Electron keeps what an app called OnSite keeps. */
function usualFolder(): string {
  const home = homedir();
  switch (process.platform) {
    case 'darwin':
      return join(home, 'Library/Application Support/OnSite');
    case 'win32':
      return join(process.env.APPDATA ?? join(home, 'AppData/Roaming'), 'OnSite');
    default:
      return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'OnSite');
  }
}

const WORDS: Readonly<Record<OpenReport['state'], string>> = {
  queued: 'waits to be sent',
  sending: 'was sent; the answer is being looked for',
  refused: 'was refused',
  unconfirmed: 'was sent, and nobody knows whether it was recorded',
};

const when = (ms: number) => new Date(ms).toLocaleString();

const lines = (reports: readonly OpenReport[]) =>
  reports.map(
    ({ workOrderId, kind, at, state }) => `    ${when(at)}  ${workOrderId} ${kind}: ${WORDS[state]}`,
  );

function said({ path, fault, schema, copyAt, waiting, undecided }: Diagnosis): string {
  return [
    `Database   ${path}`,
    fault === null
      ? `Check      sound, schema ${schema}`
      : `Check      NOT SOUND: ${en.databaseFault(fault)}`,
    `Last copy  ${copyAt === null ? 'none' : when(copyAt)}`,
    `Waiting    ${waiting.length === 0 ? 'nothing' : waiting.length}`,
    ...lines(waiting),
    `Undecided  ${undecided.length === 0 ? 'nothing' : `${undecided.length}: open OnSite and decide`}`,
    ...lines(undecided),
    ...(fault === null
      ? []
      : ['', 'Start OnSite: it keeps a damaged file beside, uses the last good copy, and says what it did.']),
  ].join('\n');
}

/** No database, no copy and none set aside: OnSite has not kept anything there, or not yet. */
const holdsNothing = (folder: string): boolean =>
  !existsSync(folder) || !readdirSync(folder).some((name) => name.startsWith('onsite.db'));

const given = process.argv.find((arg) => arg.startsWith(FLAG))?.slice(FLAG.length);
const folder = given ? resolve(given) : usualFolder();
if (holdsNothing(folder)) {
  console.log(`Folder     ${folder}\nHolds      nothing yet: OnSite has kept no visit there`);
} else {
  const diagnosis = examineFolder(folder);
  console.log(said(diagnosis));
  process.exitCode = diagnosis.fault === null ? 0 : 1;
}
