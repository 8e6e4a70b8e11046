import type { Core } from '../../main/core.ts';
import { Receipts } from '../../main/records/receipts.ts';
import type { System } from '../../main/servicechannel/system.ts';
import { isSettled, reportsOf } from '../../main/visit/phase.ts';
import type { ReceiptPairView, ReceiptView } from '../../preload/contract.ts';
import type { World } from './world.ts';

/** Confirmations of what was recorded, which the app reads back after a visit's last report: they say nothing false. */

const iso = (ms: number | null | undefined) =>
  ms === null || ms === undefined ? 'open' : new Date(ms).toISOString().slice(5, 19);

/** Another than the app had a hand in this work order: the record may change at any time. */
export const isMeddledWith = (
  { meddled, closedByOffice, madeElsewhere }: World,
  workOrderId: number,
): boolean =>
  meddled.has(workOrderId) ||
  [...closedByOffice, ...madeElsewhere].some((each) => each.workOrderId === workOrderId);

function judgePair(
  world: World,
  userId: number | undefined,
  workOrderId: number,
  { reported, held, techsCount }: ReceiptPairView,
): void {
  const there = world.sandbox.state.activities.filter(
    (each) => each.workOrderId === workOrderId && each.userId === userId && each.timeIn === reported.from,
  );
  const what = `the receipt of ${workOrderId} since ${iso(reported.from)}`;
  if (!held) {
    if (there.length > 0) world.violate(`${what} says that nothing is held`);
    return;
  }
  const isThere = there.some(
    (each) =>
      each.timeIn === held.from &&
      each.timeOut === held.to &&
      (techsCount === null || each.techsCount === techsCount),
  );
  if (!isThere)
    world.violate(
      `${what} says ${iso(held.to)} of ${techsCount}, held: ${there.map(({ timeOut }) => iso(timeOut))}`,
    );
}

function judge(world: World, core: Core, { visitId, workOrderId, pairs }: ReceiptView): void {
  const ours = core.mine.filter((visit) => visit.workOrderId === workOrderId);
  // A report on its way may be there already.
  if (!ours.flatMap(reportsOf).every(isSettled) || isMeddledWith(world, workOrderId)) return;
  world.note(`receipt of ${visitId}`);
  for (const pair of pairs) judgePair(world, core.session.owner?.userId, workOrderId, pair);
}

const UNREAD = { kind: 'unsent', why: 'offline', retryAfterMs: null, detail: 'ERR_FAILED' } as const;

/** An error that nobody reckoned with is told by the process's own handler, which a schedule has not. */
const readerOf = (sender: Core['session']['sender']) =>
  sender && {
    ...sender,
    client: { workActivities: (id: number) => sender.client.workActivities(id).catch(() => UNREAD) },
  };

/** Reads receipts as the app does, and judges each. */
export function watchReceipts(world: World, core: Core, after: System['after']): Receipts {
  const receipts: Receipts = new Receipts({
    visits: () => core.mine,
    sender: () => readerOf(core.session.sender),
    isRush: () => core.outbox.isRush,
    after,
    onChange: () => {
      if (receipts.last) judge(world, core, receipts.last);
    },
  });
  core.onOutcome((outcome) => {
    if (outcome.type === 'recorded') receipts.onRecorded(outcome.reportId);
  });
  return receipts;
}
