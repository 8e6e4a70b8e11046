import { readWorkOrder } from '../../main/servicechannel/work-order.ts';
import type { KnownWorkOrder } from '../../main/storage/work-orders.ts';
import type { OrderSource } from '../../main/views/problems.ts';
import { statusOf } from './acts.ts';
import type { World } from './world.ts';

/** The work orders as they are just after a look-up. */
export function orderSource(world: World): OrderSource {
  const known = (id: number): KnownWorkOrder => {
    const status = statusOf(world, id);
    const callDate = world.sandbox.state.workOrders.find((each) => each.id === id)?.callDate;
    const order = readWorkOrder({
      Id: id,
      Status: { Primary: status?.primary, Extended: status?.extended },
      CallDate: callDate === undefined ? undefined : new Date(callDate).toISOString(),
    });
    if (!order) throw new Error(`no work order ${id}`);
    return { order, workTypes: [], lacksPermission: false };
  };
  return { known, isFresh: () => true, now: world.time.now() };
}
