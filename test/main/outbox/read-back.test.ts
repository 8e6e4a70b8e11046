import { expect, test } from 'vitest';
import { readBack } from '../../../main/outbox/read-back.ts';
import type { Reader } from '../../../main/outbox/read-back-step.ts';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import type { CheckInActivity, WorkOrder } from '../../../main/servicechannel/client.ts';
import { readWorkOrder } from '../../../main/servicechannel/work-order.ts';
import { findReport } from '../../../main/visit/edit.ts';
import { HOUR } from '../../../main/visit/time.ts';
import type { Report } from '../../../main/visit/types.ts';
import { certain, Day, USER } from '../visit/support.ts';
import { WHO } from './steps.ts';

const WO = 107002896;
const OFFLINE = { kind: 'unsent', why: 'offline', retryAfterMs: null, detail: '' } as const;
const unread = async () => OFFLINE;

/** A check-in of ours in the order's activity. */
const ENTRY: CheckInActivity = {
  id: '1',
  userId: USER,
  userName: null,
  direction: 'in',
  workType: null,
  byPhone: false,
  times: ['2026-05-13T15:00:00Z'],
};

const entries =
  (...value: CheckInActivity[]) =>
  async () =>
    ({ kind: 'ok', value }) as const;

const orderIn = (Primary: string, Extended: string | null): Answer<WorkOrder> => ({
  kind: 'ok',
  value: certain(readWorkOrder({ Id: WO, Status: { Primary, Extended } })),
});

function read(day: Day, report: Report, reader: Partial<Reader>) {
  const all: Reader = {
    checkInActivity: unread,
    workActivities: unread,
    workOrder: unread,
    statuses: unread,
    notes: unread,
    codesHeld: unread,
    ...reader,
  };
  const { visits } = day.state;
  const found = certain(findReport(visits, report.id));
  return readBack(all, visits, found, WHO, new AbortController().signal);
}

/** The entry of a check-in at 10:00. */
const OWN: CheckInActivity = { ...ENTRY, times: ['2026-05-13T14:00:00Z'] };

/** Checked in at 10:00, which is on the record, paused, and a status set. */
function finished(): Day {
  const day = new Day().checkIn(WO);
  day.sent(certain(day.current.pairs[0]).checkIn, 'recorded').clock('11:00');
  day.do({ type: 'pause', visitId: day.current.id });
  return day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'Incomplete' });
}

test('a status of the same second does not explain away a check-in that is there', async () => {
  const day = new Day().checkIn(WO).clock('11:00');
  day.do({ type: 'pause', visitId: day.current.id });
  day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'Incomplete' });
  day.sent(certain(day.visit(WO).finish), 'recorded').checkIn(WO);
  const again = certain(day.current.pairs[0]).checkIn;
  expect(await read(day, again, { checkInActivity: entries(ENTRY) })).toBe('there');
});

test.each([
  ['there', 'IN PROGRESS', 'incomplete'],
  ['absent', 'IN PROGRESS', 'ON SITE'],
  ['unclear', 'IN PROGRESS', 'PARTS ON ORDER'],
  ['unclear', 'COMPLETED', 'CONFIRMED'],
] as const)('a status that was sent is %s where the order is %s / %s', async (finding, primary, extended) => {
  const workOrder = async () => orderIn(primary, extended);
  const day = finished();
  const reader = { workOrder, checkInActivity: entries(OWN) };
  expect(await read(day, certain(day.visit(WO).finish), reader)).toBe(finding);
});

test.each([
  ['its own technician has checked in on the phone', entries(OWN, ENTRY), 'unclear'],
  ['somebody else has checked in', entries(OWN, { ...ENTRY, userId: USER + 1 }), 'unclear'],
  ['somebody unnamed has checked in', entries({ ...ENTRY, userId: null }), 'unclear'],
  ['nobody could be read', unread, 'unreachable'],
] as const)(
  'a status that was sent is not absent on an order on site where %s',
  async (_, checkInActivity, finding) => {
    const day = finished();
    const reader = { workOrder: async () => orderIn('IN PROGRESS', 'ON SITE'), checkInActivity };
    expect(await read(day, certain(day.visit(WO).finish), reader)).toBe(finding);
  },
);

test.each([
  ['recorded', [OWN, { ...ENTRY, times: ['2026-05-13T15:30:00Z'] }]],
  ['unconfirmed', [OWN]],
] as const)(
  'a status that was sent is not absent on an order on site where our next check-in there is %s',
  async (next, activity) => {
    const day = finished();
    const finish = certain(day.visit(WO).finish);
    day.sent(finish, 'unconfirmed').clock('11:30').checkIn(WO);
    day.sent(certain(day.current.pairs[0]).checkIn, next);
    const workOrder = async () => orderIn('IN PROGRESS', 'ON SITE');
    expect(await read(day, finish, { workOrder, checkInActivity: entries(...activity) })).toBe('unclear');
  },
);

test('nor where the clock has moved that check-in to before the time that the status was sent with', async () => {
  const day = finished();
  const finish = certain(day.visit(WO).finish);
  day
    .sent(finish, 'unconfirmed')
    .clock('11:30')
    .checkIn(WO)
    .do({ type: 'clock-corrected', by: -2 * HOUR });
  const next = certain(day.current.pairs[0]).checkIn;
  expect(next.at.ms).toBeLessThan(finish.at.ms);
  day.sent(next, 'recorded');
  const workOrder = async () => orderIn('IN PROGRESS', 'ON SITE');
  const checkInActivity = entries(OWN, { ...ENTRY, times: ['2026-05-13T13:30:00Z'] });
  expect(await read(day, finish, { workOrder, checkInActivity })).toBe('unclear');
});

test('a status that the order had before is no proof, where no check-in has changed it since', async () => {
  const day = new Day();
  const statusBefore = { primary: 'IN PROGRESS', extended: 'INCOMPLETE' };
  day.do({ type: 'check-in', workOrderId: WO, workTypeId: 1, techsCount: 1, statusBefore }).clock('11:00');
  day.do({ type: 'pause', visitId: day.current.id });
  const { checkIn } = certain(day.visit(WO).pairs[0]);
  day.refused(checkIn, 'out-of-date').do({ type: 'record-activity', reportId: checkIn.id });
  day.sent(certain(day.visit(WO).steps[0]), 'recorded');
  day.do({ type: 'finish', visitId: day.visit(WO).id, primaryStatus: 'Incomplete' });
  const workOrder = async () => orderIn('IN PROGRESS', 'INCOMPLETE');
  expect(await read(day, certain(day.visit(WO).finish), { workOrder })).toBe('unclear');
});

test.each([
  ['absent', 'OPEN'],
  ['unclear', 'IN PROGRESS'],
] as const)(
  'where only the status can be read, a check-in is %s while the order is %s',
  async (finding, primary) => {
    const day = new Day().checkIn(WO);
    const workOrder = async () => orderIn(primary, null);
    expect(await read(day, certain(day.current.pairs[0]).checkIn, { workOrder })).toBe(finding);
  },
);

test('what cannot be read at all is unreachable', async () => {
  const day = new Day().checkIn(WO);
  expect(await read(day, certain(day.current.pairs[0]).checkIn, {})).toBe('unreachable');
});
