import { describe, expect, test } from 'vitest';
import { changeOf } from '../../../main/views/changes.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import type { RefusalReason } from '../../../main/visit/problem.ts';
import type { Report } from '../../../main/visit/types.ts';
import { certain, Day } from '../visit/support.ts';

const LEFT = { primaryStatus: 'Incomplete', extendedStatus: 'PENDING', resolution: 'New belt' } as const;
const NO_CODES = { codes: [], rootCauses: [] };

/** In at ten with two, out at eleven; one of the two is refused. */
function refused(kind: 'check-in' | 'check-out', reason: RefusalReason, workTypeId = 1) {
  const day = new Day().clock('10:00').checkIn(7, { workTypeId });
  const visitId = day.current.id;
  day.clock('11:00');
  if (workTypeId === 1) day.do({ type: 'check-out', visitId, ...LEFT });
  else day.do({ type: 'check-out', visitId, primaryStatus: 'NoStatusChange' });
  const [into, out] = reportsOf(day.visit(7));
  if (kind === 'check-out') day.sent(certain(into), 'recorded');
  day.refused(certain(kind === 'check-in' ? into : out), reason);
  return { day, change: changeIn(day, kind) };
}

function changeIn(day: Day, kind: Report['kind']) {
  const visit = day.visit(7);
  const pair = certain(visit.pairs[0]);
  return changeOf(visit, certain(reportsOf(visit).find((report) => report.kind === kind)), pair, null);
}

describe('`Change…` of a check-in', () => {
  test('has its type and its technicians, and no time that was not refused', () => {
    expect(refused('check-in', 'field').change).toEqual({
      kind: 'check-in',
      workTypeId: 1,
      techsCount: 2,
      workTypes: [],
      resumed: false,
      at: null,
    });
  });

  test.each(['premature', 'out-of-date', 'time-ahead', 'overlap', 'elsewhere-then'] as const)(
    'has the time where %s refused it',
    (reason) => {
      const { change, day } = refused('check-in', reason);
      expect(change).toMatchObject({ at: { ms: day.instant('10:00'), offset: -240 } });
    },
  );

  test.each(['not-found', 'completed', 'mile-range', 'not-allowed'] as const)(
    'is not there where nothing in it would help: %s',
    (reason) => {
      expect(refused('check-in', reason).change).toBeNull();
    },
  );
});

describe('`Change…` of a check-out', () => {
  test('has its status and its text', () => {
    expect(refused('check-out', 'field').change).toEqual({
      kind: 'check-out',
      status: { ...LEFT, ...NO_CODES },
      pause: false,
      at: null,
    });
  });

  test('has only its time after a drive, which sets no status', () => {
    const { change, day } = refused('check-out', 'field', 2);
    expect(change).toMatchObject({ kind: 'check-out', status: null, at: { ms: day.instant('11:00') } });
  });

  test('is there again when it was given up and is still open at ServiceChannel', () => {
    const { day } = refused('check-out', 'field');
    day.do({ type: 'discard', reportId: certain(reportsOf(day.visit(7))[1]).id });
    const pair = certain(day.visit(7).pairs[0]);
    const report = certain(pair.checkOut ?? pair.givenUp.at(-1));
    expect(changeOf(day.visit(7), report, pair, null)).toMatchObject({ kind: 'check-out', at: null });
  });
});

test('a report that is not refused has no `Change…`', () => {
  expect(changeIn(new Day().clock('10:00').checkIn(7), 'check-in')).toBeNull();
});
