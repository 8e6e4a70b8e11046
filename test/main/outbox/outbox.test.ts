import { expect, test } from 'vitest';
import { certain, Day, USER } from '../visit/support.ts';
import { BUSY, firstIn, OFFLINE, OK, rig, stateOf, TIMEOUT, WO } from './rig.ts';

test('a report is `sending` on disk, with the instant at which its bytes leave', async () => {
  const day = new Day().checkIn(WO);
  const { outbox, pass } = rig(day, [TIMEOUT]);
  outbox.pump();
  await pass(1);
  expect(stateOf(day)).toEqual({ state: 'sending', since: day.now });
});

test('a report without a certain answer is read back at 3, 15 and 60 s, then sent again with its own time', async () => {
  const day = new Day().checkIn(WO);
  const { outbox, log, pass } = rig(day, [TIMEOUT]);
  outbox.pump();
  await pass(100);
  expect(log).toEqual(['sent at 0', 'read at 3', 'read at 15', 'read at 60', 'sent at 60']);
  expect(stateOf(day)).toEqual({ state: 'recorded', mechanicId: 148797639, by: 'answer' });
});

test('a report that is found at ServiceChannel is not sent again', async () => {
  const day = new Day().checkIn(WO);
  const line = {
    id: '1',
    userId: USER,
    userName: null,
    direction: 'in',
    workType: null,
    byPhone: false,
  } as const;
  const { outbox, log, pass } = rig(day, [TIMEOUT], [{ ...line, times: ['2026-05-13T14:00:00Z'] }]);
  outbox.pump();
  await pass(60);
  expect(log).toEqual(['sent at 0', 'read at 3']);
  expect(stateOf(day)).toEqual({ state: 'recorded', mechanicId: null, by: 'read-back' });
});

test.each([
  [0, 90],
  [10, 80],
  [30, 60],
  [600, 60],
])(
  '`sending` found at start %i s after it left is sent again after %i s at the earliest',
  async (ago, last) => {
    const day = new Day().checkIn(WO);
    day.do({ type: 'sending', reportId: firstIn(day).id, since: day.now - ago * 1000 });
    const { outbox, log, pass } = rig(day, []);
    outbox.start();
    await pass(100);
    expect(log).toEqual(['read at 3', 'read at 15', `read at ${last}`, `sent at ${last}`]);
  },
);

test('a `since` in the future, by a clock that was set back, counts from one deadline and no more', async () => {
  const day = new Day().checkIn(WO);
  day.do({ type: 'sending', reportId: firstIn(day).id, since: day.now + 86_400_000 });
  const { outbox, log, pass } = rig(day, []);
  outbox.start();
  await pass(100);
  expect(log.at(-1)).toBe('sent at 90');
});

test('without a connection it tries again later and later, at once when somebody looks, and says since when', async () => {
  const day = new Day().checkIn(WO);
  const { outbox, log, pass } = rig(day, [OFFLINE, OFFLINE, OFFLINE, OFFLINE]);
  const started = day.now;
  outbox.pump();
  await pass(5);
  expect(log).toEqual(['sent at 0', 'sent at 1', 'sent at 3']);
  expect(outbox.offlineSince).toBe(started);
  outbox.kick();
  await pass(60);
  expect(log.slice(3)).toEqual(['sent at 5', 'sent at 13']);
  expect(outbox.offlineSince).toBeNull();
});

test('a 429 is waited out, with a spread of as long again, whoever looks meanwhile', async () => {
  const day = new Day().checkIn(WO);
  const { outbox, log, pass } = rig(day, [BUSY]);
  outbox.pump();
  await pass(3);
  outbox.kick();
  await pass(60);
  expect(log).toEqual(['sent at 0', 'sent at 10.5']);
});

test('nothing leaves while the disk takes nothing, and all does when it takes it again', async () => {
  const day = new Day().checkIn(WO);
  const { outbox, log, pass, fillDisk } = rig(day, []);
  fillDisk(true);
  outbox.pump();
  await pass(20);
  expect(log).toEqual([]);
  expect(stateOf(day)).toEqual({ state: 'queued' });
  fillDisk(false);
  await pass(60);
  expect(log).toHaveLength(1);
  expect(stateOf(day)).toMatchObject({ state: 'recorded' });
});

