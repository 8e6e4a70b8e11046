import type { InvoiceLine } from '../../preload/contract.ts';
import type { Stay } from '../records/compare.ts';
import { begunIn, type Own, stayOf, upToDate } from '../records/day-comparer.ts';
import { ownBeside } from '../records/granted.ts';
import { instantsOf } from '../servicechannel/times.ts';
import { MINUTE } from '../visit/time.ts';
import { TRAVEL } from '../visit/types.ts';
import type { Span } from '../visit/week.ts';
import type { SheetSource } from './sheet-source.ts';
import { askedView } from './sheet-trail.ts';

/** A stay as it is invoiced: ServiceChannel's record of it where there is one. */
interface Invoiced extends Stay {
  readonly travel: boolean;
  readonly fromThere: boolean;
  /** The other record has none of it. */
  readonly missing: boolean;
}

/** Clients count a check-in and a check-out that are at least so far apart (API.md, ms). */
const SHORT = 10 * MINUTE;
/** Invoices are written in quarters of an hour, ms. */
const QUARTER = 15 * MINUTE;

const isTravel = (own: Own | null): boolean => own?.pair.workTypeId === TRAVEL;

function ofDay(day: Span, { visits, kept, now }: SheetSource): readonly Invoiced[] {
  const all = begunIn(visits, day);
  const read = upToDate(kept(day.from), all);
  if (!read)
    return all.map((own) => ({ ...stayOf(own), travel: isTravel(own), fromThere: false, missing: false }));
  return ownBeside(all, read.held, now).flatMap(({ here, there, own }) => {
    const stay = there ?? here;
    if (!stay) return [];
    const techsCount = stay.techsCount ?? here?.techsCount ?? 1;
    const missing = here === null || there === null;
    return [{ ...stay, techsCount, travel: isTravel(own), fromThere: there !== null, missing }];
  });
}

/** Technicians × time, ms; one that is open counts nothing yet. */
const labor = (all: readonly Invoiced[]): number =>
  all.reduce((ms, { from, to, techsCount }) => ms + (to === null ? 0 : (to - from) * (techsCount ?? 1)), 0);

const toQuarters = (ms: number): number => Math.round(ms / QUARTER) * QUARTER;

/** Is it invoiced already, or not completed yet? Null where nothing speaks against an invoice, or it is not known. */
function orderStands(workOrderId: number, { known }: SheetSource): InvoiceLine['order'] {
  const order = known(workOrderId)?.order;
  if (order?.isInvoiced) return 'invoiced';
  return order?.statusPrimary && order.statusPrimary !== 'COMPLETED' ? 'not-completed' : null;
}

/** The things that clients count (API.md, What clients count): it informs, and advises nothing. */
function counts(
  workOrderId: number,
  all: readonly Invoiced[],
  { known }: SheetSource,
): InvoiceLine['counts'] {
  const work = all.filter(({ travel }) => !travel);
  const scheduled = known(workOrderId)?.order.scheduledDate ?? null;
  const due = scheduled === null ? undefined : instantsOf(scheduled, 0)[0];
  const first = Math.min(...work.map(({ from }) => from));
  return [
    ...(work.some(({ from, to }) => to !== null && to - from < SHORT) ? (['short'] as const) : []),
    ...(work.length > 1 ? (['several'] as const) : []),
    ...(due !== undefined && work.length > 0 && first > due ? (['late'] as const) : []),
  ];
}

/** The work orders of which the client was asked to change a stay of the week, and has not yet. */
const askedOrders = (source: SheetSource): ReadonlySet<number> =>
  new Set(
    begunIn(source.visits, source.week).flatMap(({ visit, pair }) => {
      const asked = askedView(visit, pair, source.kept);
      return asked && !asked.granted ? visit.workOrderId : [];
    }),
  );

/** A week's work by work order, as it can be invoiced. */
export function invoiceLines(source: SheetSource): readonly InvoiceLine[] {
  const all = source.week.days.flatMap((day) => ofDay(day, source));
  const asked = askedOrders(source);
  return [...Map.groupBy(all, ({ workOrderId }) => workOrderId)].map(([workOrderId, own]) => {
    const [work, travel] = [false, true].map((kind) => labor(own.filter((each) => each.travel === kind)));
    const [workMs = 0, travelMs = 0] = [work, travel];
    const order = source.known(workOrderId)?.order;
    return {
      workOrderId,
      store: order?.store ?? order?.storeId ?? null,
      work: workMs,
      travel: travelMs,
      quarters: toQuarters(workMs),
      fromThere: own.every(({ fromThere }) => fromThere),
      open: own.some(({ to }) => to === null),
      missing: own.some(({ missing }) => missing),
      asked: asked.has(workOrderId),
      order: orderStands(workOrderId, source),
      counts: counts(workOrderId, own, source),
    };
  });
}
