import { truncateSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Sql, SqlConnection } from '../../../main/storage/connection.ts';
import { backUp } from '../../../main/storage/copies.ts';
import { VisitsStore } from '../../../main/storage/visits-store.ts';
import { isSettled, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { DAY } from '../../../main/visit/time.ts';
import { EMPTY, type State, type Visit } from '../../../main/visit/types.ts';
import { days, type Moment, play } from '../visit/sequences.ts';
import { certain, Day } from '../visit/support.ts';
import { close, dataFolder, NOW, open, openFast } from './support.ts';

/** Keeps a day in a database of its own, and hands what lies there afterwards to `look`. */
function kept(
  moments: readonly Moment[],
  loadAt: (last: Moment) => number,
  look: (loaded: State, state: State) => void,
) {
  const db = openFast();
  const store = new VisitsStore(new SqlConnection(db), () => NOW);
  for (const { before, after } of moments) store.save(before, after);
  const last = moments.at(-1);
  if (last) look(new VisitsStore(db, () => loadAt(last)).load(), last.after);
  close(db);
}

const isNeeded = (visit: Visit) =>
  phaseOf(visit) !== 'over' ||
  !reportsOf(visit).every(isSettled) ||
  visit.pairs.some(({ leftOpen }) => leftOpen);

describe('what was kept', () => {
  test('is found again as it was, whatever was done', () => {
    fc.assert(
      fc.property(days, (day) => {
        const moments = play(day);
        // So early that every visit of the day is young.
        kept(
          moments,
          () => Date.parse(day.setting.start),
          (loaded, state) => expect(loaded).toEqual({ ...state, lastAct: null, insisted: [] }),
        );
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test('is still there a month later where it is not over or not settled', () => {
    fc.assert(
      fc.property(days, (day) => {
        kept(
          play(day),
          ({ context }) => context.now + 30 * DAY,
          (loaded, state) => {
            expect(loaded.visits).toEqual(expect.arrayContaining(state.visits.filter(isNeeded)));
            expect(loaded.nextSeq).toBe(state.nextSeq);
          },
        );
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test('is empty at first', () => {
    expect(new VisitsStore(open(dataFolder()).db, () => NOW).load()).toEqual(EMPTY);
  });

  test('is gone when it was taken back, and stays in the history', () => {
    const { db } = open(dataFolder());
    const store = new VisitsStore(db, () => NOW);
    const day = new Day().clock('10:00').checkIn(7).clock('11:00');
    store.save(EMPTY, day.state);
    day.undoable = true;
    for (const act of [
      (): Day => day.checkIn(8),
      (): Day => day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' }),
    ]) {
      const before = day.state;
      const held = act().state;
      store.save(before, held);
      store.save(held, day.do({ type: 'undo' }).state);
      const loaded = new VisitsStore(db, () => NOW).load();
      expect(loaded).toEqual({ ...before, nextSeq: held.nextSeq });
      expect(store.between(0, day.now + DAY, day.owner)).toEqual(before.visits);
    }
    const rows = db.prepare('SELECT kind, state FROM report WHERE undone_at = ? ORDER BY seq').all(NOW);
    expect(rows).toEqual(
      ['check-out', 'check-in', 'check-out'].map((kind) => ({ kind, state: 'discarded' })),
    );
  });

  test('is found by the next run', () => {
    const folder = dataFolder();
    const { db } = open(folder);
    const day = new Day().checkIn(7);
    new VisitsStore(db, () => day.now).save(EMPTY, day.state);
    close(db);
    expect(new VisitsStore(open(folder).db, () => day.now).load()).toEqual(day.state);
  });

  test('is still open a month later, whatever was noted since', () => {
    const day = new Day().clock('09:00').checkIn(7).clock('09:30');
    const refused = certain(reportsOf(day.current)[0]);
    day.refused(refused, 'completed').do({ type: 'tell-client', reportId: refused.id, text: 'Here.' });
    day.do({ type: 'send-again', reportId: refused.id });
    for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
    const { db } = open(dataFolder());
    new VisitsStore(db, () => day.now).save(EMPTY, day.state);
    const { visits } = new VisitsStore(db, () => day.now + 30 * DAY).load();
    expect(visits).toEqual([day.visit(7)]);
  });

  test('is left on disk when it was moved, and all is settled', () => {
    const day = new Day().clock('09:00').checkIn(7);
    day.sent(certain(reportsOf(day.current)[0]), 'recorded').clock('09:30');
    day.do({ type: 'move', visitId: day.current.id, workOrderId: 8 });
    for (const report of day.mine.flatMap(reportsOf))
      if (report.delivery.state === 'queued') day.sent(report, 'recorded');
      else if (report.delivery.state === 'refused') day.do({ type: 'discard', reportId: report.id });
    const { db } = open(dataFolder());
    new VisitsStore(db, () => day.now).save(EMPTY, day.state);
    const { visits } = new VisitsStore(db, () => day.now + 30 * DAY).load();
    expect(visits).toEqual([day.visit(8)]);
  });

  test('is left on disk when it is over, settled and older than 8 days', () => {
    const day = new Day().checkIn(7);
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
    const { db } = open(dataFolder());
    new VisitsStore(db, () => day.now).save(EMPTY, day.state);
    const loadedAt = (now: number) => new VisitsStore(db, () => now).load();
    expect(loadedAt(day.now + 8 * DAY - 1).visits).toHaveLength(1);
    expect(loadedAt(day.now + 8 * DAY)).toEqual({
      visits: [],
      nextSeq: day.state.nextSeq,
      lastAct: null,
      insisted: [],
    });
  });

  test('is left on disk when a paused visit was ended here long ago', () => {
    const day = new Day().checkIn(7);
    const { id } = day.current;
    day
      .do({ type: 'pause', visitId: id })
      .do({ type: 'finish', visitId: id, primaryStatus: 'NoStatusChange' });
    for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
    const { db } = open(dataFolder());
    new VisitsStore(db, () => day.now).save(EMPTY, day.state);
    expect(new VisitsStore(db, () => day.now + 9 * DAY).load().visits).toEqual([]);
  });
});

describe('a visit with something given up', () => {
  /** Paused at 11:00, both reports recorded. */
  function paused(): Day {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    for (const report of reportsOf(day.current)) day.sent(report, 'recorded');
    return day;
  }

  function giveUpLast(day: Day): Day {
    const last = certain(reportsOf(day.visit(7)).at(-1));
    return day.sent(last, 'refused').do({ type: 'discard', reportId: last.id });
  }

  /** Keeps every state on the way, as the app does. */
  function keptAndLoaded(states: readonly State[], now: number): State {
    const store = new VisitsStore(open(dataFolder()).db, () => now);
    for (const [index, state] of states.entries()) store.save(states[index - 1] ?? EMPTY, state);
    return store.load();
  }

  const resumed = (day: Day) => day.do({ type: 'resume', visitId: day.current.id });

  const finish = (day: Day, primaryStatus: 'Completed' | 'Incomplete') =>
    day.do({ type: 'finish', visitId: day.visit(7).id, primaryStatus });

  test('is found again with the status that was chosen anew', () => {
    const day = giveUpLast(finish(paused(), 'Completed'));
    const before = day.state;
    finish(day, 'Incomplete');
    expect(keptAndLoaded([before, day.state], day.now)).toEqual(day.state);
  });

  test('is found again with the status that is set once more, and as it was set before', () => {
    const day = finish(paused(), 'Completed');
    day.sent(certain(day.visit(7).finish), 'recorded').clock('12:00');
    const before = day.state;
    const [pair] = day.visit(7).pairs.map(certain);
    const [from, until] = [day.instant('10:15'), day.instant('10:30')];
    day.do({ type: 'add-break', pairId: certain(pair).id, from, until });
    expect(day.visit(7).finish?.setAgain?.was).toMatchObject({ primaryStatus: 'Completed', by: 'answer' });
    expect(keptAndLoaded([before, day.state], day.now)).toEqual(day.state);
  });

  test.each([
    ['its status', () => giveUpLast(finish(paused(), 'Completed'))],
    ['its second pair', () => giveUpLast(resumed(paused()))],
  ])('(%s) is still paused a month later', (_, make) => {
    const day = make();
    expect(phaseOf(day.visit(7))).toBe('paused');
    expect(keptAndLoaded([day.state], day.now + 30 * DAY)).toEqual(day.state);
  });
});

describe('what the disk does not take', () => {
  test('is not kept in part: nothing of the command is there, and the next can be kept', () => {
    const { db } = open(dataFolder());
    const store = new VisitsStore(db, () => NOW);
    const day = new Day().clock('10:00').checkIn(7);
    store.save(EMPTY, day.state);
    const before = day.state;
    day.clock('11:00').checkIn(8);
    db.exec(`CREATE TRIGGER full BEFORE INSERT ON report WHEN new.seq = 3
      BEGIN SELECT raise(ABORT, 'database or disk is full'); END`);
    expect(() => store.save(before, day.state)).toThrow('disk is full');
    expect(new VisitsStore(db, () => NOW).load()).toEqual(before);
    expect(store.tries(certain(reportsOf(day.visit(7))[1]).id)).toEqual([]);
    db.exec('DROP TRIGGER full');
    store.save(before, day.state);
    expect(new VisitsStore(db, () => NOW).load()).toEqual(day.state);
  });
});

describe('the journal of a report', () => {
  test('tells what became of it, in order, with what else was tried', () => {
    const { db } = open(dataFolder());
    let now = NOW;
    const store = new VisitsStore(db, () => now);
    const day = new Day().checkIn(7);
    const report = certain(reportsOf(day.current)[0]);
    store.save(EMPTY, day.state);
    const kept = (then: () => Day) => {
      const before = day.state;
      now += 1000;
      store.save(before, then().state);
    };
    kept(() => day.do({ type: 'sending', reportId: report.id, since: now }));
    kept(() => day.do({ type: 'unconfirmed', reportId: report.id, since: now }));
    kept(() => day.do({ type: 'recorded', reportId: report.id, mechanicId: 42, by: 'answer' }));
    store.log(report.id, { code: 'read-back', seen: 'there' });
    expect(store.tries(report.id)).toEqual([
      { at: NOW, what: { code: 'queued' } },
      { at: NOW + 1000, what: { code: 'sending' } },
      { at: NOW + 2000, what: { code: 'unconfirmed' } },
      { at: NOW + 3000, what: { code: 'recorded', mechanicId: 42, by: 'answer' } },
      { at: NOW + 3000, what: { code: 'read-back', seen: 'there' } },
    ]);
    expect(store.tries('nobody’s')).toEqual([]);
  });

  test('says why it was refused, and how it is known to be recorded', () => {
    const store = new VisitsStore(open(dataFolder()).db, () => NOW);
    const day = new Day().checkIn(7);
    const report = certain(reportsOf(day.current)[0]);
    day.sent(report, 'refused');
    store.save(EMPTY, day.state);
    const before = day.state;
    day.do({ type: 'it-was-recorded', reportId: report.id });
    store.save(before, day.state);
    expect(store.tries(report.id).map((each) => each.what)).toEqual([
      { code: 'refused', message: 'Check In is premature', httpStatus: 400 },
      { code: 'recorded', mechanicId: null, by: 'technician' },
    ]);
  });

  test.each([
    ['{"code":"dreamt","of":7}', 'a newer version’s'],
    ['{"code":"recorded"}', 'one without its facts'],
    ['queued', 'a sentence'],
  ])('shows %j as it lies there (%s)', (what) => {
    const { db } = open(dataFolder());
    db.prepare("INSERT INTO delivery_log (report_id, at_ms, what) VALUES ('r', 1, ?)").run(what);
    expect(new VisitsStore(db, () => NOW).tries('r')).toEqual([
      { at: 1, what: { code: 'text', text: what } },
    ]);
  });
});

describe('a restored copy', () => {
  test('sends nothing blindly that may have been sent since: it is read back first', async () => {
    const folder = dataFolder();
    const { db } = open(folder);
    const day = new Day().checkIn(7);
    new VisitsStore(db, () => day.now).save(EMPTY, day.state);
    await backUp(db, folder, NOW);
    close(db);
    truncateSync(`${folder}/onsite.db`, 5000);
    const { visits } = new VisitsStore(open(folder).db, () => day.now).load();
    expect(visits.flatMap(reportsOf).map((report) => report.delivery.state)).toEqual(['sending']);
  });
});

test('on a disk that is really full nothing is kept by halves, and with space again all goes on', () => {
  const { db } = open(dataFolder());
  const store = new VisitsStore(db, () => NOW);
  const pages = Number(db.prepare('PRAGMA page_count').get()?.page_count);
  db.exec(`PRAGMA max_page_count = ${pages}`);
  const resolution = 'x'.repeat(200_000);
  const day = new Day().checkIn(7);
  const { id } = day.current;
  store.save(EMPTY, day.state);
  const before = day.state;
  day.do({ type: 'check-out', visitId: id, primaryStatus: 'Completed', resolution });
  expect(() => store.save(before, day.state)).toThrow(/full/);
  expect(new VisitsStore(db, () => day.now).load()).toEqual(before);
  db.exec('PRAGMA max_page_count = 100000');
  store.save(before, day.state);
  expect(new VisitsStore(db, () => day.now).load()).toEqual(day.state);
});

describe('a database whose damage shows while something is kept', () => {
  /** Its pages make no sense to SQLite at the first commit. */
  function damagedOnce() {
    const { db } = open(dataFolder());
    let commits = 0;
    const sql: Sql = {
      prepare: (text) => db.prepare(text),
      get isTransaction() {
        return db.isTransaction;
      },
      exec: (text) => {
        if (text === 'COMMIT' && commits++ === 0)
          throw Object.assign(new Error('database disk image is malformed'), { errcode: 11 });
        db.exec(text);
      },
    };
    return sql;
  }

  test('is replaced by its copy, and the command is kept all the same', () => {
    const day = new Day().checkIn(7);
    const replace = (refill: () => void) => {
      refill();
      return true;
    };
    const store = new VisitsStore(damagedOnce(), () => day.now, { replace });
    store.save(EMPTY, day.state);
    expect(store.load()).toEqual({ ...day.state, lastAct: null });
  });

  test('that cannot be replaced keeps nothing, and says so', () => {
    const day = new Day().checkIn(7);
    const store = new VisitsStore(damagedOnce(), () => day.now, { replace: () => false });
    expect(() => store.save(EMPTY, day.state)).toThrow('malformed');
    expect(store.load()).toEqual(EMPTY);
  });
});

test('codes, and what a client was asked for, come back as they were', () => {
  const folder = dataFolder();
  const day = new Day().clock('10:00').checkIn(7).clock('11:00');
  const { id: pairId } = certain(day.current.pairs[0]);
  day.do({
    type: 'check-out',
    visitId: day.current.id,
    primaryStatus: 'Completed',
    codes: [{ id: 4001, text: 'New drain' }],
    rootCauses: [{ id: 5001, text: null, assetCategoryId: 31 }],
  });
  const from = day.instant('10:00');
  const asked = { from, until: day.instant('10:50'), techsCount: 3, text: 'We were three.' };
  day.do({ type: 'ask-client', pairId, ...asked });
  const first = open(folder);
  new VisitsStore(first.db, () => NOW).save(EMPTY, day.state);
  expect(new VisitsStore(first.db, () => NOW).load().visits).toEqual(day.state.visits);
});

test('what is kept beside a command is kept with it or not at all', () => {
  const db = openFast();
  const store = new VisitsStore(new SqlConnection(db), () => NOW);
  const { state } = new Day().checkIn(7);
  const fails = () => {
    throw new Error('database or disk is full');
  };
  expect(() => store.save(EMPTY, state, fails)).toThrow('full');
  expect(store.load().visits).toEqual([]);
  store.save(EMPTY, state, () => db.exec("INSERT INTO fact (name, value) VALUES ('clock', '1')"));
  expect(store.load().visits).toHaveLength(1);
  expect(db.prepare('SELECT value FROM fact').all()).toEqual([{ value: '1' }]);
});
