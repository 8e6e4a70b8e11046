import { describe, expect, test } from 'vitest';
import { sendable } from '../../../main/outbox/next.ts';
import { requestOf } from '../../../main/outbox/requests.ts';
import { currentVisit, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import type { Report } from '../../../main/visit/types.ts';
import { certain, Day, written } from './support.ts';

const nth = (day: Day, workOrderId: number, n: number): Report =>
  certain(reportsOf(day.visit(workOrderId))[n]);

/** The bodies that the reports of a visit are sent with. */
const bodies = (day: Day, workOrderId: number) => {
  const visit = day.visit(workOrderId);
  return visit.pairs.flatMap((pair) =>
    [pair.checkIn, ...(pair.checkOut ? [pair.checkOut] : [])].map(
      (report) => Object(requestOf(visit, pair, report)?.body) as Record<string, unknown>,
    ),
  );
};

/** At 7 from 8:00 to 12:00 and at 8 since 13:00; the check-in at 7 is refused for its work type at 14:00. */
function refusedType(): Day {
  const day = new Day().clock('08:00').checkIn(7, { workTypeId: 47 }).clock('12:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
  day.clock('13:00').checkIn(8).clock('14:00');
  return day.refused(nth(day, 7, 0), 'work-type');
}

describe('a check-in that is refused for its work type', () => {
  const toRepair = (day: Day) =>
    ({
      type: 'change',
      reportId: nth(day, 7, 0).id,
      to: { kind: 'check-in', workTypeId: 1, techsCount: 3 },
    }) as const;

  test('is sent with another one and its own time, though there is a later visit, and its check-out with it', () => {
    const day = refusedType();
    day.do(toRepair(day));
    expect(bodies(day, 7)).toMatchObject([
      { WorkTypeId: 1, TechsCount: 3, CheckInTime: '2026-05-13T08:00:00-04:00' },
      { WorkTypeId: 1, TechsCount: 3, CheckOutTime: '2026-05-13T12:00:00-04:00' },
    ]);
    expect(day.mine.map(phaseOf)).toEqual(['over', 'on site']);
    expect(sendable(day.mine).map(({ id }) => id)).toContain(nth(day, 7, 0).id);
  });

  test('makes the visit current again where nothing came after it', () => {
    const day = new Day().clock('08:00').checkIn(7, { workTypeId: 47 });
    day.refused(nth(day, 7, 0), 'work-type');
    expect(currentVisit(day.mine)).toBeUndefined();
    day.do(toRepair(day));
    expect(phaseOf(day.current)).toBe('on site');
  });

  test('takes what was resumed after it along, and leaves another crew as it is', () => {
    const day = new Day().clock('08:00').checkIn(7, { workTypeId: 47 }).clock('09:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('10:00');
    day.do({ type: 'resume', visitId: day.current.id }).clock('11:00');
    day.do({ type: 'change-crew', visitId: day.current.id, techsCount: 5 });
    day.refused(nth(day, 7, 0), 'work-type').do(toRepair(day));
    expect(day.visit(7).pairs.map(({ workTypeId, techsCount }) => [workTypeId, techsCount])).toEqual([
      [1, 3],
      [1, 3],
      [47, 5],
    ]);
  });

  test('is not changed twice, nor while it is on its way or recorded', () => {
    const day = refusedType();
    const change = toRepair(day);
    day.do(change);
    expect(day.fault(change)).toEqual({ reason: 'not-now' });
    expect(day.sent(nth(day, 7, 0), 'recorded').fault(change)).toEqual({ reason: 'not-now' });
  });
});

/** At 7 since 8:00, recorded; out at 11:40 with a status, refused for what it says. */
function refusedOut(primaryStatus: 'Completed' | 'Incomplete' = 'Incomplete'): Day {
  const day = new Day().clock('08:00').checkIn(7);
  day.sent(nth(day, 7, 0), 'recorded').clock('11:40');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus });
  return day.clock('12:00').refused(nth(day, 7, 1), 'field');
}

describe('a check-out that is refused for what it says', () => {
  test.each([
    [
      { primaryStatus: 'Incomplete', resolution: ' A valve ' },
      { PrimaryStatus: 'Incomplete', Resolution: 'A valve' },
    ],
    [
      { primaryStatus: 'InProgress', extendedStatus: 'ON HOLD' },
      { PrimaryStatus: 'InProgress', ExtendedStatus: 'ON HOLD' },
    ],
    [{ primaryStatus: 'NoStatusChange' }, { PrimaryStatus: 'NoStatusChange' }],
  ] as const)('goes with %j and its own time', (choice, body) => {
    const day = refusedOut();
    day.clock('15:00').do({ type: 'change', reportId: nth(day, 7, 1).id, to: { kind: 'check-out', choice } });
    expect(bodies(day, 7)[1]).toMatchObject({ ...body, CheckOutTime: '2026-05-13T11:40:00-04:00' });
    expect(nth(day, 7, 1).delivery).toEqual({ state: 'queued' });
    expect(phaseOf(day.visit(7))).toBe('over');
  });

  test('may be refused and changed again', () => {
    const day = refusedOut();
    const to = { kind: 'check-out', choice: { primaryStatus: 'Completed' } } as const;
    day.do({ type: 'change', reportId: nth(day, 7, 1).id, to }).refused(nth(day, 7, 1), 'xml-permission');
    day.do({
      type: 'change',
      reportId: nth(day, 7, 1).id,
      to: { ...to, choice: { primaryStatus: 'InProgress' } },
    });
    expect(bodies(day, 7)[1]).toMatchObject({ PrimaryStatus: 'InProgress' });
  });

  test.each([
    ['07:59', { reason: 'before-previous' }],
    ['12:01', { reason: 'in-future' }],
  ])('gets no time of %s', (time, fault) => {
    const day = refusedOut();
    const to = { kind: 'check-out', choice: null, at: day.instant(time) } as const;
    expect(day.fault({ type: 'change', reportId: nth(day, 7, 1).id, to })).toMatchObject(fault);
  });

  test('keeps its second where the minute of a time field was left as it was', () => {
    const day = new Day().clock('08:00').checkIn(7);
    day.sent(nth(day, 7, 0), 'recorded').clock('11:40:37');
    day.do({ type: 'pause', visitId: day.current.id }).refused(nth(day, 7, 1), 'out-of-date');
    const to = { kind: 'check-out', choice: null, at: day.instant('11:40') } as const;
    day.do({ type: 'change', reportId: nth(day, 7, 1).id, to });
    expect(bodies(day, 7)[1]).toMatchObject({
      ActionStatus: 'Cancel',
      CheckOutTime: '2026-05-13T11:40:37-04:00',
    });
  });
});

describe('a time that is refused', () => {
  /** At 6 from 7:00 to 8:00, at 7 from 8:10 to 9:00, at 8 since 10:00; the check-in at 7 is refused. */
  const between = () => {
    const day = new Day().clock('07:00').checkIn(6).clock('08:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('08:10').checkIn(7).clock('09:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('10:00').checkIn(8).clock('12:00');
    return day.refused(nth(day, 7, 0), 'overlap');
  };
  const at = (day: Day, time: string) =>
    ({
      type: 'change',
      reportId: nth(day, 7, 0).id,
      to: { kind: 'check-in', workTypeId: 1, techsCount: 2, at: day.instant(time) },
    }) as const;

  test('is changed within the gap that there is', () => {
    const day = between();
    day.do(at(day, '08:30'));
    expect(written(day.visit(7))).toEqual(['2026-05-13T08:30:00-04:00 – 2026-05-13T09:00:00-04:00']);
    expect(nth(day, 7, 0).clickedAt).toBe(day.instant('08:10') + 17);
  });

  test.each([
    ['07:59', { reason: 'elsewhere-then', workOrderId: 6 }],
    ['09:30', { reason: 'after-next' }],
    ['13:00', { reason: 'in-future' }],
  ])('is not changed to %s', (time, fault) => {
    const day = between();
    expect(day.fault(at(day, time))).toMatchObject(fault);
  });

  test('is not changed to one over 7 days back', () => {
    const day = between();
    const old = { ...at(day, '08:30').to, at: day.now - 8 * 86_400_000 };
    expect(day.fault({ ...at(day, '08:30'), to: old })).toEqual({ reason: 'too-old' });
  });
});

describe('a status that is refused', () => {
  const refusedStatus = () => {
    const day = new Day().clock('08:00').checkIn(7).clock('09:00');
    day.do({ type: 'pause', visitId: day.current.id });
    for (const report of reportsOf(day.current)) day.sent(report, 'recorded');
    day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'Completed' });
    return day.refused(nth(day, 7, 2), 'extended-status');
  };
  const change = (day: Day, primaryStatus: 'InProgress' | 'NoStatusChange') =>
    ({
      type: 'change',
      reportId: nth(day, 7, 2).id,
      to: { kind: 'status', choice: { primaryStatus, extendedStatus: 'ON HOLD', resolution: 'Parts' } },
    }) as const;

  test('is set with another choice', () => {
    const day = refusedStatus();
    day.do(change(day, 'InProgress'));
    expect(day.visit(7).finish).toMatchObject({
      primaryStatus: 'InProgress',
      extendedStatus: 'ON HOLD',
      resolution: 'Parts',
      delivery: { state: 'queued' },
    });
  });

  test('is not sent where nothing is to change, and the visit ends here', () => {
    const day = refusedStatus();
    day.do(change(day, 'NoStatusChange'));
    expect(phaseOf(day.visit(7))).toBe('over');
    expect(sendable(day.mine)).toEqual([]);
  });
});

