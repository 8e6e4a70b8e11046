import { expect, test } from 'vitest';
import { Receipts } from '../../../main/records/receipts.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { activity } from '../outbox/steps.ts';
import { certain, Day, USER } from '../visit/support.ts';

/** A visit from 10:00 to 11:00 whose reports are recorded, but for what is still to come. */
function rig(rush = false) {
  const day = new Day().clock('10:00').checkIn(7);
  const { id } = day.current;
  const reads: number[] = [];
  const receipts = new Receipts({
    visits: () => day.mine,
    sender: () => ({
      userId: USER,
      authUserId: null,
      userNames: ['demo'],
      client: {
        workActivities: async (workOrderId) => {
          reads.push(workOrderId);
          return { kind: 'ok', value: [activity('10:00:00', '11:00:00', { techsCount: 2 })] };
        },
      },
    }),
    isRush: () => rush,
    onChange: () => undefined,
  });
  const record = () => {
    for (const report of reportsOf(day.visit(7)))
      if (report.delivery.state === 'queued') {
        day.sent(report, 'recorded');
        receipts.onRecorded(report.id);
      }
  };
  return { day, id, receipts, reads, record };
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
