import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import * as v from 'valibot';
import type { Database } from './database.ts';
import { MIGRATIONS } from './schema.ts';

const Row = v.object({
  workOrderId: v.number(),
  kind: v.string(),
  at: v.number(),
  state: v.picklist(['queued', 'sending', 'refused', 'unconfirmed']),
});

/** A report that is not settled. */
export type OpenReport = v.InferOutput<typeof Row>;

/** How the record on this computer is. */
export interface Diagnosis {
  readonly path: string;
  /** What is wrong with the file, in SQLite's words; null when it is sound. */
  readonly fault: string | null;
  readonly schema: number | null;
  /** When the last good copy was made, ms; null when there is none. */
  readonly copyAt: number | null;
  /** On their way by themselves. */
  readonly waiting: readonly OpenReport[];
  /** A person must decide. */
  readonly undecided: readonly OpenReport[];
}

const OPEN_REPORTS = `SELECT work_order_id AS workOrderId, kind, at_ms AS at, state
  FROM report JOIN visit ON visit.id = visit_id
  WHERE state IN ('queued', 'sending', 'refused', 'unconfirmed') ORDER BY at_ms, seq`;

const needsPerson = ({ state }: OpenReport) => state === 'refused' || state === 'unconfirmed';

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function checked(db: Database): Pick<Diagnosis, 'fault' | 'schema' | 'waiting' | 'undecided'> {
  const schema = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  const check = String(db.prepare('PRAGMA quick_check(1)').get()?.quick_check);
  const reports = v.parse(v.array(Row), db.prepare(OPEN_REPORTS).all());
  const newer = schema > MIGRATIONS.length ? `written by a newer OnSite (schema ${schema})` : null;
  return {
    schema,
    fault: check === 'ok' ? newer : check,
    waiting: reports.filter((report) => !needsPerson(report)),
    undecided: reports.filter(needsPerson),
  };
}

const UNREADABLE = { schema: null, waiting: [], undecided: [] };

/** Examines an open database. */
export function examine(db: Database, folder: string): Diagnosis {
  const path = join(folder, 'onsite.db');
  const copy = `${path}.backup`;
  const copyAt = existsSync(copy) ? statSync(copy).mtimeMs : null;
  try {
    return { path, copyAt, ...checked(db) };
  } catch (error) {
    return { path, copyAt, fault: textOf(error), ...UNREADABLE };
  }
}

/** Examines the database of a folder without changing it, also while the app runs or when it is damaged. */
export function examineFolder(folder: string): Diagnosis {
  const path = join(folder, 'onsite.db');
  const missing = { path, copyAt: null, ...UNREADABLE };
  if (!existsSync(path)) return { ...missing, fault: 'there is no database here' };
  try {
    const db = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      return examine(db, folder);
    } finally {
      db.close();
    }
  } catch (error) {
    return { ...missing, fault: textOf(error) };
  }
}