test('an answer that the disk did not take is found out again from ServiceChannel', async () => {
  const day = new Day().checkIn(WO);
  const line = {
    id: '1',
    userId: USER,
    userName: null,
    direction: 'in',
    workType: null,
    byPhone: false,
  } as const;
  const { outbox, time, log, pass, fillDisk } = rig(
    day,
    [OK],
    [{ ...line, times: ['2026-05-13T14:00:00Z'] }],
  );
  outbox.pump();
  // The answer comes at once: the disk fills up between its request and it.
  const left = day.state;
  await pass(0);
  day.state = left;
  day.do({ type: 'sending', reportId: firstIn(day).id, since: time.now() });
  fillDisk(true);
  outbox.start();
  await pass(120);
  expect(stateOf(day)).toMatchObject({ state: 'sending' });
  fillDisk(false);
  await pass(600);
  expect(stateOf(day)).toEqual({ state: 'recorded', mechanicId: null, by: 'read-back' });
  expect(log.filter((each) => each.startsWith('sent'))).toEqual(['sent at 0']);
});

test('a read that was to come for the time before does not judge a report that was sent again since', async () => {
  const day = new Day().checkIn(WO);
  // Longer than one deadline: a second try after a new token.
  const slow = { unread: 5, answersTakeMs: 40_000 };
  const { outbox, log, pass } = rig(day, [TIMEOUT, TIMEOUT], [], slow);
  outbox.pump();
  await pass(126);
  expect(stateOf(day)).toMatchObject({ state: 'unconfirmed' });
  day.do({ type: 'send-again', reportId: firstIn(day).id });
  outbox.pump();
  await pass(120);
  expect(log).toEqual([
    'sent at 0',
    ...[43, 55, 100, 112, 124].map((at) => `read at ${at}`),
    'sent at 126',
    ...[169, 181, 226].map((at) => `read at ${at}`),
    'sent at 226',
  ]);
});

test('a report that is moved while its turn has not come does not leave under the wrong number', async () => {
  const day = new Day().checkIn(WO);
  const { outbox, log, pass, beforeLeaving } = rig(day, []);
  beforeLeaving(() => day.do({ type: 'move', visitId: day.current.id, workOrderId: 8 }));
  outbox.pump();
  await pass(0);
  expect(log).toEqual([]);
  await pass(60);
  expect(log).toHaveLength(1);
  expect(day.visit(8).pairs[0]?.checkIn.delivery).toMatchObject({ state: 'recorded' });
});

test('a check-in does not leave beside one of the phone that was gone on with while its turn had not come', async () => {
  const day = new Day().clock('10:00').checkIn(WO).clock('10:05');
  day.do({ type: 'pause', visitId: day.current.id }).clock('11:00');
  const waits = firstIn(day);
  const { outbox, log, pass, beforeLeaving } = rig(day, []);
  const phoned = { workOrderId: WO, at: day.instant('10:30'), workTypeId: 1, techsCount: 1 };
  beforeLeaving(() => day.do({ type: 'continue', ...phoned }));
  outbox.pump();
  await pass(600);
  expect(log).toEqual([]);
  expect(day.deliveryOf(waits)).toEqual({ state: 'queued' });
});

test('a check-out does not leave before codes that were put right while its turn had not come', async () => {
  const day = new Day().checkIn(WO);
  day
    .sent(firstIn(day), 'recorded')
    .clock('11:00')
    .do({
      type: 'check-out',
      visitId: day.current.id,
      primaryStatus: 'Completed',
      codes: [{ id: 4001, text: null }],
      codesFirst: true,
    });
  const codes = certain(day.visit(WO).steps[0]);
  day.refused(codes, 'codes');
  const { outbox, log, pass, beforeLeaving } = rig(day, []);
  beforeLeaving(() => day.do({ type: 'send-again', reportId: codes.id }));
  outbox.pump();
  await pass(60);
  expect(log.map((each) => each.split(' ')[0])).toEqual(['codes', 'sent']);
});
