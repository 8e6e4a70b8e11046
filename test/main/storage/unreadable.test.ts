import { describe, expect, test } from 'vitest';
import { VisitsStore } from '../../../main/storage/visits-store.ts';
import { EMPTY } from '../../../main/visit/types.ts';
import { Day } from '../visit/support.ts';
import { dataFolder, open } from './support.ts';

/** A database with visits to 7 and 8, after the one to 7 was changed from outside. */
function spoilt(sql: string) {
  const day = new Day().clock('10:00').checkIn(7).clock('11:00').checkIn(8);
  const { db } = open(dataFolder());
  const store = new VisitsStore(db, () => day.now);
  store.save(EMPTY, day.state);
  db.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  return { day, db, store };
}

const OF_7 = "visit_id = (SELECT id FROM visit WHERE work_order_id = 7) AND kind = 'check-in'";

describe('a visit that cannot be read', () => {
  test.each([
    ['a state that is not known', `UPDATE report SET state = 'dreamt' WHERE ${OF_7}`],
    ['a kind that is not known', `UPDATE report SET kind = 'nap' WHERE ${OF_7}`],
    ['a refusal without its words', `UPDATE report SET state = 'refused', problem = NULL WHERE ${OF_7}`],
    ['words that are no JSON', `UPDATE report SET state = 'refused', problem = '{"a":' WHERE ${OF_7}`],
    ['a number beyond all numbers', `UPDATE report SET at_ms = 9223372036854775807 WHERE ${OF_7}`],
    ['a pair without its check-in', `DELETE FROM report WHERE ${OF_7}`],
    ['a pair that came in no known way', "UPDATE pair SET reported_by = 'pigeon' WHERE rowid = 1"],
    ['a status that is none', "UPDATE visit SET status_before = '7' WHERE work_order_id = 7"],
  ])('(%s) costs no other, and stays as it lies', (_, sql) => {
    const { day, db, store } = spoilt(sql);
    const state = store.load();
    expect(state.visits).toEqual([day.visit(8)]);
    expect(state.nextSeq).toBeGreaterThanOrEqual(day.state.nextSeq);
    expect(store.unreadable).toEqual([{ visitId: day.visit(7).id, workOrderId: 7 }]);
    expect(store.between(0, Number.MAX_SAFE_INTEGER, day.owner)).toEqual([day.visit(8)]);
    store.save(state, { ...state, visits: state.visits.map((visit) => ({ ...visit })) });
    expect(db.prepare('SELECT count(*) AS visits FROM visit').get()).toMatchObject({ visits: 2 });
  });

  test('is told even where its work order cannot be read either', () => {
    const { day, store } = spoilt(
      'UPDATE visit SET work_order_id = 9223372036854775807 WHERE work_order_id = 7',
    );
    expect(store.load().visits).toEqual([day.visit(8)]);
    expect(store.unreadable).toEqual([{ visitId: day.visit(7).id, workOrderId: null }]);
  });

  test('does not spoil the numbers of the next reports', () => {
    const { day, store } = spoilt(`UPDATE report SET seq = 9223372036854775806 WHERE ${OF_7}`);
    expect(store.load().nextSeq).toBe(day.state.nextSeq);
  });
});
