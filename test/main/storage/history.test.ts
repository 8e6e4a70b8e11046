import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SqlConnection } from '../../../main/storage/connection.ts';
import { TELL_APART } from '../../../main/storage/history-migration.ts';
import { keptIds } from '../../../main/storage/tables.ts';
import { VisitsStore } from '../../../main/storage/visits-store.ts';
import type { JournalEntry } from '../../../main/visit/journal.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { DAY, HOUR } from '../../../main/visit/time.ts';
import { EMPTY, type State, type Visit } from '../../../main/visit/types.ts';
import { days, play } from '../visit/sequences.ts';
import { certain, Day } from '../visit/support.ts';
import { close, dataFolder, NOW, open, openFast } from './support.ts';

const ids = (visits: readonly Visit[]) => visits.map(({ workOrderId }) => workOrderId);

/** 7 from 08:00 to 10:00, 8 paused at 12:00 since 11:00, 9 on site since 13:00; all that can be is recorded. */
function threeVisits(): Day {
  const day = new Day().clock('08:00').checkIn(7).clock('10:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
  day.clock('11:00').checkIn(8).clock('12:00').do({ type: 'pause', visitId: day.current.id });
  day.clock('13:00').checkIn(9);
  for (const report of day.mine.flatMap(reportsOf)) day.sent(report, 'recorded');
  return day;
}

function storeOf(state: State, now = NOW) {
  const { db } = open(dataFolder());
  const store = new VisitsStore(db, () => now);
  store.save(EMPTY, state);
  return { db, store };
}

test('the times of a pair before each change are kept with it', () => {
  const day = new Day().clock('08:00').checkIn(7).clock('10:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' }).clock('12:00');
  const { id: pairId } = certain(day.visit(7).pairs[0]);
  day.do({ type: 'edit-pair', pairId, from: day.instant('08:15'), until: day.instant('09:45') });
  const { store } = storeOf(day.state, day.now);
  expect(day.visit(7).pairs).toMatchObject([{ edits: [{ from: { ms: day.instant('08:00') } }] }]);
  expect(store.load().visits).toEqual(day.mine);
});

describe('visits of a time', () => {
  const between = (from: string, to: string) => {
    const day = threeVisits();
    const { store } = storeOf(day.state, day.now + 400 * DAY);
    return ids(store.between(day.instant(from), day.instant(to), day.owner));
  };

  test.each([
    ['00:00', '07:59', []],
    ['00:00', '08:00', []],
    ['00:00', '08:01', [7]],
    ['09:00', '09:30', [7]],
    ['10:00', '11:01', [7, 8]],
    ['10:01', '11:00', []],
    ['08:00', '14:00', [7, 8, 9]],
    ['22:00', '23:59', [8, 9]],
  ] as const)('from %s to %s, years later, in their order: %j', (from, to, expected) => {
    expect(between(from, to)).toEqual(expected);
  });

  test('are those of one technician of one ServiceChannel', () => {
    const day = threeVisits();
    const { store } = storeOf(day.state);
    const all = [0, Number.MAX_SAFE_INTEGER] as const;
    expect(store.between(...all, { ...day.owner, userId: 1 })).toEqual([]);
    expect(store.between(...all, { ...day.owner, server: 'https://other.example/v3' })).toEqual([]);
    expect(store.between(...all, day.owner)).toEqual(day.mine);
  });

  test('are found as they lie on disk, whatever was done', () => {
    fc.assert(
      fc.property(days, (day) => {
        const db = openFast();
        const store = new VisitsStore(new SqlConnection(db), () => NOW);
        const moments = play(day);
        for (const { before, after } of moments) store.save(before, after);
        const visits = moments.at(-1)?.after.visits ?? [];
        for (const owner of visits)
          expect(store.between(0, Number.MAX_SAFE_INTEGER, owner)).toEqual(
            visits.filter(({ userId, server }) => userId === owner.userId && server === owner.server),
          );
        close(db);
      }),
      { numRuns: 40 },
    );
  });
});

test('an older database tells its history apart as this version does', () => {
  const told = 'SELECT id, settled, first_ms, last_ms FROM visit ORDER BY id';
  fc.assert(
    fc.property(days, (day) => {
      const db = openFast();
      const store = new VisitsStore(new SqlConnection(db), () => NOW);
      for (const { before, after } of play(day)) store.save(before, after);
      const kept = db.prepare(told).all();
      db.exec(`UPDATE visit SET settled = 0, first_ms = 0, last_ms = 0; ${TELL_APART}`);
      expect(db.prepare(told).all()).toEqual(kept);
      close(db);
    }),
    { numRuns: 60 },
  );
});

test('a start looks for what is kept in indexes of their own, not in all of history', () => {
  const { db } = open(dataFolder());
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${keptIds('7')}`).all();
  const looks = plan.map(({ detail }) => String(detail)).filter((detail) => detail.includes('visit'));
  expect(looks).toHaveLength(2);
  for (const look of looks) expect(look).toMatch(/INDEX visit_(unsettled|last)/);
});

describe('the journal', () => {
  const ENTRIES: readonly JournalEntry[] = [
    { code: 'queued' },
    { code: 'sending' },
    { code: 'not-sent', why: 'offline', detail: '' },
    { code: 'refused', message: 'no', httpStatus: 400 },
    { code: 'no-answer', why: 'timeout' },
    { code: 'read-back', seen: 'there' },
    { code: 'recorded', mechanicId: 42, by: 'answer' },
    { code: 'held' },
    { code: 'text', text: 'as it was' },
  ];
  const KEPT = ['refused', 'recorded', 'held', 'text'];

  test('forgets tries after 90 days; refusals, what was decided and what was found stay', () => {
    let now = NOW;
    const store = new VisitsStore(open(dataFolder()).db, () => now);
    for (const entry of ENTRIES) store.log('old', entry);
    now += HOUR;
    for (const entry of ENTRIES) store.log('young', entry);
    now = NOW + 90 * DAY + 1;
    expect(store.trim()).toBe(false);
    expect(store.tries('old').map(({ what }) => what.code)).toEqual(KEPT);
    expect(store.tries('young')).toHaveLength(ENTRIES.length);
  });

  test('forgets a few hundred at a time, until no more are left', () => {
    let now = NOW;
    const { db } = open(dataFolder());
    const store = new VisitsStore(db, () => now);
    db.exec('BEGIN');
    for (let count = 0; count < 1_200; count++) store.log('r', { code: 'sending' });
    db.exec('COMMIT');
    now += 91 * DAY;
    const rounds = [store.trim(), store.trim(), store.trim()];
    expect(rounds).toEqual([true, true, false]);
    expect(store.tries('r')).toEqual([]);
  });
});
