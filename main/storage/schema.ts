import { COMPARISONS } from './comparisons.ts';
import { HISTORY_APART } from './history-migration.ts';
import { SENTENCES_TO_CODES } from './journal-migration.ts';

/**
 * The tables of `onsite.db`. Migrations go forward only: entry N brings `user_version` from N to N + 1.
 * Times are ms since the epoch; `at_ms` carries `at_offset`, minutes east of UTC, beside it.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE visit (
     id TEXT PRIMARY KEY,
     work_order_id INTEGER NOT NULL,
     user_id INTEGER NOT NULL,
     server TEXT NOT NULL,
     arrival_type_id INTEGER NOT NULL,
     ended_at INTEGER
   ) STRICT;
   CREATE TABLE pair (
     id TEXT PRIMARY KEY,
     visit_id TEXT NOT NULL REFERENCES visit (id),
     position INTEGER NOT NULL,
     work_type_id INTEGER NOT NULL,
     user_id INTEGER NOT NULL,
     techs_count INTEGER NOT NULL,
     noted INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX pair_visit ON pair (visit_id, position);
   CREATE TABLE report (
     id TEXT PRIMARY KEY,
     visit_id TEXT NOT NULL REFERENCES visit (id),
     pair_id TEXT REFERENCES pair (id),
     kind TEXT NOT NULL,
     seq INTEGER NOT NULL UNIQUE,
     at_ms INTEGER NOT NULL,
     at_offset INTEGER NOT NULL,
     clicked_at INTEGER NOT NULL,
     action_status TEXT,
     primary_status TEXT,
     extended_status TEXT,
     resolution TEXT,
     state TEXT NOT NULL,
     since INTEGER,
     mechanic_id INTEGER,
     recorded_by TEXT,
     problem TEXT
   ) STRICT;
   CREATE INDEX report_visit ON report (visit_id, seq);
   CREATE INDEX report_at ON report (at_ms);
   CREATE TABLE delivery_log (
     report_id TEXT NOT NULL,
     at_ms INTEGER NOT NULL,
     what TEXT NOT NULL
   ) STRICT;
   CREATE INDEX delivery_log_report ON delivery_log (report_id, at_ms);
   CREATE TABLE work_order (
     server TEXT NOT NULL,
     id INTEGER NOT NULL,
     fetched_at INTEGER NOT NULL,
     details TEXT NOT NULL,
     PRIMARY KEY (server, id)
   ) STRICT;
   CREATE TABLE fact (
     name TEXT PRIMARY KEY,
     value TEXT NOT NULL
   ) STRICT;`,
  `ALTER TABLE pair ADD COLUMN reported_by TEXT NOT NULL DEFAULT 'app';`,
  // The JSON of a repair step beside its time, and the status before a visit.
  `ALTER TABLE report ADD COLUMN details TEXT;
   ALTER TABLE pair ADD COLUMN doubted INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE visit ADD COLUMN status_before TEXT;
   ALTER TABLE visit ADD COLUMN moved_to TEXT;`,
  // A refusal's cause moves from `advice` to `reason`.
  `UPDATE report SET problem = json_set(json_remove(problem, '$.advice'), '$.reason', json_extract(problem, '$.advice'))
   WHERE problem IS NOT NULL;`,
  // The correction added to the click's instant; null (also in older rows): a person gave the time.
  `ALTER TABLE report ADD COLUMN correction INTEGER;`,
  // A check-out that was given up left its check-in open at ServiceChannel, unseen: read, and said until it is closed.
  `ALTER TABLE pair ADD COLUMN left_open TEXT;
   UPDATE pair SET left_open = '{"reason":null,"stands":"parked","closedAt":null}'
   WHERE EXISTS (SELECT 1 FROM visit WHERE visit.id = visit_id AND moved_to IS NULL)
     AND EXISTS (SELECT 1 FROM report WHERE pair_id = pair.id AND kind = 'check-in' AND state = 'recorded' AND recorded_by <> 'phone')
     AND EXISTS (SELECT 1 FROM report WHERE pair_id = pair.id AND kind = 'check-out' AND state = 'discarded');`,
  SENTENCES_TO_CODES,
  // A report whose act was taken back, when (ms): in the history only.
  `ALTER TABLE report ADD COLUMN undone_at INTEGER;`,
  HISTORY_APART,
  // A week is found in ten years by an index alone.
  `DROP INDEX visit_owner;
   CREATE INDEX visit_span ON visit (server, user_id, settled, last_ms, first_ms, id);`,
  COMPARISONS,
  // The visits of one work order are found in ten years by an index alone. With it come reports of the kind `codes`: an
  // older OnSite refuses this file instead of taking them for damage.
  'CREATE INDEX visit_order ON visit (server, user_id, work_order_id);',
  // The times that a pair had before they were changed and went on no record, as JSON.
  "ALTER TABLE pair ADD COLUMN edits TEXT NOT NULL DEFAULT '[]';",
];
