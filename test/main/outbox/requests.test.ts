import { expect, test } from 'vitest';
import { requestOf } from '../../../main/outbox/requests.ts';
import { statusOf } from '../../../main/visit/leaving.ts';
import type { Report } from '../../../main/visit/types.ts';
import { certain, Day, USER } from '../visit/support.ts';

const WO = 107002896;

function requestFor(day: Day, report: Report) {
  const visit = day.visit(WO);
  return requestOf(
    visit,
    visit.pairs.find((pair) => pair.checkIn === report || pair.checkOut === report),
    report,
  );
}

const lastOut = (day: Day) => certain(day.visit(WO).pairs.at(-1)?.checkOut);

test('a check-in says type, user, count and time with its offset', () => {
  const day = new Day('2026-05-13T10:00:00.750-04:00').checkIn(WO, { techsCount: 2 });
  expect(requestFor(day, certain(day.visit(WO).pairs[0]).checkIn)).toStrictEqual({
    kind: 'check-in',
    workOrderId: WO,
    body: { WorkTypeId: 1, UserId: USER, TechsCount: 2, CheckInTime: '2026-05-13T10:00:00-04:00' },
  });
});

test('a pause is a check-out with Cancel and no status, with its check-in’s user, type and count', () => {
  const day = new Day().checkIn(WO, { techsCount: 3 }).clock('11:30');
  day.do({ type: 'pause', visitId: day.current.id });
  expect(requestFor(day, lastOut(day))).toStrictEqual({
    kind: 'check-out',
    workOrderId: WO,
    body: {
      WorkTypeId: 1,
      UserId: USER,
      TechsCount: 3,
      CheckOutTime: '2026-05-13T11:30:00-04:00',
      ActionStatus: 'Cancel',
    },
  });
});

test('a check-out says Complete, the status, and the texts that there are', () => {
  const day = new Day().checkIn(WO).clock('11:30');
  day.do({
    type: 'check-out',
    visitId: day.current.id,
    primaryStatus: 'PartsOnOrder',
    extendedStatus: 'PARTS ON ORDER',
    resolution: ' We need more screws ',
  });
  expect(requestFor(day, lastOut(day))).toStrictEqual({
    kind: 'check-out',
    workOrderId: WO,
    body: {
      WorkTypeId: 1,
      UserId: USER,
      TechsCount: 2,
      CheckOutTime: '2026-05-13T11:30:00-04:00',
      ActionStatus: 'Complete',
      PrimaryStatus: 'PartsOnOrder',
      ExtendedStatus: 'PARTS ON ORDER',
      Resolution: 'We need more screws',
    },
  });
});

test('without texts no such field is sent', () => {
  const day = new Day().checkIn(WO).clock('11:30');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
  expect(Object.keys(Object(certain(requestFor(day, lastOut(day))).body))).toEqual([
    'WorkTypeId',
    'UserId',
    'TechsCount',
    'CheckOutTime',
    'ActionStatus',
    'PrimaryStatus',
  ]);
});

test.each([
  ['InProgress', 'IN PROGRESS', null],
  ['WaitingForQuote', 'IN PROGRESS', 'WAITING FOR QUOTE'],
  ['PartsOnOrder', 'IN PROGRESS', 'PARTS ON ORDER'],
  ['Incomplete', 'IN PROGRESS', 'INCOMPLETE'],
  ['Completed', 'COMPLETED', null],
] as const)('finishing a paused visit with %s sets %s / %s', (primaryStatus, primary, extended) => {
  const day = new Day().checkIn(WO).clock('11:30');
  day.do({ type: 'pause', visitId: day.current.id });
  day.do({ type: 'finish', visitId: day.current.id, primaryStatus, resolution: 'Done' });
  expect(requestFor(day, certain(day.visit(WO).finish))).toStrictEqual({
    kind: 'status',
    workOrderId: WO,
    body: { primary, extended, note: 'Done' },
  });
});

test('an extended status that was chosen wins, and no change is no request', () => {
  expect(statusOf({ primaryStatus: 'Incomplete', extendedStatus: 'DISPATCH CONFIRMED' })).toEqual({
    primary: 'IN PROGRESS',
    extended: 'DISPATCH CONFIRMED',
  });
  expect(statusOf({ primaryStatus: 'NoStatusChange', extendedStatus: null })).toBeNull();
});
