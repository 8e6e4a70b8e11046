import { Outbox } from '../../../main/outbox/outbox.ts';
import type { Answer } from '../../../main/servicechannel/answers.ts';
import type { CheckInActivity, Client, Recorded, WriteOptions } from '../../../main/servicechannel/client.ts';
import type { Sender } from '../../../main/servicechannel/sender.ts';
import type { System } from '../../../main/servicechannel/system.ts';
import type { Outcome } from '../../../main/visit/commands.ts';
import { VirtualTime } from '../../faults/virtual-time.ts';
import { fakeClient } from '../fake-client.ts';
import { certain, type Day, offsetIn, SERVER } from '../visit/support.ts';
import { WHO } from './steps.ts';

export const WO = 107002896;
export const OK: Answer<Recorded> = { kind: 'ok', value: { mechanicId: 148797639 } };
export const TIMEOUT: Answer<Recorded> = { kind: 'unknown', why: 'timeout', detail: '' };
export const OFFLINE = {
  kind: 'unsent',
  why: 'offline',
  retryAfterMs: null,
  detail: 'ERR_INTERNET_DISCONNECTED',
} as const;
export const BUSY = { kind: 'unsent', why: 'rate-limit', retryAfterMs: 7000, detail: 'HTTP 429' } as const;

/** An outbox on a clock of its own, before a ServiceChannel that answers as told. */
export function rig(
  day: Day,
  answers: readonly Answer<Recorded>[],
  held: readonly CheckInActivity[] = [],
  { unread = 0, answersTakeMs = 0, throwsAfterLeaving = 0 } = {},
) {
  const started = day.now;
  const time = new VirtualTime(started, () => 0);
  const seconds = () => (time.now() - started) / 1000;
  const system: System = { now: time.now, after: (ms, run) => time.after(ms, run), random: () => 0.5 };
  const log: string[] = [];
  let isDiskFull = false;
  let isStateBroken = false;
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
    if (log.filter((each) => each.startsWith('sent')).length <= throwsAfterLeaving) throw new Error('broken');
    if (answersTakeMs > 0) await new Promise<void>((resolve) => time.after(answersTakeMs, resolve));
    return answers[sent++] ?? OK;
  };
  const client: Client = fakeClient({
    checkIn: report,
    checkOut: report,
    setCodes: async (_id, _codes, options) => {
      options?.leaving?.();
      log.push(`codes at ${seconds()}`);
      return { kind: 'ok', value: null };
    },
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
    ownActivities: async () => ({ kind: 'ok', value: [] }),
    workActivities: async () => (reads <= unread ? OFFLINE : { kind: 'ok', value: [] }),
  });
  const sender: Sender = { ...WHO, server: SERVER, client, ready: async () => null };
  const record = (outcome: Outcome) => {
    if (isDiskFull) return false;
    const ruled = day.rule(outcome);
    if (ruled.ok) day.state = ruled.state;
    return ruled.ok;
  };
  const errors: unknown[] = [];
  const outbox = new Outbox({
    system,
    onError: (error) => errors.push(error),
    state: () => {
      if (isStateBroken) throw new Error('broken');
      return day.state;
    },
    record,
    journal: () => {
      if (isDiskFull) throw new Error('database or disk is full');
    },
    sender: () => sender,
    requestTimeoutMs: () => 30_000,
    offsetAt: offsetIn('America/New_York'),
    onChange: () => undefined,
  });
  const fillDisk = (full: boolean) => {
    isDiskFull = full;
  };
  const beforeLeaving = (run: () => void) => atTurn.push(run);
  const breakState = (broken: boolean) => {
    isStateBroken = broken;
  };
  return {
    outbox,
    time,
    log,
    errors,
    fillDisk,
    breakState,
    beforeLeaving,
    pass: (s: number) => time.pass(s * 1000),
  };
}

export const firstIn = (day: Day) => certain(day.visit(WO).pairs[0]).checkIn;
export const stateOf = (day: Day) => day.deliveryOf(firstIn(day));
