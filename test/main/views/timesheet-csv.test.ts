import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timesheetCsv } from '../../../main/views/timesheet-csv.ts';
import type { Visit } from '../../../main/visit/types.ts';
import { readCsv } from '../../csv.ts';
import { certain, Day } from '../visit/support.ts';

const HEADER =
  'work_order,work_type_id,user_id,techs_count,check_in,check_out,minutes,labor_minutes,action_status,primary_status,extended_status,resolution,mechanic_id,delivery,reported_by';
const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };

function records(visits: readonly Visit[]): readonly Readonly<Record<string, string>>[] {
  const csv = timesheetCsv(visits, ALWAYS);
  expect(csv.startsWith(`\ufeff${HEADER}\r\n`)).toBe(true);
  const [header = [], ...rows] = readCsv(csv.slice(1));
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
  });
}

function checkedOut(resolution: string): Day {
  const day = new Day().clock('08:00').checkIn(107_002_896);
  const visitId = day.current.id;
  return day.clock('09:42:59').do({
    type: 'check-out',
    visitId,
    primaryStatus: 'PartsOnOrder',
    extendedStatus: 'BACK ORDER',
    resolution,
  });
}

describe('the CSV of a timesheet', () => {
  test('has a row per pair, with the times of the record and whole minutes', () => {
    const day = checkedOut('We need more screws');
    const { checkIn, checkOut } = certain(day.visit(107_002_896).pairs[0]);
    day.sent(checkIn, 'recorded');
    day.sent(certain(checkOut), 'recorded');
    expect(records(day.mine)).toEqual([
      {
        work_order: '107002896',
        work_type_id: '1',
        user_id: '1544987',
        techs_count: '2',
        check_in: '2026-05-13T08:00:00-04:00',
        check_out: '2026-05-13T09:42:59-04:00',
        minutes: '102',
        labor_minutes: '204',
        action_status: 'Complete',
        primary_status: 'PartsOnOrder',
        extended_status: 'BACK ORDER',
        resolution: 'We need more screws',
        mechanic_id: '3002141',
        delivery: 'recorded',
        reported_by: 'app',
      },
    ]);
  });

  test('an open pair has no end and no minutes', () => {
    const [row] = records(new Day().checkIn(7).mine);
    expect(row).toMatchObject({ check_out: '', minutes: '', labor_minutes: '', delivery: 'waiting' });
  });

  test('what was moved, undone or given up has no row', () => {
    const day = new Day().checkIn(7);
    const report = certain(day.current.pairs[0]).checkIn;
    day.refused(report, 'not-found').do({ type: 'discard', reportId: report.id });
    expect(records(day.mine)).toEqual([]);
    const undone = new Day();
    undone.undoable = true;
    expect(records(undone.checkIn(7).do({ type: 'undo' }).mine)).toEqual([]);
  });

  test('only pairs that began in the week', () => {
    const day = checkedOut('');
    expect(timesheetCsv(day.mine, { from: 0, to: day.instant('08:00') })).toBe(`\ufeff${HEADER}\r\n`);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\u202e=1', '＝1', '\u00ad@x'])(
    'a text that a spreadsheet would run begins with an apostrophe: %j',
    (text) => {
      const [row] = records(checkedOut(text).mine);
      expect(row?.resolution).toBe(`'${text.trim()}`);
    },
  );

  test('any text comes back as it was, in its own cell', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        'a "b", c',
        'two\nlines',
        'two\r\nlines',
        'tab\there',
        '\u202eabc\u202c',
        '🔧👷🏽‍♀️',
        ',',
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const [row] = records(checkedOut(`x${text}`).mine);
        expect(row?.resolution).toBe(`x${text}`.trim().toWellFormed());
        expect(row?.reported_by).toBe('app');
      }),
      { numRuns: 200 },
    );
  });
});