test('a note that is refused for its text says another, to the same work order', () => {
  const day = refusedOut('Completed');
  day.do({ type: 'tell-client', reportId: nth(day, 7, 1).id, text: 'Too long' });
  const note = certain(day.visit(7).steps[0]);
  day.refused(note, 'field');
  const change = (text: string) =>
    ({ type: 'change', reportId: note.id, to: { kind: 'note', text } }) as const;
  expect(day.fault(change(' '))).toEqual({ reason: 'not-now' });
  day.do(change(' Shorter '));
  expect(day.visit(7).steps[0]).toMatchObject({
    text: 'Shorter',
    workOrderId: 7,
    delivery: { state: 'queued' },
  });
});

test('a correction that is refused for its times gets others, and still finds the activity by its first second', () => {
  const day = refusedOut();
  day.do({ type: 'send-again', reportId: nth(day, 7, 1).id }).refused(nth(day, 7, 1), 'completed');
  day.do({ type: 'record-activity', reportId: nth(day, 7, 1).id });
  const step = certain(day.visit(7).steps[0]);
  day.refused(step, 'overlap');
  const to = { kind: 'activity', from: day.instant('08:30'), until: day.instant('11:00') } as const;
  day.do({ type: 'change', reportId: step.id, to });
  const visit = day.visit(7);
  const request = requestOf(visit, visit.pairs[0], certain(visit.steps[0]), '880100001');
  expect(request).toMatchObject({
    activityId: '880100001',
    body: { CheckInDate: '2026-05-13T12:30:00Z', CheckOutDate: '2026-05-13T15:00:00Z' },
  });
  expect(visit.steps[0]).toMatchObject({ at: { ms: day.instant('08:00') }, delivery: { state: 'queued' } });
  expect(
    day
      .refused(step, 'overlap')
      .fault({ type: 'change', reportId: step.id, to: { ...to, until: to.from - 60_000 } }),
  ).toMatchObject({ reason: 'before-previous' });
});

test('what was refused under a wrong number is taken off, not put right', () => {
  const day = new Day().clock('08:00').checkIn(7);
  day.sent(nth(day, 7, 0), 'recorded').do({ type: 'move', visitId: day.current.id, workOrderId: 8 });
  day.refused(nth(day, 7, 1), 'field');
  const to = { kind: 'check-out', choice: { primaryStatus: 'Completed' } } as const;
  expect(day.fault({ type: 'change', reportId: nth(day, 7, 1).id, to })).toEqual({
    reason: 'not-now',
  });
});
