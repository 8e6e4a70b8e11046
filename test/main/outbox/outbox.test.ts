import { expect, test } from 'vitest';
import { Outbox } from '../../../main/outbox/outbox.ts';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import type { CheckInActivity, Client, Recorded, WriteOptions } from '../../../main/servicechannel/client.ts';
import type { Sender } from '../../../main/servicechannel/sender.ts';
import type { System } from '../../../main/servicechannel/system.ts';
import type { Outcome } from '../../../main/visit/commands.ts';
import { VirtualTime } from '../../faults/virtual-time.ts';
import { fakeClient } from '../fake-client.ts';
import { certain, Day, SERVER, USER } from '../visit/support.ts';
import { WHO } from './steps.ts';

const WO = 107002896;
const OK: Answer<Recorded> = { kind: 'ok', value: { mechanicId: 148797639 } };
const TIMEOUT: Answer<Recorded> = { kind: 'unknown', why: 'timeout', detail: 'no answer in time' };
const OFFLINE = {
  kind: 'unsent',
  why: 'offline',
  retryAfterMs: null,
  detail: 'ERR_INTERNET_DISCONNECTED',
} as const;
const BUSY = { kind: 'unsent', why: 'rate-limit', retryAfterMs: 7000, detail: 'HTTP 429' } as const;

/** An outbox on a clock of its own, before a ServiceChannel that answers as told. */
function rig(
  day: Day,
  answers: readonly Answer<Recorded>[],
  held: readonly CheckInActivity[] = [],
  { unread = 0, answersTakeMs = 0 } = {},
) {
  const started = day.now;
  const time = new VirtualTime(started, () => 0);
  const seconds = () => (time.now() - started) / 1000;
  const system: System = { now: time.now, after: (ms, run) => time.after(ms, run), random: () => 0.5 };
  const log: string[] = [];
  let isDiskFull = false;
  /** Things that happen while a request waits for its turn. */
  const atTurn: (() => void)[] = [];
  const noAnswer = async () => OFFLINE;
  let sent = 0;
  let reads = 0;
  const report = async (
    _id: number,
    _body: object,
    options: WriteOptions = {},
  ): Promise<Answer<Recorded>> => {
    atTurn.shift()?.();
    if (options.leaving?.() === false)
      return { kind: 'unsent', why: 'kept-back', retryAfterMs: null, detail: '' };
    log.push(`sent at ${seconds()}`);
    if (answersTakeMs > 0) await new Promise<void>((resolve) => time.after(answersTakeMs, resolve));
    return answers[sent++] ?? OK;
  };
  const client: Client = fakeClient({
    checkIn: report,
    checkOut: report,
    setStatus: noAnswer,
    workOrder: noAnswer,
    statuses: noAnswer,
    workTypes: noAnswer,
    profile: noAnswer,
    checkInActivity: async () => {
      log.push(`read at ${seconds()}`);
      reads += 1;
      if (reads <= unread) return OFFLINE;
      return { kind: 'ok', value: [...held] };
    },
    workActivities: async () => (reads <= unread ? OFFLINE : { kind: 'ok', value: [] }),
  });
  const sender: Sender = { ...WHO, server: SERVER, client, ready: async () => null };
  const record = (outcome: Outcome) => {
    if (isDiskFull) return false;
    const ruled = day.rule(outcome);
    if (ruled.ok) day.state = ruled.state;
    return ruled.ok;
  };
  const outbox = new Outbox({
    system,
    state: () => day.state,
    record,
    journal: () => {
      if (isDiskFull) throw new Error('database or disk is full');
    },
    sender: () => sender,
    requestTimeoutMs: () => 30_000,
    onChange: () => undefined,
  });
  const fillDisk = (full: boolean) => {
    isDiskFull = full;
  };
  const beforeLeaving = (run: () => void) => atTurn.push(run);
  return { outbox, time, log, fillDisk, beforeLeaving, pass: (s: number) => time.pass(s * 1000) };
}

const firstIn = (day: Day) => certain(day.visit(WO).pairs[0]).checkIn;
const stateOf = (day: Day) => day.deliveryOf(firstIn(day));

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
  const line = { id: '1', userId: USER, userName: null, direction: 'in', workType: null } as const;
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
  const line = { id: '1', userId: USER, userName: null, direction: 'in', workType: null } as const;
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
