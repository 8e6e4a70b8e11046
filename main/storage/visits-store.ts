import type { StatementSyncInstance } from '@photostructure/sqlite';
import * as v from 'valibot';
import { entryOf, type JournalEntry } from '../visit/journal.ts';
import { reportsOf } from '../visit/phase.ts';
import { DAY } from '../visit/time.ts';
import type { Pair, Report, State, Visit } from '../visit/types.ts';
import type { Database } from './database.ts';
import { entryFrom } from './journal-rows.ts';
import { ReportRow, rowOf } from './rows.ts';
import { PairRow, VisitRow, visitOf } from './visit-rows.ts';

/** Visits younger than this are kept in memory with those that something still waits for (ms). */
const KEPT_IN_MEMORY = 8 * DAY;

const TryRow = v.object({ at: v.number(), what: v.pipe(v.string(), v.transform(entryFrom)) });
export type Try = v.InferOutput<typeof TryRow>;

/** Reports that are in the state no more. A status that was given up and chosen anew is not: another took its place. */
function undoneReports(before: State, after: State): readonly Report[] {
  const now = new Map(after.visits.map((visit) => [visit.id, visit]));
  return before.visits.flatMap((old) => {
    const visit = now.get(old.id);
    if (visit === old) return [];
    const ids = new Set(visit ? reportsOf(visit).map(({ id }) => id) : []);
    return reportsOf(old).filter(({ id, delivery }) => !ids.has(id) && delivery.state !== 'discarded');
  });
}

/** Keeps visits, their reports and the journal of their delivery; one transaction per command. */
export class VisitsStore {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #statements = new Map<string, StatementSyncInstance>();

  constructor(db: Database, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  #prepare(sql: string): StatementSyncInstance {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.#db.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  #upsert(table: 'visit' | 'pair' | 'report', row: Record<string, string | number | null>): void {
    const names = Object.keys(row);
    const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
    this.#prepare(
      `INSERT INTO ${table} (${names}) VALUES (${names.map((name) => `:${name}`)})
       ON CONFLICT (id) DO UPDATE SET ${updates}`,
    ).run(row);
  }

  /**
   * Makes what changed durable before it returns.
   * @throws whatever SQLite says (full disk, read-only folder, locked): then nothing of it was kept.
   */
  save(before: State, after: State): void {
    const changed = after.visits.filter((visit) => !before.visits.includes(visit));
    const undone = undoneReports(before, after);
    if (changed.length === 0 && undone.length === 0) return;
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      for (const visit of changed)
        this.#saveVisit(
          visit,
          before.visits.find((old) => old.id === visit.id),
        );
      for (const { id } of undone) this.#saveUndone(id);
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  #saveVisit(visit: Visit, before: Visit | undefined): void {
    this.#upsert('visit', {
      id: visit.id,
      work_order_id: visit.workOrderId,
      user_id: visit.userId,
      server: visit.server,
      arrival_type_id: visit.arrivalTypeId,
      ended_at: visit.endedAt,
      status_before: visit.statusBefore && JSON.stringify(visit.statusBefore),
      moved_to: visit.movedTo,
    });
    for (const [position, pair] of visit.pairs.entries()) {
      if (!before?.pairs.includes(pair)) this.#savePair(visit, pair, position, before);
    }
    if (visit.finish) this.#saveReport(visit.finish, visit, null, before);
    for (const step of visit.steps) this.#saveReport(step, visit, null, before);
  }

  #savePair(visit: Visit, pair: Pair, position: number, before: Visit | undefined): void {
    this.#upsert('pair', {
      id: pair.id,
      visit_id: visit.id,
      position,
      work_type_id: pair.workTypeId,
      user_id: pair.userId,
      techs_count: pair.techsCount,
      noted: pair.noted ? 1 : 0,
      doubted: pair.doubted ? 1 : 0,
      reported_by: pair.reportedBy,
      left_open: pair.leftOpen && JSON.stringify(pair.leftOpen),
    });
    this.#saveReport(pair.checkIn, visit, pair.id, before);
    for (const checkOut of pair.givenUp) this.#saveReport(checkOut, visit, pair.id, before);
    if (pair.checkOut) this.#saveReport(pair.checkOut, visit, pair.id, before);
  }

  #saveReport(report: Report, visit: Visit, pairId: string | null, before: Visit | undefined): void {
    const old = before && reportsOf(before).find((each) => each.id === report.id);
    if (old === report) return;
    this.#upsert('report', rowOf(report, visit.id, pairId));
    if (old?.delivery !== report.delivery) this.log(report.id, entryOf(report.delivery));
  }

  /** It was taken back: it stays in the history, and is not loaded again. */
  #saveUndone(reportId: string): void {
    this.#prepare("UPDATE report SET state = 'discarded', undone_at = ? WHERE id = ?").run(
      this.#now(),
      reportId,
    );
  }

  /** Adds a line to the journal of a report's delivery. */
  log(reportId: string, what: JournalEntry): void {
    this.#prepare('INSERT INTO delivery_log (report_id, at_ms, what) VALUES (?, ?, ?)').run(
      reportId,
      this.#now(),
      JSON.stringify(what),
    );
  }

  /** What was tried for a report, oldest first. */
  tries(reportId: string): readonly Try[] {
    const rows = this.#prepare(
      'SELECT at_ms AS at, what FROM delivery_log WHERE report_id = ? ORDER BY rowid',
    ).all(reportId);
    return v.parse(v.array(TryRow), rows);
  }

  /** The state as it lies on disk: young visits, those open or paused, and those that something still waits for. */
  load(): State {
    const visits = this.#prepare(
      `SELECT * FROM visit WHERE id IN (
         SELECT visit_id FROM report
           WHERE undone_at IS NULL AND (at_ms > :young OR state NOT IN ('recorded', 'discarded'))
         UNION SELECT visit_id FROM pair WHERE left_open IS NOT NULL
         UNION SELECT visit_id FROM report AS last JOIN visit ON visit.id = visit_id AND ended_at IS NULL AND moved_to IS NULL
           WHERE (kind = 'check-in' OR action_status = 'Cancel') AND seq =
             (SELECT max(seq) FROM report WHERE visit_id = last.visit_id AND state != 'discarded'
                AND kind IN ('check-in', 'check-out', 'status')))
       ORDER BY (SELECT min(seq) FROM report WHERE visit_id = visit.id)`,
    ).all({ young: this.#now() - KEPT_IN_MEMORY });
    const last = v.parse(
      v.object({ seq: v.number() }),
      this.#prepare('SELECT ifnull(max(seq), 0) AS seq FROM report').get(),
    );
    return {
      visits: v.parse(v.array(VisitRow), visits).map((row) => this.#loadVisit(row)),
      nextSeq: last.seq + 1,
      lastAct: null,
    };
  }

  #loadVisit(row: v.InferOutput<typeof VisitRow>): Visit {
    const reports = v.parse(
      v.array(ReportRow),
      this.#prepare('SELECT * FROM report WHERE visit_id = ? AND undone_at IS NULL ORDER BY seq').all(row.id),
    );
    const pairs = v.parse(
      v.array(PairRow),
      this.#prepare('SELECT * FROM pair WHERE visit_id = ? ORDER BY position').all(row.id),
    );
    return visitOf(row, pairs, reports);
  }
}
