import type { Fault } from './commands.ts';
import { livePairs, neverBegan, pairReports } from './phase.ts';
import { MINUTE, OLDEST, startOfMinute, toStamp } from './time.ts';
import type { Context, Stamp, Visit } from './types.ts';

/** The clock may step back this much (a new measure of the server's time) before we say that it cannot be right. */
const SMALL_STEP = 2 * MINUTE;

/**
 * The user's last report that stands: no new one may be earlier (rule 1). A status that finished a visit binds its own
 * work order only: who sets it in the evening may still say when they arrived elsewhere.
 */
export function lastStamp(visits: readonly Visit[], workOrderId?: number): Stamp | undefined {
  return visits
    .filter((visit) => !neverBegan(visit))
    .flatMap((visit) => [...livePairs(visit).flatMap(pairReports), ...finishOn(visit, workOrderId)])
    .map((report) => report.at)
    .reduce<Stamp | undefined>((last, at) => (last && last.ms >= at.ms ? last : at), undefined);
}

const finishOn = ({ finish, ...visit }: Visit, workOrderId: number | undefined) =>
  finish && finish.delivery.state !== 'discarded' && visit.workOrderId === workOrderId ? [finish] : [];

type When = { readonly ok: true; readonly at: Stamp } | { readonly ok: false; readonly fault: Fault };

const refuse = (fault: Fault): When => ({ ok: false, fault });

function clicked(ctx: Context, last: Stamp | undefined): When {
  const at = toStamp(ctx.now, ctx.offsetAt);
  if (!last || at.ms >= last.ms) return { ok: true, at };
  if (last.ms - at.ms <= SMALL_STEP) return { ok: true, at: { ...at, ms: last.ms } };
  return refuse({ reason: 'clock-behind', previous: last });
}

/**
 * When an act happened: now, or the earlier minute that was chosen. Time fields know minutes only, so a choice in the
 * minute of the report before it means that report's own second.
 */
export function actTime(
  visits: readonly Visit[],
  ctx: Context,
  workOrderId: number | undefined,
  chosen: number | undefined,
): When {
  const last = lastStamp(visits, workOrderId);
  if (chosen === undefined) return clicked(ctx, last);
  if (chosen > ctx.now) return refuse({ reason: 'in-future' });
  if (chosen < ctx.now - OLDEST) return refuse({ reason: 'too-old' });
  const at = toStamp(chosen, ctx.offsetAt);
  if (!last || at.ms >= last.ms) return { ok: true, at };
  if (startOfMinute(at.ms) === startOfMinute(last.ms)) return { ok: true, at: { ...at, ms: last.ms } };
  return refuse({ reason: 'before-previous', previous: last });
}
