import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Damage } from '../../../main/storage/recovery.ts';
import { openStorage } from '../../../main/storage/storage.ts';
import { VisitsStore } from '../../../main/storage/visits-store.ts';
import { DAY, HOUR } from '../../../main/visit/time.ts';
import { EMPTY } from '../../../main/visit/types.ts';
import { folderWith, OWNER } from '../../bench/folders.ts';
import { Day } from '../visit/support.ts';
import { close, dataFolder, NOW, open, storageIn } from './support.ts';

const pathOf = (folder: string) => join(folder, 'onsite.db');
const copyOf = (folder: string) => `${pathOf(folder)}.backup`;

/** A data folder in use, whose timers run when the test says so. */
function used(folder: string) {
  let now = NOW;
  const timers: { at: number; run: () => void }[] = [];
  const errors: unknown[] = [];
  const damages: Damage[] = [];
  const storage = openStorage(folder, {}, () => now);
  onTestFinished(storage.close);
  storage.recovery.onFound((damage) => damages.push(damage));
  storage.upkeep.start({
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
    onError: (error) => errors.push(error),
  });
  return {
    storage,
    errors,
    damages,
    timers,
    now: () => now,
    later: (ms: number) => {
      now += ms;
    },
    /** Goes to the next timer, and to the end of what it began. */
    next: async () => {
      const [timer] = timers.splice(0, 1);
      now = Math.max(now, timer?.at ?? now);
      timer?.run();
      await storage.upkeep.settled();
    },
  };
}

/** As a real copy carries the time at which it was made. */
const date = (folder: string, ms: number) => utimesSync(copyOf(folder), ms / 1000, ms / 1000);

const DAY_OF_7 = () => new Day().checkIn(7);

