import { describe, expect, test } from 'vitest';
import { Receipts } from '../../../main/records/receipts.ts';
import type { WorkActivity } from '../../../main/servicechannel/client.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { activity } from '../outbox/steps.ts';
import { certain, Day, USER } from '../visit/support.ts';

const HELD = activity('10:00:00', '11:00:00', { techsCount: 2 });

/** A visit from 10:00 to 11:00 whose reports are recorded, but for what is still to come. */
const rig = (rush = false, ...answers: readonly (readonly WorkActivity[])[]) =>
  rigOn(new Day().clock('10:00').checkIn(7), rush, answers);

function rigOn(day: Day, rush: boolean, answers: readonly (readonly WorkActivity[])[]) {
  const { id } = day.current;
  const reads: number[] = [];
  /** Timers that were taken back, by their place. */
  const cancelled: number[] = [];
  const timers: { readonly ms: number; readonly run: () => void }[] = [];
  const receipts = new Receipts({
    visits: () => day.mine,
    sender: () => ({
      userId: USER,
      authUserId: null,
      userNames: ['demo'],
      client: {
        workActivities: async (workOrderId) => {
          reads.push(workOrderId);
          return { kind: 'ok', value: answers[reads.length - 1] ?? [HELD] };
        },
      },
    }),
    isRush: () => rush,
    after: (ms, run) => {
      const nth = timers.push({ ms, run }) - 1;
      return () => {
        cancelled.push(nth);
      };
    },
    onChange: () => undefined,
  });
  const record = () => {
    for (const report of reportsOf(day.visit(7)))
      if (report.delivery.state === 'queued') {
        day.sent(report, 'recorded');
        receipts.onRecorded(report.id);
      }
  };
  return { day, id, receipts, reads, timers, cancelled, record };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('is read once, after the last report of a visit that has ended', async () => {
  const { day, id, receipts, reads, record } = rig();
  record();
  day.clock('11:00').do({ type: 'check-out', visitId: id, primaryStatus: 'PartsOnOrder' });
  record();
  receipts.onRecorded(certain(reportsOf(day.visit(7)).at(-1)).id);
  await settled();
  expect(reads).toEqual([7]);
  expect(receipts.last).toMatchObject({
    workOrderId: 7,
    status: 'PartsOnOrder',
    pairs: [{ techsCount: 2, held: { from: day.instant('10:00'), to: day.instant('11:00') } }],
  });
});

/** The day's visit is left by `leave`: ServiceChannel, which holds this, is seen to hold what was reported. */
async function expectAsReported(
  at: Day,
  leave: (day: Day) => Day,
  ...held: readonly (readonly [timeIn: string, timeOut: string])[]
): Promise<void> {
  const activities = held.map(([timeIn, timeOut]) => activity('', null, { timeIn, timeOut }));
  const { day, id, receipts, record } = rigOn(at.checkIn(7), false, [activities]);
  record();
  leave(day).do({ type: 'check-out', visitId: id, primaryStatus: 'PartsOnOrder' });
  record();
  await settled();
  const [pair] = certain(receipts.last).pairs;
  expect(pair?.held).toEqual(pair?.reported);
}

test('a check-out without offset is meant by the clock of its own time, though the clocks have changed since the check-in', () =>
  // New York: summer time ends at 2:00.
  expectAsReported(
    new Day('2026-11-01T00:30:00-04:00'),
    (day) => {
      day.now += 3.5 * 3_600_000;
      return day;
    },
    ['2026-11-01T00:30:00', '2026-11-01T03:00:00'],
  ));

test('a check-out without offset may be in the zone of the check-in, though the technician left from another', () =>
  expectAsReported(
    new Day().clock('10:00'),
    (day) => {
      day.zone = 'America/Chicago';
      return day.clock('11:00');
    },
    ['2026-05-13T10:00:00', '2026-05-13T11:00:00'],
  ));

test('of two stays that a time without offset may mean, the one that ends as ours is ours', () =>
  expectAsReported(
    new Day().clock('10:00'),
    (day) => day.clock('11:00'),
    // Read in UTC, the other stay's local 10:00 is the very second of ours.
    ['2026-05-13T14:00:00', '2026-05-13T14:06:00'],
    ['2026-05-13T10:00:00', '2026-05-13T11:00:00'],
  ));

test('is not read for a pause', async () => {
  const { day, id, reads, record } = rig();
  day.clock('11:00').do({ type: 'pause', visitId: id });
  record();
  await settled();
  expect(reads).toEqual([]);
});

test('stands back while others wait for the limit, until somebody looks', async () => {
  const { day, id, receipts, reads, record } = rig(true);
  day.clock('11:00').do({ type: 'check-out', visitId: id, primaryStatus: 'Completed' });
  record();
  await settled();
  expect(reads).toEqual([]);
  receipts.opened();
  receipts.opened();
  await settled();
  expect(reads).toEqual([7]);
});

describe('a read that may be behind', () => {
  const left = (...answers: readonly (readonly WorkActivity[])[]) => {
    const all = rig(false, ...answers);
    all.day.clock('11:00').do({ type: 'check-out', visitId: all.id, primaryStatus: 'Completed' });
    all.record();
    return all;
  };
  const heldIn = ({ receipts }: ReturnType<typeof rig>) => receipts.last?.pairs.map(({ held }) => held);

  test.each([
    ['shows nothing', []],
    ['shows it open', [{ ...HELD, timeOut: null }]],
  ])('and %s proves nothing: it is read again 60 s later', async (_, first) => {
    const all = left(first);
    await settled();
    expect(all.receipts.last).toBeNull();
    expect(all.timers.map(({ ms }) => ms)).toEqual([60_000]);
    all.timers[0]?.run();
    await settled();
    expect(all.reads).toEqual([7, 7]);
    expect(heldIn(all)).toEqual([{ from: all.day.instant('10:00'), to: all.day.instant('11:00') }]);
  });

  test('is believed the second time, whatever it shows', async () => {
    const all = left([], []);
    await settled();
    all.timers[0]?.run();
    await settled();
    expect(heldIn(all)).toEqual([null]);
    expect(all.timers).toHaveLength(1);
  });

  test.each([
    ['names nobody', [{ ...HELD, userId: null, userName: null }]],
    ['may have been cut', Array.from({ length: 50 }, () => ({ ...HELD, userId: 1 }))],
  ])('is no receipt where it %s: the pair may be there', async (_, list) => {
    const all = left(list, list);
    await settled();
    expect([all.receipts.last, all.timers]).toEqual([null, []]);
  });

  test('counts at once where it shows another time', async () => {
    const all = left([activity('10:00:00', '10:40:00')]);
    await settled();
    expect(heldIn(all)).toEqual([{ from: all.day.instant('10:00'), to: all.day.instant('10:40') }]);
    expect(all.timers).toEqual([]);
  });

  test('may show the time from before our own correction', async () => {
    const all = rig(false, [activity('10:00:00', '23:00:00')]);
    all.record();
    all.day.clock('11:00').do({ type: 'check-out', visitId: all.id, primaryStatus: 'NoStatusChange' });
    const out = certain(reportsOf(all.day.visit(7))[1]);
    all.day.refused(out, 'not-checked-in').do({ type: 'correct-record', reportId: out.id });
    all.record();
    await settled();
    expect([all.receipts.last, all.timers.length]).toEqual([null, 1]);
    all.timers[0]?.run();
    await settled();
    expect(heldIn(all)).toEqual([{ from: all.day.instant('10:00'), to: all.day.instant('11:00') }]);
  });

  const CORRECTED = [activity('09:50:00', '11:00:00', { techsCount: 2 })];

  /** Read once, which showed nothing; then the visit's begin is corrected. */
  async function corrected() {
    const all = left([], [], CORRECTED);
    await settled();
    const { id } = certain(all.day.visit(7).pairs[0]);
    const [from, until] = [all.day.instant('09:50'), all.day.instant('11:00')];
    all.day.clock('11:05').do({ type: 'edit-pair', pairId: id, from, until });
    return all;
  }

  test('is read anew after a correction that is recorded meanwhile: reads may be behind that too', async () => {
    const all = await corrected();
    all.record();
    await settled();
    expect(all.cancelled).toEqual([0]);
    expect([all.receipts.last, all.timers.length]).toEqual([null, 2]);
    all.timers[1]?.run();
    await settled();
    expect(heldIn(all)).toEqual([{ from: all.day.instant('09:50'), to: all.day.instant('11:00') }]);
  });

  test('says nothing of a visit that is being corrected, until that is recorded', async () => {
    const all = await corrected();
    all.timers[0]?.run();
    await settled();
    expect([all.receipts.last, all.reads]).toEqual([null, [7]]);
    all.record();
    await settled();
    expect([all.receipts.last, all.timers.length]).toEqual([null, 2]);
    all.timers[1]?.run();
    await settled();
    expect(heldIn(all)).toEqual([{ from: all.day.instant('09:50'), to: all.day.instant('11:00') }]);
  });
});
