import type { Act, CodesChoice, Mistake, Move } from '../../main/visit/commands.ts';
import { openVisit, pausedVisits, visitsOf } from '../../main/visit/phase.ts';
import { type OrderStatus, PRIMARY_STATUSES, type PrimaryStatus } from '../../main/visit/types.ts';
import type { App } from './app.ts';
import { continued, openOnThePhone } from './elsewhere.ts';
import type { Instant } from './lived.ts';
import type { Doing } from './plan.ts';
import { CAUSE, CODE, NO_CAUSE, ORDERS, PERSON, SERVER, type World } from './world.ts';

const MINUTE = 60_000;

/** The status that a plan's number chooses, and the text that goes with it. */
export interface Choice {
  readonly primaryStatus: PrimaryStatus;
  readonly extendedStatus?: string;
  readonly resolution?: string;
}

/** After the six that are taken comes a name that no list has (refused with 904), and one without a resolution text. */
export function leaving(status: number): Choice {
  const primaryStatus = PRIMARY_STATUSES[status] ?? 'Incomplete';
  if (status === PRIMARY_STATUSES.length) return { primaryStatus, extendedStatus: 'NO SUCH STATUS' };
  return status > PRIMARY_STATUSES.length
    ? { primaryStatus }
    : { primaryStatus, resolution: 'Tightened the valve' };
}

/** With some statuses go codes: one that the client's list has, one that it lacks. */
const codesOf = (status: number): CodesChoice =>
  status % 2 === 1
    ? { codes: [{ id: CODE, text: null }], codesFirst: status % 4 === 1 }
    : { rootCauses: [{ id: status === 0 ? CAUSE : NO_CAUSE, text: null }] };

/** The work order's status at ServiceChannel now. */
export const statusOf = (world: World, workOrderId: number): OrderStatus | null =>
  world.sandbox.state.workOrders.find(({ id }) => id === workOrderId)?.status ?? null;

/** When an act of a plan happened, by the technician's own watch: now, or so many minutes ago, which is then typed. */
export function instantOf(world: World, doing: Doing): Instant {
  const begun = doing.what === 'continue' && openOnThePhone(world);
  if (begun) return { at: begun.timeIn, typed: false };
  const minutes = 'earlier' in doing ? doing.earlier : 0;
  return { at: world.time.now() - minutes * MINUTE, typed: minutes > 0 };
}

/** The command of an act; null when there is nothing to do it to. */
export function commandOf(world: World, app: App, doing: Doing): Act | Move | Mistake | null {
  const mine = visitsOf(app.visits.state, { userId: PERSON.userId, server: SERVER });
  const open = openVisit(mine);
  const [paused] = pausedVisits(mine);
  const { at: lived, typed } = instantOf(world, doing);
  const at = typed ? { at: lived } : {};
  switch (doing.what) {
    case 'check-in': {
      const workOrderId = ORDERS[doing.order] ?? ORDERS[0];
      const known = { workOrderId, statusBefore: statusOf(world, workOrderId) };
      return { type: 'check-in', ...known, workTypeId: doing.typeId, techsCount: doing.count, ...at };
    }
    case 'move': {
      const visit = open ?? paused;
      const workOrderId = ORDERS[doing.order] ?? ORDERS[0];
      const statusBefore = statusOf(world, workOrderId);
      return visit ? { type: 'move', visitId: visit.id, workOrderId, statusBefore } : null;
    }
    case 'mistake': {
      const visit = open ?? paused;
      return visit ? { type: 'mistake', visitId: visit.id } : null;
    }
    case 'arrived':
    case 'pause':
      return open ? { type: doing.what, visitId: open.id, ...at } : null;
    case 'check-out':
      return open
        ? { type: 'check-out', visitId: open.id, ...leaving(doing.status), ...codesOf(doing.status), ...at }
        : null;
    case 'change-crew':
      return open ? { type: 'change-crew', visitId: open.id, techsCount: doing.count, ...at } : null;
    case 'resume':
      return paused ? { type: 'resume', visitId: paused.id, ...at } : null;
    case 'finish':
      return paused
        ? { type: 'finish', visitId: paused.id, ...leaving(doing.status), ...codesOf(doing.status), ...at }
        : null;
    case 'continue':
      return continued(world, app);
    default:
      return null;
  }
}