/** A folder with a visit, a copy, and a page that is damaged where no start looks. */
async function damagedDeep(withCopy = true): Promise<string> {
  const folder = dataFolder();
  const { db } = open(folder);
  const store = new VisitsStore(db, () => NOW);
  store.save(EMPTY, DAY_OF_7().state);
  db.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
    INSERT INTO delivery_log (report_id, at_ms, what) SELECT 'r' || i, i, '${'x'.repeat(300)}' FROM n`);
  close(db);
  if (withCopy) {
    writeFileSync(copyOf(folder), readFileSync(pathOf(folder)));
    date(folder, NOW - HOUR);
  }
  const bytes = readFileSync(pathOf(folder));
  const middle = Math.floor(bytes.length / 4096 / 2) * 4096;
  bytes.fill(0xa5, middle, middle + 4096);
  writeFileSync(pathOf(folder), bytes);
  return folder;
}

describe('the daily copy', () => {
  test('is made a moment after the start, and each day that the app runs', async () => {
    const folder = dataFolder();
    const app = used(folder);
    expect(existsSync(copyOf(folder))).toBe(false);
    await app.next();
    expect(existsSync(copyOf(folder))).toBe(true);
    date(folder, app.now());
    const { ino } = statSync(copyOf(folder));
    await app.next();
    expect(app.now()).toBeGreaterThanOrEqual(NOW + DAY);
    expect(statSync(copyOf(folder)).ino).not.toBe(ino);
    expect(app.errors).toEqual([]);
  });

  test('that was missed asleep is made on waking; one that is not due is not', async () => {
    const folder = dataFolder();
    const app = used(folder);
    await app.next();
    date(folder, app.now());
    const [planned] = app.timers;
    app.storage.upkeep.look();
    expect(app.timers).toEqual([planned]);
    app.later(2 * DAY);
    app.storage.upkeep.look();
    expect(app.timers).toMatchObject([{ at: app.now() }]);
  });

  test('that fails is told, and tried again in an hour', async () => {
    const folder = dataFolder();
    const app = used(folder);
    mkdirSync(join(folder, 'onsite.db.backup.new', 'in the way'), { recursive: true });
    await app.next();
    expect(app.errors).toHaveLength(1);
    expect(app.timers).toMatchObject([{ at: app.now() + HOUR }]);
  });

  test('is not begun any more when the app ends', async () => {
    const folder = dataFolder();
    const app = used(folder);
    const round = app.next();
    app.storage.close();
    await round;
    expect(existsSync(copyOf(folder))).toBe(false);
    expect([app.errors, app.timers]).toEqual([[], []]);
  });
});

describe('damage that the start did not meet', () => {
  test('is met first by an old week that is opened: the copy takes its place, nothing is missing, and it is told', () => {
    const folder = folderWith({ history: 300 });
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const week = [Date.now() - 24 * DAY, Date.now() - 22 * DAY, OWNER] as const;
    const sound = storageIn(folder, {}, Date.now);
    const visits = sound.visits.between(...week);
    sound.close();
    writeFileSync(copyOf(folder), readFileSync(pathOf(folder)));
    const bytes = readFileSync(pathOf(folder));
    for (let page = 4096; page < bytes.length; page += 4096) {
      const text = bytes.subarray(page, page + 4096).toString('latin1');
      // The rows of its reports.
      if (text.includes(visits[0]?.id ?? '') && text.includes('condenser'))
        bytes.fill(0xa5, page, page + 4096);
    }
    writeFileSync(pathOf(folder), bytes);
    const storage = storageIn(folder, {}, Date.now);
    expect(storage.opened.setAside).toBeNull();
    const found: unknown[] = [];
    storage.recovery.onFound((damage) => found.push(damage));
    expect(storage.visits.between(...week)).toEqual(visits);
    expect(found).toMatchObject([{ kind: 'set-aside' }]);
  });

  test('is found a moment later: the file is set aside, the copy is used, what is known is kept, and it is told', async () => {
    const folder = await damagedDeep();
    const app = used(folder);
    expect(app.storage.opened.setAside).toBeNull();
    const before = app.storage.visits.load();
    const day = new Day().checkIn(7);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    app.storage.visits.save(before, day.state);
    await app.next();
    expect(app.damages).toEqual([
      { kind: 'set-aside', path: expect.stringContaining('.corrupt-'), copyFrom: NOW - HOUR },
    ]);
    expect(app.storage.visits.load()).toEqual({ ...day.state, lastAct: null });
    app.storage.close();
    expect(new VisitsStore(open(folder).db, () => NOW).load().visits).toEqual(day.state.visits);
    expect(app.errors).toEqual([]);
  });

  test('without a copy begins a new file with what is known', async () => {
    const folder = await damagedDeep(false);
    const app = used(folder);
    const { visits } = app.storage.visits.load();
    await app.next();
    expect(app.damages).toMatchObject([{ kind: 'set-aside', copyFrom: null }]);
    expect(app.storage.visits.load().visits).toEqual(visits);
    expect(visits).toHaveLength(1);
  });

  test('never takes the place of the last good copy', async () => {
    const folder = await damagedDeep();
    const good = readFileSync(copyOf(folder));
    mkdirSync(`${pathOf(folder)}.restored`);
    await used(folder).next();
    expect(readFileSync(copyOf(folder)).equals(good)).toBe(true);
  });

  test('that cannot be set aside now is told, work goes on, and the next start does it', async () => {
    const folder = await damagedDeep();
    const app = used(folder);
    const before = app.storage.visits.load();
    mkdirSync(`${pathOf(folder)}.restored`);
    await app.next();
    expect(app.damages).toEqual([{ kind: 'in-use', path: pathOf(folder), detail: expect.any(String) }]);
    const day = new Day().checkIn(7).clock('12:00').checkIn(8);
    app.storage.visits.save(before, day.state);
    expect(app.storage.visits.load().visits).toHaveLength(2);
    app.storage.close();
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toEqual([]);
    rmdirSync(`${pathOf(folder)}.restored`);
    const next = open(folder);
    expect(next.setAside).toMatchObject({ copyFrom: NOW - HOUR });
    close(next.db);
    expect(open(folder).setAside).toBeNull();
  });
});
