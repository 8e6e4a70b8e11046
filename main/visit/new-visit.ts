import type { CheckInCommand } from './commands.ts';
import { type Context, REPAIR, TRAVEL, type Visit } from './types.ts';

/** Nobody arrives to travel. */
export const arrivalOf = (typeId: number): number => (typeId === TRAVEL ? REPAIR : typeId);

type Beginning = Pick<CheckInCommand, 'workOrderId' | 'workTypeId' | 'arrivalTypeId' | 'statusBefore'>;

/** A visit that begins: it has no check-in yet. */
export function newVisit(ctx: Context, command: Beginning): Visit {
  return {
    id: ctx.id,
    workOrderId: command.workOrderId,
    userId: ctx.userId,
    server: ctx.server,
    arrivalTypeId: arrivalOf(command.arrivalTypeId ?? command.workTypeId),
    pairs: [],
    finish: null,
    steps: [],
    statusBefore: command.statusBefore ?? null,
    movedTo: null,
    endedAt: null,
  };
}
