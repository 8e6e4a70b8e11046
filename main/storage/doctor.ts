import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { messageOf } from '../listeners.ts';
import { askDatabase } from './ask.ts';
import type { Database } from './connection.ts';
import { copiedAt } from './copies.ts';
import type { DatabaseFault } from './faults.ts';
import { readOnly } from './read-only.ts';
import { MIGRATIONS } from './schema.ts';

const Row = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    workOrderId: v.number(),
    kind: v.string(),
    at: v.number(),
    state: v.picklist(['queued', 'sending', 'refused', 'unconfirmed']),
  }),
);

/** A report that is not settled. */
export type OpenReport = v.InferOutput<typeof Row>;

/** How the record on this computer is. */
export interface Diagnosis {
  readonly path: string;
  /** The fault of the file; null when it is sound. */
  readonly fault: DatabaseFault | null;
  readonly schema: number | null;
  /** When the last good copy was made, ms; null when there is none. */
  readonly copyAt: number | null;
  /** On their way by themselves. */
  readonly waiting: readonly OpenReport[];
  /** A person must decide. */
  readonly undecided: readonly OpenReport[];
}

const FACTS = "json_object('workOrderId', work_order_id, 'kind', kind, 'at', at_ms, 'state', state)";
const OPEN_REPORTS = `(SELECT * FROM report JOIN visit ON visit.id = visit_id
  WHERE state IN ('queued', 'sending', 'refused', 'unconfirmed') ORDER BY at_ms, seq)`;

const needsPerson = ({ state }: OpenReport) => state === 'refused' || state === 'unconfirmed';

function faultOf(check: string, schema: number): DatabaseFault | null {
  if (check !== 'ok') return { code: 'damaged', detail: check };
  return schema > MIGRATIONS.length ? { code: 'newer', schema } : null;
}

function checked(db: Database): Pick<Diagnosis, 'fault' | 'schema' | 'waiting' | 'undecided'> {
  const schema = Number(askDatabase(db, 'user_version', 'pragma_user_version')[0]);
  const check = String(askDatabase(db, 'quick_check', 'pragma_quick_check')[0]);
  const reports = v.parse(v.array(Row), askDatabase(db, FACTS, OPEN_REPORTS));
  return {
    schema,
    fault: faultOf(check, schema),
    waiting: reports.filter((report) => !needsPerson(report)),
    undecided: reports.filter(needsPerson),
  };
}

const UNREADABLE = { schema: null, waiting: [], undecided: [] };

/** Examines the database of a folder without changing it, also while the app runs or when it is damaged. */
export function examineFolder(folder: string): Diagnosis {
  const path = join(folder, 'onsite.db');
  const copyAt = copiedAt(path);
  if (!existsSync(path)) return { path, copyAt, ...UNREADABLE, fault: { code: 'missing' } };
  try {
    return { path, copyAt, ...readOnly(path, checked) };
  } catch (error) {
    return { path, copyAt, ...UNREADABLE, fault: { code: 'damaged', detail: messageOf(error) } };
  }
}
