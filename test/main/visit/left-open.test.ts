import { describe, expect, test } from 'vitest';
import { sendable } from '../../../main/outbox/next.ts';
import { requestOf } from '../../../main/outbox/requests.ts';
import { phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import type { RefusalReason } from '../../../main/visit/problem.ts';
import { differingMechanicIds, stretches } from '../../../main/visit/totals.ts';
import type { CheckOut } from '../../../main/visit/types.ts';
import { certain, Day, written } from './support.ts';

const MAIN = 7;
const OTHER = 8;

const pairAt = (day: Day, n = 0, workOrderId = MAIN) => certain(day.visit(workOrderId).pairs[n]);
const standsOf = (day: Day) => pairAt(day).leftOpen?.stands;
const givenUpIn = (day: Day): CheckOut => certain(pairAt(day).givenUp.at(-1) ?? pairAt(day).checkOut);
const next = (day: Day) =>
  sendable(day.mine).map(({ kind, at }) => `${kind} ${new Date(at.ms).toISOString().slice(11, 16)}`);

/** In at 8:00, recorded; out at 11:40, refused at 12:00. */
function refusedOut(reason: RefusalReason, how: 'check-out' | 'pause' = 'check-out'): Day {
  const day = new Day().clock('08:00').checkIn(MAIN);
  day.sent(pairAt(day).checkIn, 'recorded').clock('11:40');
  const visitId = day.current.id;
  if (how === 'pause') day.do({ type: 'pause', visitId });
  else day.do({ type: 'check-out', visitId, primaryStatus: 'Incomplete', resolution: 'A valve' });
  return day.clock('12:00').refused(certain(pairAt(day).checkOut), reason);
}

const giveUp = (day: Day) => day.do({ type: 'discard', reportId: certain(pairAt(day).checkOut).id });

/** Refused, given up, and read: ServiceChannel holds it open. */
function readOpen(reason: RefusalReason): Day {
  const day = giveUp(refusedOut(reason));
  return day.do({ type: 'open-there', reportId: givenUpIn(day).id });
}

describe('a check-out that is given up', () => {
  test.each(['check-out', 'pause'] as const)(
    '%s: the technician is on site again since the check-in',
    (how) => {
      const day = giveUp(refusedOut('field', how));
      expect(phaseOf(day.current)).toBe('on site');
      expect(written(day.current)).toEqual(['2026-05-13T08:00:00-04:00 – open']);
      expect(standsOf(day)).toBe('unread');
      expect(givenUpIn(day)).toMatchObject({
        delivery: { state: 'discarded' },
        at: { ms: day.instant('11:40') },
      });
      expect(next(day)).toEqual([]);
    },
  );

  test('is checked out anew like any visit', () => {
    const day = readOpen('field').clock('13:00');
    expect(standsOf(day)).toBe('on-site');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    expect(pairAt(day)).toMatchObject({ leftOpen: null, checkOut: { at: { ms: day.instant('13:00') } } });
    expect(next(day)).toEqual(['check-out 17:00']);
  });

  test('goes with its own time and another status', () => {
    const day = readOpen('field');
    const choice = { primaryStatus: 'PartsOnOrder', extendedStatus: '', resolution: 'Two screws' } as const;
    day.do({ type: 'change', reportId: givenUpIn(day).id, to: { kind: 'check-out', choice } });
    expect(phaseOf(day.visit(MAIN))).toBe('over');
    expect(pairAt(day)).toMatchObject({ givenUp: [], leftOpen: null });
    const report = certain(pairAt(day).checkOut);
    expect(requestOf(day.visit(MAIN), pairAt(day), report)?.body).toMatchObject({
      PrimaryStatus: 'PartsOnOrder',
      Resolution: 'Two screws',
      CheckOutTime: '2026-05-13T11:40:00-04:00',
    });
  });

  test('goes without a status, as a Cancel at its own time', () => {
    const day = readOpen('field');
    day.do({ type: 'without-status', reportId: givenUpIn(day).id });
    expect(phaseOf(day.visit(MAIN))).toBe('paused');
    const report = certain(pairAt(day).checkOut);
    expect(requestOf(day.visit(MAIN), pairAt(day), report)?.body).toMatchObject({
      ActionStatus: 'Cancel',
      CheckOutTime: '2026-05-13T11:40:00-04:00',
    });
  });

  test('takes the status along that was to finish the pause', () => {
    const day = refusedOut('field', 'pause');
    const pause = certain(pairAt(day).checkOut);
    day.do({ type: 'finish', visitId: day.visit(MAIN).id, primaryStatus: 'Completed' });
    day.do({ type: 'discard', reportId: pause.id });
    expect(phaseOf(day.current)).toBe('on site');
    expect(day.visit(MAIN).finish?.delivery).toEqual({ state: 'discarded' });
  });

  test('ends no visit that was ended here without a status', () => {
    const day = refusedOut('field', 'pause');
    const pause = certain(pairAt(day).checkOut);
    day.do({ type: 'finish', visitId: day.visit(MAIN).id, primaryStatus: 'NoStatusChange' });
    day.do({ type: 'discard', reportId: pause.id });
    expect(phaseOf(day.current)).toBe('on site');
  });
});

describe('a pause that was resumed, and is given up', () => {
  const resumed = () => {
    const day = refusedOut('field', 'pause').clock('13:00');
    return day.do({ type: 'resume', visitId: day.current.id });
  };

  test('never was: no second check-in goes out, and the first goes on', () => {
    const day = giveUp(resumed());
    expect(phaseOf(day.current)).toBe('on site');
    expect(stretches(day.current, day.now)).toMatchObject([{ from: day.instant('08:00') }]);
    expect(next(day)).toEqual([]);
    expect(day.fault({ type: 'without-status', reportId: givenUpIn(day).id })).toEqual({ reason: 'not-now' });
  });

  test('the check-out that followed closes the first check-in', () => {
    const day = resumed().clock('17:00');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    giveUp(day);
    expect(phaseOf(day.visit(MAIN))).toBe('over');
    expect(next(day)).toEqual(['check-out 21:00']);
    expect(pairAt(day).checkOut?.at.ms).toBe(day.instant('17:00'));
    expect(pairAt(day).leftOpen).toBeNull();
  });

  test('a new crew that came with it does not come', () => {
    const day = new Day().clock('08:00').checkIn(MAIN);
    day.sent(pairAt(day).checkIn, 'recorded').clock('09:00');
    day.do({ type: 'change-crew', visitId: day.current.id, techsCount: 3 });
    giveUp(day.refused(certain(pairAt(day).checkOut), 'field'));
    expect(next(day)).toEqual([]);
    expect(pairAt(day)).toMatchObject({ techsCount: 2, checkOut: null });
  });
});

describe('a journey whose end is given up after the arrival', () => {
  test('stays open in sight, and the arrival waits for it', () => {
    const day = new Day().clock('08:00').checkIn(MAIN, { workTypeId: 2 });
    day.sent(pairAt(day).checkIn, 'recorded').clock('09:00');
    day.do({ type: 'arrived', visitId: day.current.id });
    giveUp(day.refused(certain(pairAt(day).checkOut), 'field'));
    expect(standsOf(day)).toBe('parked');
    expect(next(day)).toEqual([]);
    day.do({ type: 'without-status', reportId: certain(pairAt(day).checkOut).id });
    expect(next(day)).toEqual(['check-out 13:00']);
    day.sent(certain(pairAt(day).checkOut), 'recorded');
    expect(next(day)).toEqual(['check-in 13:00']);
  });
});

describe('a work order that takes no check-out', () => {
  test.each(['completed', 'closed-for-check-in', 'permission', 'xml-permission', 'not-found'] as const)(
    'for %s: what is open there is parked, and checking in elsewhere stays possible',
    (reason) => {
      const day = readOpen(reason);
      expect(standsOf(day)).toBe('parked');
      expect(phaseOf(day.visit(MAIN))).toBe('over');
      expect(written(day.visit(MAIN))).toEqual(['2026-05-13T08:00:00-04:00 – 2026-05-13T11:40:00-04:00']);
      day.checkIn(OTHER);
      expect(day.current.workOrderId).toBe(OTHER);
      expect(next(day)).toEqual(['check-in 16:00']);
    },
  );

  test('is parked until a read shows it closed', () => {
    const day = readOpen('completed');
    const reportId = certain(pairAt(day).checkOut).id;
    day.do({ type: 'open-there', reportId });
    expect(standsOf(day)).toBe('parked');
    day.do({ type: 'closed-there', reportId, at: day.instant('11:40') });
    expect(pairAt(day)).toMatchObject({
      leftOpen: null,
      checkOut: { delivery: { state: 'recorded', by: 'read-back' }, leaving: { action: 'Complete' } },
    });
  });

  test('holds back a second check-in there, until it is closed', () => {
    const day = readOpen('completed').clock('13:00').checkIn(MAIN);
    expect(next(day)).toEqual([]);
    const [parked] = day.mine;
    const reportId = certain(parked?.pairs[0]?.checkOut).id;
    day.do({ type: 'closed-there', reportId, at: day.instant('11:40') });
    expect(next(day)).toEqual(['check-in 17:00']);
  });

  test('is sent again when the client has opened it, and the client is told while it has not', () => {
    const day = readOpen('completed');
    const reportId = certain(pairAt(day).checkOut).id;
    day.do({ type: 'tell-client', reportId, text: 'On site until 11:40.' });
    expect(day.visit(MAIN).steps).toMatchObject([{ kind: 'note', about: reportId }]);
    day.do({ type: 'send-again', reportId });
    expect(pairAt(day)).toMatchObject({ leftOpen: null, checkOut: { delivery: { state: 'queued' } } });
  });
});

test('who was elsewhere since is not on site again: it stays open in sight, whatever it was refused for', () => {
  const day = refusedOut('field').clock('12:30').checkIn(OTHER).clock('14:00');
  giveUp(day);
  expect(standsOf(day)).toBe('parked');
  expect(day.current.workOrderId).toBe(OTHER);
  day.do({
    type: 'change',
    reportId: certain(pairAt(day).checkOut).id,
    to: { kind: 'check-out', choice: null },
  });
  expect(certain(pairAt(day).checkOut)).toMatchObject({
    delivery: { state: 'queued' },
    leaving: { action: 'Cancel' },
  });
});

describe('a check-in that ServiceChannel had closed by itself', () => {
  const closed = (at: string) => {
    const day = giveUp(refusedOut('field'));
    return day.do({ type: 'closed-there', reportId: givenUpIn(day).id, at: day.instant(at) });
  };

  test('ends the visit here at that time, and says so', () => {
    const day = closed('10:30');
    expect(phaseOf(day.visit(MAIN))).toBe('over');
    expect(written(day.visit(MAIN))).toEqual(['2026-05-13T08:00:00-04:00 – 2026-05-13T10:30:00-04:00']);
    expect(pairAt(day).leftOpen).toEqual({
      reason: 'field',
      stands: 'closed',
      closedAt: day.instant('10:30'),
    });
    expect(differingMechanicIds(day.visit(MAIN))).toEqual([]);
    day.do({ type: 'note-closed', reportId: givenUpIn(day).id });
    expect(pairAt(day).leftOpen).toBeNull();
  });

  test('is corrected to the technician’s own time, with the status that was chosen', () => {
    const day = closed('10:30');
    day.do({ type: 'correct-record', reportId: givenUpIn(day).id });
    expect(written(day.visit(MAIN))).toEqual(['2026-05-13T08:00:00-04:00 – 2026-05-13T11:40:00-04:00']);
    expect(day.visit(MAIN).steps).toMatchObject([{ kind: 'activity', change: 'correct' }]);
    expect(day.visit(MAIN).finish).toMatchObject({ primaryStatus: 'Incomplete', resolution: 'A valve' });
  });

  test('never ends after now, nor after its technician was elsewhere', () => {
    const day = refusedOut('field').clock('12:30').checkIn(OTHER).clock('14:00');
    giveUp(day);
    day.do({ type: 'closed-there', reportId: certain(pairAt(day).checkOut).id, at: day.instant('16:00') });
    expect(pairAt(day).checkOut?.at.ms).toBe(day.instant('12:30'));
    expect(pairAt(day).leftOpen?.closedAt).toBe(day.instant('16:00'));
  });

  test('at the second that was reported is recorded as that', () => {
    const day = closed('11:40');
    expect(pairAt(day)).toMatchObject({
      leftOpen: null,
      givenUp: [],
      checkOut: {
        delivery: { state: 'recorded', by: 'read-back' },
        leaving: { primaryStatus: 'Incomplete' },
      },
    });
  });
});

describe('an unconfirmed check-in that is given up', () => {
  const givenUp = () => {
    const day = new Day().clock('08:00').checkIn(MAIN);
    day.sent(pairAt(day).checkIn, 'unconfirmed');
    return day.do({ type: 'discard', reportId: pairAt(day).checkIn.id });
  };

  test('is looked for, and nothing is sent to its order meanwhile', () => {
    const day = givenUp();
    expect(phaseOf(day.visit(MAIN))).toBe('over');
    day.clock('08:10').checkIn(MAIN);
    expect(next(day)).toEqual([]);
    const [first] = day.mine;
    day.do({ type: 'not-there', reportId: certain(first?.pairs[0]).checkIn.id });
    expect(next(day)).toEqual(['check-in 12:10']);
  });

  test('and is there after all, stays open in sight, and is closed at its own second', () => {
    const day = givenUp();
    day.do({ type: 'open-there', reportId: pairAt(day).checkIn.id });
    expect(standsOf(day)).toBe('parked');
    day.do({ type: 'without-status', reportId: certain(pairAt(day).checkOut).id });
    expect(written(day.visit(MAIN))).toEqual(['2026-05-13T08:00:00-04:00 – 2026-05-13T08:00:00-04:00']);
    expect(next(day)).toEqual(['check-out 12:00']);
  });
});

test('a correction that is given up leaves the check-in open in sight, at its own second', () => {
  const day = refusedOut('completed');
  day.do({ type: 'record-activity', reportId: certain(pairAt(day).checkOut).id });
  const step = certain(day.visit(MAIN).steps[0]);
  day.refused(step, 'overlap');
  const to = { kind: 'activity', from: day.instant('08:30'), until: day.instant('11:40') } as const;
  day.do({ type: 'change', reportId: step.id, to }).refused(step, 'overlap');
  day.do({ type: 'discard', reportId: step.id });
  expect(phaseOf(day.current)).toBe('on site');
  expect(written(day.current)).toEqual(['2026-05-13T08:00:00-04:00 – open']);
  expect(pairAt(day).reportedBy).toBe('app');
});

test('what is left on a wrong work order and given up stays in sight until it is closed', () => {
  const day = new Day().clock('08:00').checkIn(MAIN);
  day.sent(pairAt(day).checkIn, 'recorded').clock('08:20');
  day.do({ type: 'move', visitId: day.current.id, workOrderId: OTHER });
  day.refused(certain(pairAt(day).checkOut), 'completed');
  giveUp(day);
  expect(standsOf(day)).toBe('parked');
  expect(phaseOf(day.current)).toBe('on site');
});

describe('what the client was told of, and enters', () => {
  const told = (day: Day, reportId: string) =>
    day.do({ type: 'tell-client', reportId, text: 'We were there.' }).do({ type: 'client-enters', reportId });

  test('a check-in: the stay is kept, and nothing of it is sent', () => {
    const day = new Day().clock('08:00').checkIn(MAIN).clock('09:00');
    day.do({ type: 'pause', visitId: day.current.id }).refused(pairAt(day).checkIn, 'completed');
    expect(day.fault({ type: 'client-enters', reportId: pairAt(day).checkIn.id })).toEqual({
      reason: 'not-now',
    });
    told(day, pairAt(day).checkIn.id);
    expect(
      reportsOf(day.visit(MAIN))
        .slice(0, 2)
        .map(({ delivery }) => delivery),
    ).toEqual(Array(2).fill({ state: 'recorded', mechanicId: null, by: 'client' }));
    expect(next(day)).toEqual(['note 13:00']);
  });

  test('a check-out: its check-in is in sight until a read shows it closed', () => {
    const day = refusedOut('completed');
    const { id } = certain(pairAt(day).checkOut);
    told(day, id);
    expect(standsOf(day)).toBe('parked');
    day.do({ type: 'closed-there', reportId: id, at: day.instant('11:40') });
    expect(pairAt(day).leftOpen).toBeNull();
  });

  test('a status', () => {
    const day = refusedOut('field', 'pause');
    day.do({ type: 'send-again', reportId: certain(pairAt(day).checkOut).id });
    day.sent(certain(pairAt(day).checkOut), 'recorded');
    day.do({ type: 'finish', visitId: day.visit(MAIN).id, primaryStatus: 'Completed' });
    const finish = certain(day.visit(MAIN).finish);
    told(day.refused(finish, 'permission'), finish.id);
    expect(day.deliveryOf(finish)).toMatchObject({ state: 'recorded', by: 'client' });
  });
});
