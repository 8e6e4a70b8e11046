import { describe, expect, test } from 'vitest';
import { GivenUpCheckOuts } from '../../../main/outbox/given-up.ts';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import type { WorkActivity } from '../../../main/servicechannel/client.ts';
import { phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { VirtualTime } from '../../faults/virtual-time.ts';
import { fakeClient, OFFLINE } from '../fake-client.ts';
import { certain, Day, offsetIn, SERVER } from '../visit/support.ts';
import { activity, WHO } from './steps.ts';

const held = (...value: WorkActivity[]): Answer<WorkActivity[]> => ({ kind: 'ok', value });

const OPEN = held(activity('10:00:00', null));
const CLOSED = held(activity('10:00:00', '11:00:00'));

/** In at 10:00, out at 11:30 and refused, given up at 12:00; ServiceChannel answers like this from then on. */
function rig(
  answers: readonly (Answer<WorkActivity[]> | 'error')[],
  reason: 'field' | 'completed' = 'field',
) {
  const day = new Day().clock('10:00').checkIn(7);
  day.sent(certain(reportsOf(day.current)[0]), 'recorded').clock('11:30');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Incomplete' });
  const out = certain(reportsOf(day.visit(7))[1]);
  day.clock('12:00').refused(out, reason).do({ type: 'discard', reportId: out.id });
  const time = new VirtualTime(day.now, () => 0.5);
  const disk = { isFull: false };
  const errors: unknown[] = [];
  let reads = 0;
  const client = fakeClient({
    workActivities: async () => {
      const answer = answers[reads++] ?? answers.at(-1) ?? OFFLINE;
      if (answer === 'error') throw new Error('Nobody reckoned with this');
      return answer;
    },
  });
  const reader = new GivenUpCheckOuts({
    system: { now: time.now, after: (ms, run) => time.after(ms, run), random: () => 0.5 },
    state: () => day.state,
    offsetAt: offsetIn('America/New_York'),
    sender: () => ({ ...WHO, server: SERVER, client, ready: async () => null }),
    record: (outcome) => {
      if (disk.isFull) return false;
      day.now = time.now();
      const ruled = day.rule(outcome);
      if (ruled.ok) day.state = ruled.state;
      return ruled.ok;
    },
    journal: () => {
      throw new Error('The disk is full');
    },
    onError: (error) => errors.push(error),
  });
  const stands = () => day.visit(7).pairs[0]?.leftOpen?.stands;
  return { day, time, reader, disk, errors, stands, reads: () => reads };
}

describe('a check-out that was given up', () => {
  test('is read about at once, and only once while it is on site', async () => {
    const { day, time, reader, stands, reads } = rig([OPEN]);
    reader.readNew(day.mine);
    reader.readNew(day.mine);
    await time.pass(1000);
    expect([stands(), reads()]).toEqual(['on-site', 1]);
    await time.pass(120_000);
    reader.readAll(day.mine);
    await time.pass(1000);
    expect(reads()).toBe(1);
  });

  test('ends where ServiceChannel had closed it', async () => {
    const { day, time, reader } = rig([CLOSED]);
    reader.readNew(day.mine);
    await time.pass(1000);
    expect(phaseOf(day.visit(7))).toBe('over');
    expect(day.visit(7).pairs[0]?.checkOut?.at.ms).toBe(day.instant('11:00'));
  });

  test('is read anew when it was taken back and is given up again', async () => {
    const { day, time, reader, reads } = rig([OPEN, CLOSED]);
    reader.readNew(day.mine);
    await time.pass(1000);
    const out = certain(day.visit(7).pairs[0]?.givenUp.at(-1));
    day.do({ type: 'without-status', reportId: out.id });
    reader.readNew(day.mine);
    day.refused(out, 'field').do({ type: 'discard', reportId: out.id });
    reader.readNew(day.mine);
    await time.pass(1000);
    expect(reads()).toBe(2);
    expect(day.visit(7).pairs[0]?.checkOut?.at.ms).toBe(day.instant('11:00'));
  });

  test('is read about again when the pause that followed it is taken back before it was read', async () => {
    const { day, time, reader, stands, reads } = rig([OFFLINE, OPEN]);
    reader.readNew(day.mine);
    await time.pass(1000);
    day.undoable = true;
    day.do({ type: 'pause', visitId: day.current.id });
    reader.readNew(day.mine);
    await time.pass(1000);
    expect([stands(), reads()]).toEqual([undefined, 1]);
    day.do({ type: 'undo' });
    reader.readNew(day.mine);
    await time.pass(120_000);
    expect([stands(), reads()]).toEqual(['on-site', 2]);
  });

  test('is read again by itself after an error that nobody reckoned with', async () => {
    const { day, time, reader, errors, stands } = rig(['error', OPEN]);
    reader.readNew(day.mine);
    await time.pass(1000);
    expect([stands(), errors.length]).toEqual(['unread', 1]);
    await time.pass(5 * 60_000);
    expect([stands(), errors.length]).toEqual(['on-site', 1]);
  });

  test('is read again by itself while the disk takes nothing', async () => {
    const { day, time, reader, disk, stands } = rig([OPEN]);
    disk.isFull = true;
    reader.readNew(day.mine);
    await time.pass(1000);
    expect(stands()).toBe('unread');
    disk.isFull = false;
    await time.pass(5 * 60_000);
    expect(stands()).toBe('on-site');
  });

  test('is read again by itself while there is no connection', async () => {
    const { day, time, reader, stands, reads } = rig([OFFLINE, OFFLINE, OPEN]);
    reader.readNew(day.mine);
    await time.pass(1000);
    expect(stands()).toBe('unread');
    await time.pass(5 * 60_000);
    expect([stands(), reads()]).toEqual(['on-site', 3]);
  });

  test('is parked where the order takes none, and read when somebody looks until it is closed', async () => {
    const { day, time, reader, stands, reads } = rig(
      [OPEN, OPEN, held(activity('10:00:00', '11:30:00'))],
      'completed',
    );
    reader.readNew(day.mine);
    await time.pass(30 * 60_000);
    expect([stands(), reads()]).toEqual(['parked', 1]);
    reader.readAll(day.mine);
    await time.pass(1000);
    reader.readAll(day.mine);
    await time.pass(60_000);
    expect([stands(), reads()]).toEqual(['parked', 2]);
    reader.readAll(day.mine);
    await time.pass(1000);
    expect(stands()).toBeUndefined();
    expect(day.visit(7).pairs[0]?.checkOut?.delivery).toMatchObject({ state: 'recorded' });
  });

  test('is taken for gone only when two reads a minute apart do not find it', async () => {
    const { day, time, reader, stands } = rig([OPEN, held()], 'completed');
    reader.readNew(day.mine);
    await time.pass(61_000);
    reader.readAll(day.mine);
    await time.pass(1000);
    expect(stands()).toBe('parked');
    await time.pass(60_000);
    reader.readAll(day.mine);
    await time.pass(1000);
    expect(stands()).toBeUndefined();
  });

  test('is looked for again by itself, since others may wait for it', async () => {
    const { day, time, reader, stands, reads } = rig([OPEN, held()], 'completed');
    reader.readNew(day.mine);
    await time.pass(61_000);
    reader.readAll(day.mine);
    await time.pass(62_000);
    expect([stands(), reads()]).toEqual([undefined, 3]);
    await time.pass(30 * 60_000);
    expect(reads()).toBe(3);
  });

  test.each([
    ['another’s', held(activity('10:00:00', null, { userId: 5 }))],
    [
      'two of one second that are closed',
      held(activity('10:00:00', '11:00:00'), activity('10:00:00', '11:10:00')),
    ],
  ])('is left as it is by what cannot be told: %s', async (_, answer) => {
    const { day, time, reader, stands } = rig([answer]);
    reader.readNew(day.mine);
    await time.pass(1000);
    expect(stands()).toBe('unread');
  });
});
