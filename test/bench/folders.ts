import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountMemory } from '../../main/account/person.ts';
import { SqlConnection } from '../../main/storage/connection.ts';
import { closeDatabase, openDatabase } from '../../main/storage/database.ts';
import { StoredFacts } from '../../main/storage/facts.ts';
import { VisitsStore } from '../../main/storage/visits-store.ts';
import { DAY, HOUR, MINUTE } from '../../main/visit/time.ts';
import { type Delivery, EMPTY, type Owner, type Pair, type Visit } from '../../main/visit/types.ts';
import { DEMO_CLIENT, DEMO_USER } from '../sandbox/data-users.ts';

/** The user whose visits they are where none is given. */
export const OWNER: Owner = { userId: DEMO_USER.id, server: 'https://api.servicechannel.com/v3' };

/** The newest visit of the past is so long ago (ms): no week that a Timesheet opens on by itself has one of them. */
export const PAST = 16 * DAY;

/** The visits in a data folder. */
export interface Content {
  /** Visits in the past, each with the journal of its delivery. */
  readonly history?: number;
  /** From one visit of the past to the next, ms: an hour when left out. */
  readonly apart?: number;
  /** The user whose visits they are, where `on` says nothing. */
  readonly owner?: Owner;
  /** Recorded visits of the last week. */
  readonly recent?: number;
  /** Reports that wait to be sent: two a visit, but the last one's where `open`. */
  readonly queued?: number;
  /** One is on site. */
  readonly open?: boolean;
  /** The demo user of this sandbox is signed in. */
  readonly on?: { readonly url: string; readonly apiUrl: string };
}

const RECORDED: Delivery = { state: 'recorded', mechanicId: 148797639, by: 'answer' };
const QUEUED: Delivery = { state: 'queued' };
const RESOLUTION = 'Replaced the condenser fan motor, tested, cleaned the filters.';

interface Making {
  readonly owner: Owner;
  readonly delivery: Delivery;
}

function pairOf(id: string, seq: number, at: number, isLast: boolean, { owner, delivery }: Making): Pair {
  const base = (from: number) => ({
    at: { ms: from, offset: -240 },
    clickedAt: from,
    correction: null,
    delivery,
  });
  return {
    id: `${id}.p${seq}`,
    workTypeId: 1,
    userId: owner.userId,
    techsCount: 1,
    reportedBy: 'app',
    noted: false,
    doubted: false,
    givenUp: [],
    edits: [],
    leftOpen: null,
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

function visitOf(owner: Owner, workOrderId: number, pairs: (id: string) => readonly Pair[]): Visit {
  const id = crypto.randomUUID();
  return {
    ...owner,
    id,
    workOrderId,
    arrivalTypeId: 1,
    pairs: pairs(id),
    finish: null,
    steps: [],
    statusBefore: null,
    movedTo: null,
    endedAt: null,
  };
}

/** Two recorded pairs on an order of its own. */
const recordedAt = (owner: Owner, index: number, at: number): Visit =>
  visitOf(owner, 100_000_000 + index, (id) =>
    [0, 20].map((minutes) =>
      pairOf(id, 1 + index * 4 + minutes / 10, at + minutes * MINUTE, minutes > 0, {
        owner,
        delivery: RECORDED,
      }),
    ),
  );

/** A pair that waits to be sent. */
const queuedAt = (owner: Owner, index: number, at: number): Visit =>
  visitOf(owner, 107_002_896 + (index % 4), (id) => [
    pairOf(id, 1_000_000 + index * 2, at, true, { owner, delivery: QUEUED }),
  ]);

/** A check-in alone. */
function openAt(owner: Owner, at: number): Visit {
  const visit = queuedAt(owner, 900_000, at);
  return { ...visit, pairs: visit.pairs.map((pair) => ({ ...pair, checkOut: null })) };
}

function visitsOf(content: Content, owner: Owner, now: number): { old: Visit[]; all: Visit[] } {
  const { history = 0, apart = HOUR, recent = 10, queued = 0, open = false } = content;
  const old = Array.from({ length: history }, (_, i) =>
    recordedAt(owner, i, now - PAST - (history - i) * apart),
  );
  const young = Array.from({ length: recent }, (_, i) =>
    recordedAt(owner, history + i, now - 7 * DAY + i * 16 * HOUR),
  );
  const waiting = Array.from({ length: queued / 2 }, (_, i) =>
    queuedAt(owner, i, now - 12 * HOUR + i * ((8 * HOUR) / Math.max(1, queued / 2)) - 20 * MINUTE),
  );
  return { old, all: [...old, ...young, ...waiting, ...(open ? [openAt(owner, now - 10 * MINUTE)] : [])] };
}

/** A data folder with visits in it. */
export function folderWith(content: Content): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-bench-'));
  const now = Date.now();
  const { on } = content;
  const owner = on ? { userId: DEMO_USER.id, server: on.apiUrl } : (content.owner ?? OWNER);
  const { old, all } = visitsOf(content, owner, now);
  const { db } = openDatabase(folder, now);
  const connection = new SqlConnection(db);
  const visits = new VisitsStore(connection, () => now);
  visits.save(EMPTY, { ...EMPTY, visits: all });
  db.exec('BEGIN');
  for (const visit of old)
    for (const { checkIn, checkOut } of visit.pairs)
      for (const report of checkOut ? [checkIn, checkOut] : [checkIn])
        for (const code of ['queued', 'sending'] as const) visits.log(report.id, { code });
  db.exec('COMMIT');
  if (on) remember(new StoredFacts(connection), on);
  closeDatabase(db);
  return folder;
}

function remember(
  facts: StoredFacts,
  { url, apiUrl }: { readonly url: string; readonly apiUrl: string },
): void {
  const inForce = { apiUrl, loginUrl: url, clientId: DEMO_CLIENT.id };
  accountMemory(facts, { get: (key) => inForce[key] }).remembered.set({
    userId: DEMO_USER.id,
    userName: DEMO_USER.userName,
    authUserId: null,
    profileName: null,
    name: DEMO_USER.fullName,
    ...inForce,
  });
}
