import { demoData } from '../sandbox/data.ts';
import { DEMO_PROVIDER } from '../sandbox/data-companies.ts';
import { DEMO_CLIENT, DEMO_USER } from '../sandbox/data-users.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { addActivity } from '../sandbox/state.ts';

const HOUR = 3_600_000;

/** One technician of the fleet, on site with a work order of his own. */
export interface Member {
  readonly userId: number;
  readonly userName: string;
  readonly workOrderId: number;
  readonly refreshToken: string;
  /** Ms; hours ago. */
  readonly checkedInAt: number;
}

/** A company of technicians who all are checked in, and the ServiceChannel that knows of it. */
export function foundCompany(
  size: number,
  now: () => number,
): { sandbox: Sandbox; members: readonly Member[] } {
  const checkedInAt = now() - 4 * HOUR;
  const members = Array.from({ length: size }, (_, index) => ({
    userId: 2_000_000 + index,
    userName: `technician-${index}`,
    workOrderId: 300_000_000 + index,
    refreshToken: `rt-fleet-${index}`,
    checkedInAt,
  }));
  const data = (at: number) => {
    const demo = demoData(at);
    const [order] = demo.workOrders;
    if (!order) throw new Error('The demo has no work order');
    return {
      ...demo,
      users: members.map(({ userId, userName }) => ({ ...DEMO_USER, id: userId, userName })),
      workOrders: members.map(({ workOrderId }) => ({
        ...order,
        id: workOrderId,
        providerId: DEMO_PROVIDER.id,
      })),
    };
  };
  const config = { clientLimitPerMinute: 0, companyLimitPerMinute: 0 };
  const sandbox = createSandbox({ now, data, config });
  for (const { userId, workOrderId, refreshToken } of members) {
    const pair = { workOrderId, userId, workTypeId: 1, techsCount: 1, timeIn: checkedInAt, timeOut: null };
    addActivity(sandbox.state, { ...pair, isTimeEdited: false, resolution: '', hasCheckInInfo: true }, false);
    const expiresAt = Number.POSITIVE_INFINITY;
    sandbox.state.refreshTokens.set(refreshToken, { userId, clientId: DEMO_CLIENT.id, expiresAt });
  }
  return { sandbox, members };
}
