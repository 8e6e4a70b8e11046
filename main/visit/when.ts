import type { Fault } from './commands.ts';
import { livePairs, neverBegan, pairReports } from './phase.ts';
import { MINUTE, OLDEST, startOfMinute, toStamp } from './time.ts';
import type { Context, Report, Stamp, Visit } from './types.ts';

/** The clock may step back this much (a new measure of the server's time) before we say that it cannot be right. */
const SMALL_STEP = 2 * MINUTE;

/**
 * The user's last report that stands: no new one may be earlier (rule 1). A status that finished a visit binds its own
 * work order only: who sets it in the evening may still say when they arrived elsewhere.
 */
export function lastReport(visits: readonly Visit[], workOrderId?: number): Report | undefined {
  return visits
    .filter((visit) => !neverBegan(visit))
    .flatMap((visit) => [...livePairs(visit).flatMap(pairReports), ...finishOn(visit, workOrderId)])
    .reduce<Report | undefined>((last, each) => (last && last.at.ms >= each.at.ms ? last : each), undefined);
}

const finishOn = ({ finish, ...visit }: Visit, workOrderId: number | undefined) =>
  finish && finish.delivery.state !== 'discarded' && visit.workOrderId === workOrderId ? [finish] : [];

type When = { readonly ok: true; readonly at: Stamp } | { readonly ok: false; readonly fault: Fault };

const refuse = (fault: Fault): When => ({ ok: false, fault });

/** How far our own correction has moved "now" back since the report was clicked, ms. */
const movedBack = ({ correction }: Report, ctx: Context): number =>
  correction === null ? 0 : Math.max(0, correction - (ctx.now - ctx.clickedAt));

function clicked(ctx: Context, last: Report | undefined): When {
  const at = toStamp(ctx.now, ctx.offsetAt);
  if (!last || at.ms >= last.at.ms) return { ok: true, at };
  if (last.at.ms - at.ms <= SMALL_STEP + movedBack(last, ctx))
    return { ok: true, at: { ...at, ms: last.at.ms } };
  return refuse({ reason: 'clock-behind', previous: last.at });
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
  const report = lastReport(visits, workOrderId);
  if (chosen === undefined) return clicked(ctx, report);
  const last = report?.at;
  if (chosen > ctx.now) return refuse({ reason: 'in-future' });
  if (chosen < ctx.now - OLDEST) return refuse({ reason: 'too-old' });
  const at = toStamp(chosen, ctx.offsetAt);
  if (!last || at.ms >= last.ms) return { ok: true, at };
  if (startOfMinute(at.ms) === startOfMinute(last.ms)) return { ok: true, at: { ...at, ms: last.ms } };
  return refuse({ reason: 'before-previous', previous: last });
}
