import { DatabaseSync } from '@photostructure/sqlite';
import { type Sql, SqlConnection } from '../../main/storage/connection.ts';
import { MIGRATIONS } from '../../main/storage/schema.ts';
import { VisitsStore } from '../../main/storage/visits-store.ts';
import type { JournalEntry } from '../../main/visit/journal.ts';
import type { State } from '../../main/visit/types.ts';

/** One report as it lies on disk. */
export interface KeptReport {
  readonly id: string;
  readonly visit_id: string;
  readonly kind: string;
  readonly seq: number;
  readonly at_ms: number;
  /** By this computer's clock. */
  readonly clicked_at: number;
  readonly state: string;
  readonly since: number | null;
  /** The JSON of a repair step beside its time. */
  readonly details: string | null;
  readonly work_order_id: number;
}

const KEPT = `SELECT report.id, visit_id, kind, seq, at_ms, clicked_at, state, since, details, work_order_id FROM report
  JOIN visit ON visit.id = visit_id`;

/** Databases that no disk uses now: a schedule takes less time than making its tables and preparing its statements. */
const spare: SqlConnection[] = [];

const TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'";

function made(): SqlConnection {
  const connection = new SqlConnection(new DatabaseSync(':memory:'));
  for (const sql of MIGRATIONS) connection.exec(sql);
  connection.exec('PRAGMA foreign_keys = ON');
  return connection;
}

/** Deletes every row, as in a database that was just made. */
function empty(connection: SqlConnection): void {
  const deletions = connection.db
    .prepare(TABLES)
    .all()
    .map(({ name }) => `DELETE FROM ${String(name)};`);
  connection.exec(`PRAGMA foreign_keys = OFF; ${deletions.join(' ')} PRAGMA foreign_keys = ON`);
}

/**
 * The disk, which outlives a run of the app: a database whose every transaction is committed or not, and nothing else.
 * The next run finds exactly what was committed.
 */
export class Disk {
  #connection: SqlConnection | null = spare.pop() ?? made();

  /** The database for the app's stores; it throws once the disk is closed. */
  readonly database: Sql;

  constructor() {
    const open = () => this.#open;
    this.database = {
      get isTransaction() {
        return open().isTransaction;
      },
      prepare: (sql) => open().prepare(sql),
      exec: (sql) => open().exec(sql),
    };
  }

  get #open(): SqlConnection {
    if (!this.#connection) throw new Error('The disk is closed');
    return this.#connection;
  }

  /** Everything as a start would find it now. */
  read(now: number): State {
    return new VisitsStore(this.database, () => now).load();
  }

  /** Every report that was on its way at the last look. */
  sendingAll(): readonly KeptReport[] {
    return this.#rows(`${KEPT} WHERE state = 'sending'`);
  }

  /**
   * Reports of the same visit that were made before this one, are of no later time and are not done with: a note waits for none, codes for
   * their check-out at most, and what tidies up is waited for by none.
   */
  unsettledBefore({ visit_id, seq, kind, at_ms }: KeptReport): readonly KeptReport[] {
    if (kind === 'note' || kind === 'codes') return [];
    return this.#rows(
      `${KEPT} WHERE visit_id = ? AND seq < ? AND at_ms <= ? AND state NOT IN ('recorded', 'discarded', 'replaced')
         AND kind NOT IN ('note', 'deletion', 'restore', 'codes')`,
      visit_id,
      seq,
      // A work activity goes in its pair's own place: what began in the same second may come after it.
      kind === 'activity' ? at_ms - 1 : at_ms,
    );
  }

  /**
   * Reports of other visits of the same user with the same work order that say an earlier time, were there before `before` (ms, by this
   * computer's clock) and never waited for a person: they go first.
   */
  waitingBefore({ visit_id, work_order_id, at_ms }: KeptReport, before: number): readonly KeptReport[] {
    return this.#rows(
      `${KEPT} WHERE user_id = (SELECT user_id FROM visit WHERE id = ?) AND work_order_id = ?
         AND visit_id <> ? AND at_ms < ? AND clicked_at < ? AND undone_at IS NULL
         AND state IN ('queued', 'sending') AND kind IN ('check-in', 'check-out', 'status')
         AND NOT EXISTS (SELECT 1 FROM delivery_log JOIN report AS other ON other.id = report_id
           WHERE other.visit_id = report.visit_id
             AND (what LIKE '%"refused"%' OR what LIKE '%"unconfirmed"%'))`,
      visit_id,
      work_order_id,
      visit_id,
      at_ms,
      before,
    );
  }

  /** Codes that go before this check-out or status and have not been sent. */
  codesBefore({ id }: KeptReport): readonly KeptReport[] {
    return this.#rows(
      `${KEPT} WHERE kind = 'codes' AND state IN ('queued', 'sending') AND undone_at IS NULL
         AND details ->> 'about' = ? AND details ->> 'first'`,
      id,
    );
  }

  /** Whether a report about a work order is not done with. */
  waitsAt(workOrderId: number): boolean {
    const sql = `${KEPT} WHERE coalesce(details ->> 'workOrderId', work_order_id) = ? AND undone_at IS NULL
       AND state NOT IN ('recorded', 'discarded', 'replaced')`;
    return this.#rows(sql, workOrderId).length > 0;
  }

  report(id: string): KeptReport | undefined {
    return this.#rows(`${KEPT} WHERE report.id = ?`, id)[0];
  }

  /** The journal of a report's delivery, oldest first. */
  journal(reportId: string): readonly JournalEntry[] {
    return new VisitsStore(this.database, () => 0).tries(reportId).map(({ what }) => what);
  }

  /** Its database goes to the next schedule, empty. */
  close(): void {
    const connection = this.#open;
    this.#connection = null;
    empty(connection);
    spare.push(connection);
  }

  #rows(sql: string, ...values: (string | number)[]): readonly KeptReport[] {
    return this.database
      .prepare(sql)
      .all(...values)
      .map((row) => ({
        id: String(row.id),
        visit_id: String(row.visit_id),
        kind: String(row.kind),
        seq: Number(row.seq),
        at_ms: Number(row.at_ms),
        clicked_at: Number(row.clicked_at),
        state: String(row.state),
        since: row.since === null ? null : Number(row.since),
        details: row.details === null ? null : String(row.details),
        work_order_id: Number(row.work_order_id),
      }));
  }
}
