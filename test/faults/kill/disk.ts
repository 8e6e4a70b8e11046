import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import * as v from 'valibot';

const Row = v.object({
  workOrderId: v.number(),
  kind: v.string(),
  at: v.number(),
  clickedAt: v.number(),
  state: v.string(),
});

/** A report as the app's own record has it. */
export type Kept = v.InferOutput<typeof Row>;

/** Reads the visits in a data folder beside the app, and changes nothing there. */
export function keptIn(folder: string): readonly Kept[] {
  const path = join(folder, 'onsite.db');
  if (!existsSync(path)) return [];
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    const rows = db
      .prepare(
        `SELECT work_order_id AS workOrderId, kind, at_ms AS at, clicked_at AS clickedAt, state
         FROM report JOIN visit ON visit.id = visit_id ORDER BY seq`,
      )
      .all();
    return v.parse(v.array(Row), rows);
  } finally {
    db.close();
  }
}
