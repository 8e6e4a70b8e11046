import * as v from 'valibot';
import { entryOf, isPassing, type JournalEntry } from '../visit/journal.ts';
import { isDone, spanOf } from '../visit/kept.ts';
import { reportsOf } from '../visit/phase.ts';
import { DAY } from '../visit/time.ts';
import { EMPTY, type Owner, type Pair, type Report, type State, type Visit } from '../visit/types.ts';
import { isCorrupt } from './cause.ts';
import { type Sql, transaction } from './connection.ts';
import { entryFrom } from './journal-rows.ts';
import type { Recovery } from './recovery.ts';
import { rowOf } from './rows.ts';
import { type Unreadable, VisitsReader } from './visits-reader.ts';

/** Tries are deleted from the journal after this long (ms); refusals and all that was decided or found stay with their visit. */
const PASSING_KEPT = 90 * DAY;
/** So many lines are deleted at once: a few milliseconds. */
const CHUNK = 500;

const TryRow = v.object({ at: v.number(), what: v.pipe(v.string(), v.transform(entryFrom)) });
export type Try = v.InferOutput<typeof TryRow>;

const NO_RECOVERY: Pick<Recovery, 'replace'> = { replace: () => false };

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

/** Visits of which all was taken back. */
function undoneVisits(before: State, after: State): readonly Visit[] {
  const left = new Set(after.visits.map(({ id }) => id));
  return before.visits.filter(({ id }) => !left.has(id));
}

/** Keeps visits, their reports and the journal of their delivery; one transaction per command. */
export class VisitsStore {
  readonly #sql: Sql;
  readonly #now: () => number;
  readonly #reader: VisitsReader;
  readonly #recovery: Pick<Recovery, 'replace'>;
  /** The state that was loaded or saved last. */
  #latest: State = EMPTY;

  constructor(sql: Sql, now: () => number, recovery: Pick<Recovery, 'replace'> = NO_RECOVERY) {
    this.#sql = sql;
    this.#now = now;
    this.#reader = new VisitsReader(sql);
    this.#recovery = recovery;
  }

  #upsert(table: 'visit' | 'pair' | 'report', row: Record<string, string | number | null>): void {
    const names = Object.keys(row);
    const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
    this.#sql
      .prepare(
        `INSERT INTO ${table} (${names}) VALUES (${names.map((name) => `:${name}`)})
       ON CONFLICT (id) DO UPDATE SET ${updates}`,
      )
      .run(row);
  }

  /**
   * Makes what changed durable before it returns, with what `beside` writes. A database that turns out to be damaged is
   * replaced by its last good copy, with all that is known here.
   * @throws whatever SQLite says (full disk, read-only folder, locked): then nothing of it was kept.
   */
  save(before: State, after: State, beside?: () => void): void {
    try {
      this.#save(before, after, beside);
    } catch (error) {
      if (!isCorrupt(error) || !this.mend()) throw error;
      this.#save(before, after, beside);
    }
    this.#latest = after;
  }

  /** Puts the last good copy in the place of the database, with what was loaded or saved last. @returns whether it did */
  mend(): boolean {
    return this.#recovery.replace(() => this.#save(this.#reader.load(this.#now()), this.#latest));
  }

  #save(before: State, after: State, beside?: () => void): void {
    const known = new Map(before.visits.map((visit) => [visit.id, visit]));
    const changed = after.visits.filter((visit) => known.get(visit.id) !== visit);
    const undone = undoneReports(before, after);
    const gone = undoneVisits(before, after);
    if (changed.length + undone.length + gone.length === 0 && !beside) return;
    transaction(this.#sql, () => {
      for (const visit of changed) this.#saveVisit(visit, known.get(visit.id));
      for (const { id } of undone) this.#saveUndone(id);
      for (const { id } of gone) this.#settleUndone(id);
      beside?.();
    });
  }

  #saveVisit(visit: Visit, before: Visit | undefined): void {
    const { first, last } = spanOf(visit);
    this.#upsert('visit', {
      id: visit.id,
      work_order_id: visit.workOrderId,
      user_id: visit.userId,
      server: visit.server,
      arrival_type_id: visit.arrivalTypeId,
      ended_at: visit.endedAt,
      status_before: visit.statusBefore && JSON.stringify(visit.statusBefore),
      moved_to: visit.movedTo,
      settled: isDone(visit) ? 1 : 0,
      first_ms: first,
      last_ms: last,
    });
    for (const [position, pair] of visit.pairs.entries()) {
      if (before?.pairs[position] !== pair) this.#savePair(visit, pair, position, before);
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
      edits: JSON.stringify(pair.edits),
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
    this.#sql
      .prepare("UPDATE report SET state = 'discarded', undone_at = ? WHERE id = ?")
      .run(this.#now(), reportId);
  }

  #settleUndone(visitId: string): void {
    this.#sql.prepare('UPDATE visit SET settled = 1, first_ms = 0, last_ms = 0 WHERE id = ?').run(visitId);
  }

  /** Adds a line to the journal of a report's delivery. */
  log(reportId: string, what: JournalEntry): void {
    this.#sql
      .prepare('INSERT INTO delivery_log (report_id, at_ms, what, passing) VALUES (?, ?, ?, ?)')
      .run(reportId, this.#now(), JSON.stringify(what), isPassing(what) ? 1 : 0);
  }

  /** Deletes tries that are older than 90 days, a few hundred at a time. @returns whether there may be more */
  trim(): boolean {
    const { changes } = this.#sql
      .prepare(
        `DELETE FROM delivery_log WHERE rowid IN
           (SELECT rowid FROM delivery_log WHERE passing = 1 AND at_ms < ? LIMIT ${CHUNK})`,
      )
      .run(this.#now() - PASSING_KEPT);
    return Number(changes) === CHUNK;
  }

  /** The attempts to deliver a report, oldest first. */
  tries(reportId: string): readonly Try[] {
    const rows = this.#sql
      .prepare('SELECT at_ms AS at, what FROM delivery_log WHERE report_id = ? ORDER BY rowid')
      .all(reportId);
    return v.parse(v.array(TryRow), rows);
  }

  /** The state as it lies on disk: young visits, those open or paused, and those that something still waits for. */
  load(): State {
    this.#latest = this.#reader.load(this.#now());
    return this.#latest;
  }

  /** Visits that lie on disk and could not be read. */
  get unreadable(): readonly Unreadable[] {
    return this.#reader.unreadable;
  }

  /** A technician's visits with time from `from` to before `to` (ms), history too, in the order in which they began. */
  between(from: number, to: number, owner: Owner): readonly Visit[] {
    return this.#readHistory(() => this.#reader.between(from, to, owner));
  }

  /** A technician's visits with a work order, history too, in the order in which they began. */
  withOrder(workOrderId: number, owner: Owner): readonly Visit[] {
    return this.#readHistory(() => this.#reader.withOrder(workOrderId, owner));
  }

  /** A start reads no history: damage there may be met here first, and the last good copy takes the file's place. */
  #readHistory(read: () => readonly Visit[]): readonly Visit[] {
    try {
      return read();
    } catch (error) {
      if (!isCorrupt(error) || !this.mend()) throw error;
      return read();
    }
  }
}
