import type { CheckInRequest, CommandError, Result } from '../../../preload/contract.ts';
import type { Session } from '../../account/session.ts';
import type { Policy } from '../../storage/policy.ts';
import type { Act, Remedy } from '../../visit/commands.ts';
import { parseTechnicians } from '../../visit/numbers.ts';
import { type OrderStatus, TRAVEL } from '../../visit/types.ts';
import { parseWorkOrder } from '../../visit/work-order-number.ts';
import type { Done } from '../../visits.ts';
import { fail, resultOf } from './results.ts';
import type { Handlers } from './types.ts';

export interface VisitCommandParts {
  readonly perform: (command: Act | Remedy) => Done;
  /** Takes the last act back. */
  readonly undo: () => Done;
  /** A visit has begun there: its details are worth knowing. */
  readonly onCheckIn: (workOrderId: number) => void;
  /** The work order's status, where it was read just now. */
  readonly statusOf: (workOrderId: number) => OrderStatus | null;
  /** Why no visit may start now, or null. */
  readonly bar: () => CommandError | null;
}

type VisitHandlers = Pick<Handlers, Exclude<Extract<keyof Handlers, `visit:${string}`>, 'visit:continue'>>;

/** A visit needs a signed-in user, and is not started on a half-read policy (INTERFACE.md). */
export function startBar(policy: Policy, session: Pick<Session, 'person'>): CommandError | null {
  if (policy.state === 'invalid') return { code: 'policy' };
  return session.person ? null : { code: 'signed-out' };
}

/** Turns what windows ask for into commands, and what came of them into something to show. */
export function visitHandlers({ perform, undo, bar, onCheckIn, statusOf }: VisitCommandParts): VisitHandlers {
  /** Runs an act whose time a person may have chosen. */
  const timed = (at: number | null, act: (at: number | undefined) => Act): Result =>
    resultOf(perform(act(at ?? undefined)));

  function checkIn(request: CheckInRequest, driving: boolean): Result {
    const workOrder = parseWorkOrder(request.workOrder);
    if (!workOrder.ok) return fail({ code: 'work-order', fault: workOrder.fault });
    const technicians = parseTechnicians(request.technicians);
    if (!technicians.ok) return fail({ code: 'technicians', fault: technicians.fault });
    const error = bar();
    if (error) return fail(error);
    const result = timed(request.at, (at) => ({
      type: 'check-in',
      workOrderId: workOrder.value,
      workTypeId: driving ? TRAVEL : request.workTypeId,
      techsCount: technicians.value,
      statusBefore: statusOf(workOrder.value),
      at,
      crew: request.crew,
      ...(driving && { arrivalTypeId: request.workTypeId }),
    }));
    if (result.ok) onCheckIn(workOrder.value);
    return result;
  }

  function move(visitId: string, text: string): Result {
    const workOrder = parseWorkOrder(text);
    if (!workOrder.ok) return fail({ code: 'work-order', fault: workOrder.fault });
    const statusBefore = statusOf(workOrder.value);
    const result = resultOf(perform({ type: 'move', visitId, workOrderId: workOrder.value, statusBefore }));
    if (result.ok) onCheckIn(workOrder.value);
    return result;
  }

  return {
    'visit:check-in': (request) => checkIn(request, false),
    'visit:drive-to': (request) => checkIn(request, true),
    'visit:arrived': ({ at, ...act }) => timed(at, (time) => ({ type: 'arrived', ...act, at: time })),
    'visit:pause': ({ at, ...act }) => timed(at, (time) => ({ type: 'pause', ...act, at: time })),
    'visit:resume': ({ at, ...act }) => timed(at, (time) => ({ type: 'resume', ...act, at: time })),
    'visit:check-out': ({ at, ...request }) =>
      timed(at, (time) => ({ type: 'check-out', ...request, at: time })),
    'visit:finish': (request) => resultOf(perform({ type: 'finish', ...request })),
    'visit:change-crew': ({ visitId, technicians }) => {
      const count = parseTechnicians(technicians);
      if (!count.ok) return fail({ code: 'technicians', fault: count.fault });
      return resultOf(perform({ type: 'change-crew', visitId, techsCount: count.value }));
    },
    'visit:take-back': (request) => resultOf(perform({ type: 'take-back', ...request })),
    'visit:no-visit': ({ visitId }) => resultOf(perform({ type: 'mistake', visitId })),
    'visit:undo': () => resultOf(undo()),
    'visit:move': ({ visitId, workOrder }) => move(visitId, workOrder),
  };
}
