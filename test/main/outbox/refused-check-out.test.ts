import { expect, test } from 'vitest';
import { RefusedCheckOuts } from '../../../main/outbox/refused-check-out.ts';
import { ReplicaLag } from '../../../main/outbox/replica-lag.ts';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import type { WorkActivity } from '../../../main/servicechannel/client.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { VirtualTime } from '../../faults/virtual-time.ts';
import { fakeClient, OFFLINE } from '../fake-client.ts';
import { certain, Day, offsetIn, SERVER } from '../visit/support.ts';
import { activity, WHO, WRONG } from './steps.ts';

/** Out again in the second of the check-in, and in once more: recorded. */
function resumedAtOnce(day: Day): void {
  const visitId = day.current.id;
  day.do({ type: 'pause', visitId }).do({ type: 'resume', visitId });
  for (const report of reportsOf(day.current)) day.sent(report, 'recorded');
}

/** In at 10:00, recorded; out at 11:30, refused because no check-in is open; and what is found out about it. */
function rig(answers: readonly Answer<WorkActivity[]>[], before: (day: Day) => void = () => undefined) {
  const day = new Day().clock('10:00').checkIn(WRONG);
  before(day);
  const into = certain(reportsOf(day.current).at(-1));
  if (into.delivery.state === 'queued') day.sent(into, 'recorded');
  day.clock('11:30').do({ type: 'pause', visitId: day.current.id });
  const out = certain(reportsOf(day.current).at(-1));
  day.refused(out, 'not-checked-in');
  let reads = 0;
  const doubts: string[] = [];
  const client = fakeClient({ workActivities: async () => answers[reads++] ?? OFFLINE });
  const time = new VirtualTime(day.now, () => 0);
  const system = {
    now: () => day.now,
    after: (ms: number, run: () => void) => time.after(ms, run),
    random: () => 0,
  };
  const refused = new RefusedCheckOuts({
    system,
    lag: new ReplicaLag(system),
    state: () => day.state,
    offsetAt: offsetIn('America/New_York'),
    sender: () => ({ ...WHO, server: SERVER, client, ready: async () => null }),
    record: (outcome) => {
      day.do(outcome);
      return true;
    },
    journal: () => undefined,
    onDoubt: (id) => doubts.push(id),
    onError: (error) => {
      throw error;
    },
  });
  const ask = async () => {
    refused.explainAll(day.mine);
    return pass(0);
  };
  const pass = async (ms: number) => {
    day.now += ms;
    await time.pass(ms);
    return day.deliveryOf(out);
  };
  return { day, ask, pass, doubts, into, out, reads: () => reads };
}

const found = (...value: WorkActivity[]): Answer<WorkActivity[]> => ({ kind: 'ok', value });

test('a pair that somebody else closed is shown with the time held', async () => {
  const { day, ask } = rig([found(activity('10:00:00', '17:00:00'))]);
  const held = { from: day.instant('10:00'), to: day.instant('17:00') };
  expect(await ask()).toMatchObject({ state: 'refused', problem: { held } });
});

test('of two that began in one second the one is shown that the technician has not closed', async () => {
  const list = [activity('10:00:00', '10:00:00', { id: '1' }), activity('10:00:00', '17:00:00')];
  const { day, ask } = rig([found(...list)], resumedAtOnce);
  const held = { from: day.instant('10:00'), to: day.instant('17:00') };
  expect(await ask()).toMatchObject({ state: 'refused', problem: { held } });
});

test('a time without offset is read as its check-in’s was', async () => {
  const bare = { timeIn: '2026-05-13T10:00:00', timeOut: '2026-05-13T17:00:00' };
  const { day, ask } = rig([found(activity('', null, bare))]);
  expect(await ask()).toMatchObject({ problem: { held: { to: day.instant('17:00') } } });
});

test('a pair that was closed at our second is recorded', async () => {
  const { ask } = rig([found(activity('10:00:00', '11:30:00'))]);
  expect(await ask()).toMatchObject({ state: 'recorded', by: 'read-back' });
});

test('no pair puts the check-in in question, once a read says so that cannot be behind', async () => {
  const { day, ask, pass, doubts } = rig([found(), found()]);
  expect(await ask()).toMatchObject({ state: 'refused' });
  expect(await pass(59_000)).toMatchObject({ state: 'refused' });
  expect(await pass(1000)).toEqual({ state: 'queued' });
  expect(doubts).toEqual([certain(day.visit(WRONG).pairs[0]).checkIn.id]);
});

test.each([
  ['nothing', found()],
  ['its check-in alone', found(activity('10:00:00', null))],
])('%s in a read that may be behind is read again 60 s later', async (_, early) => {
  const { ask, pass, reads } = rig([early, found(activity('10:00:00', '11:30:00'))]);
  expect(await ask()).toMatchObject({ state: 'refused' });
  expect(await pass(59_000)).toMatchObject({ state: 'refused' });
  expect(reads()).toBe(1);
  expect(await pass(1000)).toMatchObject({ state: 'recorded', by: 'read-back' });
});

test.each([
  ['an open one', [found(activity('10:00:00', null)), found(activity('10:00:00', null))]],
  ['two of that second', [found(activity('10:00:00', '12:00:00'), activity('10:00:00', '13:00:00'))]],
  ['one near it', [found(activity('10:00:20', '12:00:00'))]],
  ['nothing that can be read', [OFFLINE]],
])('%s is no answer: the technician decides', async (_, answers) => {
  const { ask, pass } = rig(answers);
  await ask();
  expect(await pass(120_000)).toMatchObject({ state: 'refused', problem: { reason: 'not-checked-in' } });
});

test('after a read that told nothing it is read again when a window is opened, a minute later at the earliest', async () => {
  const { ask, pass, reads } = rig([OFFLINE, OFFLINE, found(activity('10:00:00', '11:30:00'))]);
  await ask();
  await ask();
  expect(reads()).toBe(1);
  await pass(60_000);
  await ask();
  await pass(60_000);
  expect(await ask()).toMatchObject({ state: 'recorded' });
});

test('a check-in is doubted once: the second time the technician decides', async () => {
  const { day, ask, pass, doubts, into, out } = rig([found(), found(), found()]);
  await ask();
  await pass(60_000);
  day.do({ type: 'not-recorded', reportId: into.id }).sent(into, 'recorded').refused(out, 'not-checked-in');
  await pass(60_000);
  expect(await ask()).toMatchObject({ state: 'refused' });
  expect(doubts).toHaveLength(1);
});
