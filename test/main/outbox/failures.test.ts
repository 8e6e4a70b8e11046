import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import type { Recorded } from '../../../main/servicechannel/client.ts';
import { phaseOf } from '../../../main/visit/phase.ts';
import { certain, Day } from '../visit/support.ts';
import { firstIn, OK, rig, stateOf, WO } from './rig.ts';

describe('an error of our own', () => {
  test('before a report left is told, and the report tried again; others go on', async () => {
    const day = new Day().checkIn(WO).clock('10:30').checkIn(8);
    const { outbox, log, errors, beforeLeaving, pass } = rig(day, []);
    beforeLeaving(() => {
      throw new RangeError('16100.000000000002 is no integer');
    });
    outbox.pump();
    await pass(0);
    expect(errors).toEqual([expect.any(RangeError)]);
    expect(stateOf(day)).toEqual({ state: 'queued' });
    expect(day.visit(8).pairs[0]?.checkIn.delivery.state).toBe('recorded');
    await pass(60);
    expect(stateOf(day)).toMatchObject({ state: 'recorded' });
    expect(log).toHaveLength(3);
  });

  test('after a report left is read back like a lost answer', async () => {
    const day = new Day().checkIn(WO);
    const { outbox, log, pass } = rig(day, [OK], [], { throwsAfterLeaving: 1 });
    outbox.pump();
    await pass(100);
    expect(log).toEqual(['sent at 0', 'read at 3', 'read at 15', 'read at 60', 'sent at 60']);
  });

  test('in the choice of the next report stops nothing for good', async () => {
    const day = new Day().checkIn(WO);
    const { outbox, errors, pass, breakState } = rig(day, []);
    breakState(true);
    outbox.pump();
    await pass(1);
    expect(errors).not.toEqual([]);
    breakState(false);
    await pass(60);
    expect(stateOf(day)).toMatchObject({ state: 'recorded' });
  });
});

describe('an order at which ServiceChannel fails again and again', () => {
  const failing = (message: string): Answer<Recorded> => ({
    kind: 'unknown',
    why: 'server-error',
    detail: 'HTTP 500',
    error: { reason: 'server-error', message, httpStatus: 500, codes: [] },
  });

  test('needs attention after two tries that left nothing, in ServiceChannel’s words; others go on', async () => {
    const day = new Day().checkIn(WO).clock('10:30').checkIn(8);
    const [five, ok] = [failing('Object reference not set'), OK];
    const { outbox, log, pass } = rig(day, [five, ok, five]);
    outbox.pump();
    await pass(59);
    expect(day.visit(8).pairs[0]?.checkIn.delivery.state).toBe('recorded');
    await pass(80);
    const { message } = certain(five.kind === 'unknown' ? five.error : undefined);
    expect(stateOf(day)).toMatchObject({ state: 'refused', problem: { reason: 'server-error', message } });
    expect(phaseOf(day.visit(WO))).toBe('paused');
    const before = log.length;
    await pass(3600);
    expect(log).toHaveLength(before);
    day.do({ type: 'send-again', reportId: firstIn(day).id });
    outbox.pump();
    await pass(1);
    expect(stateOf(day)).toMatchObject({ state: 'recorded' });
  });

  test('is tried on where each answer is another, or a gateway’s', async () => {
    const day = new Day().checkIn(WO);
    const gateway: Answer<Recorded> = { kind: 'unknown', why: 'server-error', detail: 'HTTP 502' };
    const { outbox, pass } = rig(day, [failing('A'), failing('B'), gateway, gateway, gateway]);
    outbox.pump();
    await pass(600);
    expect(stateOf(day)).toMatchObject({ state: 'recorded' });
  });
});

test('something in ServiceChannel’s place that cannot be trusted is told; when nothing answers any more, that is told instead', async () => {
  const day = new Day().checkIn(WO);
  const unsent = (detail: string): Answer<Recorded> => ({
    kind: 'unsent',
    why: 'offline',
    retryAfterMs: null,
    detail,
  });
  const { outbox, pass } = rig(day, [
    unsent('ERR_CERT_AUTHORITY_INVALID'),
    unsent('ERR_NAME_NOT_RESOLVED'),
    unsent('ERR_NAME_NOT_RESOLVED'),
  ]);
  outbox.pump();
  await pass(0.5);
  expect(outbox.between).toBe('ERR_CERT_AUTHORITY_INVALID');
  expect(outbox.offlineSince).not.toBeNull();
  await pass(1);
  expect(outbox.between).toBeNull();
  expect(outbox.offlineSince).not.toBeNull();
  await pass(200);
  expect(stateOf(day)).toMatchObject({ state: 'recorded' });
});

test('something between this computer and ServiceChannel that answers is told, and the report tried again', async () => {
  const day = new Day().checkIn(WO);
  const between: Answer<Recorded> = { kind: 'unknown', why: 'not-servicechannel', detail: 'HTTP 403' };
  const { outbox, pass } = rig(day, [between, between, between, between]);
  outbox.pump();
  await pass(200);
  expect(outbox.between).toBe('HTTP 403');
  await pass(400);
  expect(stateOf(day)).toMatchObject({ state: 'recorded' });
  expect(outbox.between).toBeNull();
});
