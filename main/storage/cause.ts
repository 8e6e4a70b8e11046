import { constants } from 'node:os';
import type { Cause } from './faults.ts';

/** The database belongs to a newer OnSite: it is left alone, since an old program cannot know what it would break. */
export class NewerSchemaError extends Error {
  constructor(found: number, known: number) {
    super(`The database has schema ${found}; this OnSite knows ${known}.`);
  }
}

/** The file can be read, but what is in it is not ours, or not whole. */
export class DamageError extends Error {}

/** SQLite's result codes, by what they say of the file. https://sqlite.org/rescode.html */
const BY_RESULT: ReadonlyMap<number, Cause> = new Map([
  // A table or column that is missing or there already, rows that contradict each other, pages that make no sense.
  ...[1, 11, 17, 19, 20, 26].map((code) => [code, 'damaged'] as const),
  [13, 'full'],
  ...[3, 8, 14, 23].map((code) => [code, 'denied'] as const),
  ...[5, 6].map((code) => [code, 'locked'] as const),
]);

const { EACCES, EBUSY, EDQUOT, ENOSPC, EPERM, EROFS } = constants.errno;

/** Numbers of the system's own errors, which SQLite hands on; Windows counts otherwise. */
const NUMBERS =
  process.platform === 'win32'
    ? { full: [39, 112], denied: [5, 19], locked: [32, 33] }
    : { full: [ENOSPC, EDQUOT], denied: [EACCES, EPERM, EROFS], locked: [EBUSY] };

/** Errors of the system, by the name that Node gives them or by their number. */
const BY_SYSTEM: ReadonlyMap<unknown, Cause> = new Map<unknown, Cause>([
  ...['ENOSPC', 'EDQUOT', ...NUMBERS.full].map((code) => [code, 'full'] as const),
  ...['EACCES', 'EPERM', 'EROFS', ...NUMBERS.denied].map((code) => [code, 'denied'] as const),
  ...['EBUSY', ...NUMBERS.locked].map((code) => [code, 'locked'] as const),
]);

/** SQLite's own words for some of them: errors met while rows are read come without their code (@photostructure/sqlite 1.2). */
const BY_WORDS: readonly (readonly [string, number])[] = [
  ['database disk image is malformed', 11],
  ['file is not a database', 26],
  ['database or disk is full', 13],
  ['attempt to write a readonly database', 8],
  ['unable to open database file', 14],
  ['database is locked', 5],
  ['database table is locked', 6],
];

const field = (error: Error, name: string): unknown => Reflect.get(error, name);

/** SQLite's result code, of which the lowest byte is the result and those above it say more; null: it is none of SQLite's. */
function sqliteResultOf(error: Error): number | null {
  const code = field(error, 'errcode');
  if (typeof code === 'number') return code & 0xff;
  if (field(error, 'code') !== 'ERR_SQLITE_ERROR') return null;
  return BY_WORDS.find(([words]) => error.message.includes(words))?.[1] ?? null;
}

/** Tells a damaged file from a full disk, a missing right and a lock: each asks for something else of a person. */
export function causeOf(error: unknown): Cause {
  if (!(error instanceof Error)) return 'other';
  if (error instanceof NewerSchemaError) return 'newer';
  if (error instanceof DamageError) return 'damaged';
  const result = sqliteResultOf(error);
  const system = BY_SYSTEM.get(field(error, 'systemErrno')) ?? BY_SYSTEM.get(field(error, 'code'));
  return system ?? (result === null ? undefined : BY_RESULT.get(result)) ?? 'other';
}

/** SQLite stumbled over pages that make no sense, whatever was asked of them. */
export const isCorrupt = (error: unknown): boolean =>
  error instanceof Error && [11, 26].includes(sqliteResultOf(error) ?? 0);

/** Whether an error says that the database file is damaged. */
export const isDamage = (error: unknown): boolean => causeOf(error) === 'damaged';
