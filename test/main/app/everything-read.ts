import { type appRig, MAIN_STREET } from './rig.ts';

/** The answers of every command that reads something of a server, or shows what was read. */
export async function everythingRead({
  send,
}: Pick<Awaited<ReturnType<typeof appRig>>, 'send'>): Promise<readonly unknown[]> {
  const at = Date.now();
  const order = { workOrderId: MAIN_STREET };
  const told: unknown[] = [];
  for (const [name, request] of [
    ['work-order:look-up', { workOrder: String(MAIN_STREET) }],
    ['orders:refresh', null],
    ['orders:list', null],
    ['order:details', order],
    ['order:notes', { ...order, page: 1 }],
    ['work-order:statuses', order],
    ['work-order:codes', order],
    ['crew:find', null],
    ['crew:still-there', order],
    ['phone:look', { ...order, direction: 'in', from: at }],
    ['timesheet:compare', { at }],
    ['timesheet:week', { at }],
    ['timesheet:proof', order],
    ['settings:check-connection', null],
    ['settings:copy-diagnostics', null],
    ['delivery:list', null],
  ] as const)
    told.push(await send(name, request));
  return told;
}
