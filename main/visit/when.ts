import type { Act, Fault } from './commands.ts';
import { lastPair, livePairs, neverBegan, pairReports } from './phase.ts';
import { MINUTE, OLDEST, startOfMinute, toStamp } from './time.ts';
import type { Context, Pair, Report, Stamp, Visit } from './types.ts';

/** The clock may step back this much (a new measure of the server's time) before we say that it cannot be right. */
const SMALL_STEP = 2 * MINUTE;

/** An instant by the corrected clock, and the same by this computer's, ms. */
export type Instant = Pick<Context, 'now' | 'clickedAt'>;

/**
 * Counts from an instant to come, which a person chose for a check-in that came too early for its work order. A clock
 * that was set back since does not make it so: no other report is ever later than its click.
 */
export const isAhead = ({ correction, at, clickedAt }: Report, instant: Instant): boolean =>
  correction === null && at.ms > instant.now && at.ms > clickedAt + instant.now - instant.clickedAt;

/** The pair that is open and counts from an instant to come; one user has one at most. */
export const aheadPair = (visits: readonly Visit[], instant: Instant): Pair | undefined =>
  visits.flatMap(livePairs).find((pair) => !pair.checkOut && isAhead(pair.checkIn, instant));

/**
 * The user's last report that stands: no new one may be earlier (rule 1). A status that finished a visit binds its own
 * work order only: set in the evening, it still allows an earlier arrival elsewhere. A pair that is still to come
 * sets no bound.
 */
export function lastReport(
  visits: readonly Visit[],
  instant: Instant,
  workOrderId?: number,
): Report | undefined {
  return visits
    .filter((visit) => !neverBegan(visit))
    .flatMap((visit) => {
      const pairs = livePairs(visit).filter(({ checkIn }) => !isAhead(checkIn, instant));
      return [...pairs.flatMap(pairReports), ...finishOn(visit, workOrderId)];
    })
    .reduce<Report | undefined>((last, each) => (last && last.at.ms >= each.at.ms ? last : each), undefined);
}

const finishOn = ({ finish, ...visit }: Visit, workOrderId: number | undefined) =>
  finish && finish.delivery.state !== 'discarded' && visit.workOrderId === workOrderId ? [finish] : [];

type When = { readonly ok: true; readonly at: Stamp } | { readonly ok: false; readonly fault: Fault };

const refuse = (fault: Fault): When => ({ ok: false, fault });

/** How far ahead of its click the report says that it was, by the clock as it is known now, ms. */
const movedBack = ({ at, clickedAt, correction }: Report, ctx: Context): number =>
  correction === null ? 0 : Math.max(0, at.ms - (clickedAt + ctx.now - ctx.clickedAt));

function clicked(ctx: Context, last: Report | undefined): When {
  const at = toStamp(ctx.now, ctx.offsetAt);
  if (!last || at.ms >= last.at.ms) return { ok: true, at };
  if (last.at.ms - at.ms <= SMALL_STEP + movedBack(last, ctx))
    return { ok: true, at: { ...at, ms: last.at.ms } };
  return refuse({ reason: 'clock-behind', previous: last.at });
}

/** The last pair of the visit that an act is about, where it was left at an instant to come: the visit cannot go on before it. */
function leftAhead(visits: readonly Visit[], instant: Instant, act: Act): Pair | undefined {
  const visit = 'visitId' in act ? visits.find(({ id }) => id === act.visitId) : undefined;
  const last = visit && lastPair(visit);
  return last && isAhead(last.checkIn, instant) ? last : undefined;
}

/** Limits the acts on a check-in whose time is still to come: it can be ended at that instant, and nothing else. */
function untilItCounts({ checkIn }: Pair, act: Act): When {
  const leaves = act.type === 'check-out' && act.at === checkIn.at.ms;
  return leaves ? { ok: true, at: checkIn.at } : refuse({ reason: 'counts-from', at: checkIn.at });
}

/**
 * When an act happened: now, or the earlier minute that was chosen. Time fields know minutes only, so a choice in the
 * minute of the report before it means that report's own second.
 */
export function actTime(
  visits: readonly Visit[],
  ctx: Context,
  workOrderId: number | undefined,
  act: Act,
): When {
  const ahead = act.type === 'finish' ? undefined : (aheadPair(visits, ctx) ?? leftAhead(visits, ctx, act));
  if (ahead) return untilItCounts(ahead, act);
  const chosen = act.at;
  const report = lastReport(visits, ctx, workOrderId);
  if (chosen === undefined) return clicked(ctx, report);
  const last = report?.at;
  if (chosen > ctx.now) return refuse({ reason: 'in-future' });
  if (chosen < ctx.now - OLDEST) return refuse({ reason: 'too-old' });
  const at = toStamp(chosen, ctx.offsetAt);
  if (!last || at.ms >= last.ms) return { ok: true, at };
  if (startOfMinute(at.ms) === startOfMinute(last.ms)) return { ok: true, at: { ...at, ms: last.ms } };
  return refuse({ reason: 'before-previous', previous: last });
}
