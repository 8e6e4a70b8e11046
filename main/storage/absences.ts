import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY } from '../visit/time.ts';
import { isDamage } from './cause.ts';
import { DatabaseSync } from './sqlite.ts';

/** Absences and signs of use are kept under names that begin so, one for each user; they are deleted 14 days after the answer (rule 8). */
const ABSENCES = 'moments';
const KEPT = 14 * DAY;

/** A log keeps what was deleted until it is begun anew. */
const FORGET = `PRAGMA secure_delete = ON; DELETE FROM fact WHERE name = '${ABSENCES}' OR name LIKE '${ABSENCES} %';
  PRAGMA wal_checkpoint(TRUNCATE);`;

/** Leaves them out of a database that no other program has open. @throws what SQLite says of the file */
export function leaveOutAbsences(path: string): void {
  const db = new DatabaseSync(path, { timeout: 5000 });
  try {
    db.exec(FORGET);
  } finally {
    db.close();
  }
}

/** Times of an absence as JSON writes them, wherever they lie in a file that SQLite cannot read. */
const TIMES = /"(?:from|to|slept|askedAt|lastInput|lastCommand|backAt|lastUse)":\d+/g;

/** Of a damaged file only the times of absences are overwritten; all else stays: the file may be mended. */
function overwriteTimes(path: string): void {
  const before = readFileSync(path, 'latin1');
  const after = before.replace(TIMES, (text) => text.replace(/\d/g, '0'));
  if (after !== before) writeFileSync(path, after, 'latin1');
}

function forgetIn(path: string): void {
  try {
    leaveOutAbsences(path);
  } catch (error) {
    if (!isDamage(error)) throw error;
    for (const file of [path, `${path}-wal`]) if (existsSync(file)) overwriteTimes(file);
  }
}

const ASIDE = /^onsite\.db\.corrupt-[^.]*\.\d+Z(\.backup)?$/;

/** The files that were set aside with absences in them, and are older than those may become. */
const oldAside = (folder: string, now: number): readonly string[] =>
  readdirSync(folder)
    .filter((name) => ASIDE.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && now - statSync(path).mtimeMs > KEPT);

/**
 * Deletes the absences that lie in files that were set aside, once those are 14 days old.
 * @throws what the file system says: then it is tried again
 */
export function forgetAbsencesAside(folder: string, now: number): void {
  for (const path of oldAside(folder, now)) forgetIn(path);
}
