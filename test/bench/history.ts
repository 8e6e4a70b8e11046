import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '../../main/storage/connection.ts';
import { closeDatabase, openDatabase } from '../../main/storage/database.ts';
import { VisitsStore } from '../../main/storage/visits-store.ts';
import { DAY, HOUR, MINUTE } from '../../main/visit/time.ts';
import { type Delivery, EMPTY, type Owner, type Pair, type Visit } from '../../main/visit/types.ts';

const RECENT = 10;
const RECORDED: Delivery = { state: 'recorded', mechanicId: 148797639, by: 'answer' };
const RESOLUTION = 'Replaced the condenser fan motor, tested, cleaned the filters.';

function pairOf(userId: number, id: string, seq: number, at: number, isLast: boolean): Pair {
  const base = (from: number) => ({
    at: { ms: from, offset: -240 },
    clickedAt: from,
    correction: null,
    delivery: RECORDED,
  });
  return {
    id: `${id}.p${seq}`,
    workTypeId: 1,
    userId,
    techsCount: 1,
    reportedBy: 'app',
    noted: false,
    doubted: false,
    givenUp: [],
    leftOpen: null,
    edits: [],
    checkIn: { kind: 'check-in', id: `${id}.${seq}`, seq, ...base(at) },
    checkOut: {
      kind: 'check-out',
      id: `${id}.${seq + 1}`,
      seq: seq + 1,
      ...base(at + 15 * MINUTE),
      leaving: isLast
        ? { action: 'Complete', primaryStatus: 'Completed', extendedStatus: null, resolution: RESOLUTION }
        : { action: 'Cancel' },
    },
  };
}

/** Two pairs on an order of its own. */
function visitAt(owner: Owner, index: number, at: number): Visit {
  const id = crypto.randomUUID();
  const seq = 1 + index * 4;
  return {
    ...owner,
    id,
    workOrderId: 100_000_000 + index,
    arrivalTypeId: 1,
    pairs: [
      pairOf(owner.userId, id, seq, at, false),
      pairOf(owner.userId, id, seq + 2, at + 20 * MINUTE, true),
    ],
    finish: null,
    steps: [],
    statusBefore: null,
    movedTo: null,
    endedAt: null,
  };
}

/** A data folder with so many visits of one technician in the past, each with the journal of its delivery. @param apart ms */
export function folderWith(owner: Owner, history: number, apart: number = HOUR): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-growth-'));
  const now = Date.now();
  const old = Array.from({ length: history }, (_, i) =>
    visitAt(owner, i, now - 9 * DAY - (history - i) * apart),
  );
  const recent = Array.from({ length: RECENT }, (_, i) =>
    visitAt(owner, history + i, now - 7 * DAY + i * 16 * HOUR),
  );
  const { db } = openDatabase(folder, now);
  const visits = new VisitsStore(new Connection(db), () => now);
  visits.save(EMPTY, { ...EMPTY, visits: [...old, ...recent] });
  db.exec('BEGIN');
  for (const visit of old)
    for (const { checkIn, checkOut } of visit.pairs)
      for (const report of checkOut ? [checkIn, checkOut] : [checkIn])
        for (const code of ['queued', 'sending'] as const) visits.log(report.id, { code });
  db.exec('COMMIT');
  closeDatabase(db);
  return folder;
}
