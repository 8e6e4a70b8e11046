import * as v from 'valibot';
import { KEPT_IN_MEMORY } from '../visit/kept.ts';
import { reportsOf } from '../visit/phase.ts';
import type { Owner, State, Visit } from '../visit/types.ts';
import { isDamage } from './cause.ts';
import type { Sql } from './connection.ts';
import { ReportRow } from './rows.ts';
import { keptIds } from './tables.ts';
import { PairRow, VisitRow, visitOf } from './visit-rows.ts';

/** A visit that lies in the file and cannot be read: it is left there, and the others are used. */
export interface Unreadable {
  readonly visitId: string;
  /** Null where not even that can be read. */
  readonly workOrderId: number | null;
}

/** The ids of visits, as a JSON array: a few statements read a week, not some for each visit of it. */
const THESE = '(SELECT value FROM json_each(?))';
const VISITS = `SELECT * FROM visit WHERE id IN ${THESE}`;
/** Reports that were taken back are history only: not read again. */
const REPORTS = `SELECT * FROM report WHERE visit_id IN ${THESE} AND undone_at IS NULL ORDER BY seq`;
const PAIRS = `SELECT * FROM pair WHERE visit_id IN ${THESE} AND NOT EXISTS (
    SELECT 1 FROM report
    WHERE report.visit_id = pair.visit_id AND pair_id = pair.id AND kind = 'check-in' AND undone_at IS NOT NULL)
  ORDER BY position`;

const Id = v.object({ id: v.string() });
const WorkOrderId = v.object({ workOrderId: v.number() });
/** The visit that a row is of. */
const Keyed = v.pipe(
  v.object({ id: v.string() }),
  v.transform(({ id }) => id),
);
const OfVisit = v.pipe(
  v.object({ visit_id: v.string() }),
  v.transform(({ visit_id }) => visit_id),
);
const PairRows = v.array(PairRow);
const ReportRows = v.array(ReportRow);
const Last = v.object({ seq: v.number() });

/** The rows of one visit, as they lie in the database. */
interface VisitRows {
  readonly id: string;
  readonly visit: unknown;
  readonly pairs: readonly unknown[];
  readonly reports: readonly unknown[];
}

const firstSeq = (visit: Visit): number => Math.min(...reportsOf(visit).map(({ seq }) => seq));

/** Reads visits from the database, each by itself: one that cannot be read costs none of the others. */
export class VisitsReader {
  readonly #sql: Sql;
  readonly #unreadable = new Map<string, Unreadable>();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The visits that could not be read so far. */
  get unreadable(): readonly Unreadable[] {
    return [...this.#unreadable.values()];
  }

  /** The state at an instant (ms): young visits, and those that are not history yet. */
  load(now: number): State {
    const ids = this.#sql.prepare(keptIds(':young')).all({ young: now - KEPT_IN_MEMORY });
    // A number that JavaScript cannot hold is no report of ours.
    const last = this.#sql
      .prepare(`SELECT ifnull(max(seq), 0) AS seq FROM report WHERE seq < ${Number.MAX_SAFE_INTEGER}`)
      .get();
    return { visits: this.#read(ids), nextSeq: v.parse(Last, last).seq + 1, lastAct: null, insisted: [] };
  }

  /** The visits of one technician that have time from `from` to before `to` (ms), or may have: those still open too. */
  between(from: number, to: number, { server, userId }: Owner): readonly Visit[] {
    const theirs = 'SELECT id FROM visit WHERE server = :server AND user_id = :userId AND first_ms < :to';
    const ids = this.#sql
      .prepare(`${theirs} AND settled = 1 AND last_ms >= :from UNION ALL ${theirs} AND settled = 0`)
      .all({ server, userId, from, to });
    return this.#read(ids);
  }

  /** One technician's visits with a work order, of all time. */
  withOrder(workOrderId: number, { server, userId }: Owner): readonly Visit[] {
    const ids = this.#sql
      .prepare(
        'SELECT id FROM visit WHERE server = :server AND user_id = :userId AND work_order_id = :workOrderId',
      )
      .all({ server, userId, workOrderId });
    return this.#read(ids);
  }

  #read(rows: unknown): readonly Visit[] {
    return this.#rowsOf(v.parse(v.array(Id), rows).map(({ id }) => id))
      .flatMap((each) => this.#visit(each) ?? [])
      .map((visit) => ({ visit, seq: firstSeq(visit) }))
      .sort((a, b) => a.seq - b.seq)
      .map(({ visit }) => visit);
  }

  /** The rows of these visits, by visit. One row that SQLite cannot hand over costs no other visit its own. */
  #rowsOf(ids: readonly string[]): readonly VisitRows[] {
    if (ids.length === 0) return [];
    try {
      const visits = this.#grouped(VISITS, Keyed, ids);
      const pairs = this.#grouped(PAIRS, OfVisit, ids);
      const reports = this.#grouped(REPORTS, OfVisit, ids);
      return ids.map((id) => ({
        id,
        visit: visits.get(id)?.[0],
        pairs: pairs.get(id) ?? [],
        reports: reports.get(id) ?? [],
      }));
    } catch (error) {
      if (isDamage(error)) throw error;
      const [id = '', ...more] = ids;
      if (more.length > 0) return ids.flatMap((each) => this.#rowsOf([each]));
      this.#cannotRead(id);
      return [];
    }
  }

  #grouped(
    sql: string,
    keyOf: v.GenericSchema<unknown, string>,
    ids: readonly string[],
  ): ReadonlyMap<string, readonly unknown[]> {
    const rows: readonly unknown[] = this.#sql.prepare(sql).all(JSON.stringify(ids));
    return Map.groupBy(rows, (row) => v.parse(keyOf, row));
  }

  /** @returns null where all of it was taken back, or it cannot be read */
  #visit({ id, visit, pairs, reports }: VisitRows): Visit | null {
    try {
      const read = visitOf(v.parse(VisitRow, visit), v.parse(PairRows, pairs), v.parse(ReportRows, reports));
      return reportsOf(read).length === 0 ? null : read;
    } catch {
      this.#cannotRead(id);
      return null;
    }
  }

  #cannotRead(visitId: string): void {
    this.#unreadable.set(visitId, { visitId, workOrderId: this.#workOrderOf(visitId) });
  }

  #workOrderOf(id: string): number | null {
    try {
      const row = this.#sql.prepare('SELECT work_order_id AS workOrderId FROM visit WHERE id = ?').get(id);
      return v.parse(WorkOrderId, row).workOrderId;
    } catch {
      return null;
    }
  }
}
