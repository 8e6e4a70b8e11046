/** Works out for every visit what `VisitsStore` keeps of it from now on. */
export const TELL_APART = `
  UPDATE visit SET
    first_ms = ifnull((SELECT min(at_ms) FROM report WHERE visit_id = visit.id AND undone_at IS NULL), 0),
    last_ms = ifnull((SELECT max(at_ms) FROM report WHERE visit_id = visit.id AND undone_at IS NULL), 0);
  UPDATE visit SET settled = 1 WHERE id NOT IN (
    SELECT visit_id FROM report WHERE state NOT IN ('recorded', 'discarded', 'replaced')
    UNION SELECT visit_id FROM pair WHERE left_open IS NOT NULL
    UNION SELECT visit_id FROM report AS last JOIN visit ON visit.id = visit_id AND ended_at IS NULL AND moved_to IS NULL
      WHERE (kind = 'check-in' OR action_status = 'Cancel') AND seq =
        (SELECT max(seq) FROM report WHERE visit_id = last.visit_id AND state != 'discarded'
           AND kind IN ('check-in', 'check-out', 'status')));`;

/**
 * Marks history, so that a start reads none of it: a visit is `settled` when it is over and nothing of it is left to
 * send or to decide, and its reports lie between `first_ms` and `last_ms`. A journal entry is `passing` when it has
 * no
 * news once its report is settled.
 */
export const HISTORY_APART = `
  ALTER TABLE visit ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE visit ADD COLUMN first_ms INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE visit ADD COLUMN last_ms INTEGER NOT NULL DEFAULT 0;
  ${TELL_APART}
  CREATE INDEX visit_unsettled ON visit (id) WHERE settled = 0;
  CREATE INDEX visit_last ON visit (last_ms);
  CREATE INDEX visit_owner ON visit (server, user_id, last_ms);
  DROP INDEX report_at;
  ALTER TABLE delivery_log ADD COLUMN passing INTEGER NOT NULL DEFAULT 0;
  UPDATE delivery_log SET passing = 1 WHERE json_valid(what) AND json_extract(what, '$.code') IN
    ('queued', 'sending', 'unconfirmed', 'not-sent', 'no-answer', 'read-back');
  CREATE INDEX delivery_log_passing ON delivery_log (at_ms) WHERE passing = 1;`;
