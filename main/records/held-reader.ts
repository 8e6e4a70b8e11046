import { FULL_PAGE } from '../outbox/traces.ts';
import type { Answer } from '../servicechannel/answers.ts';
import type { Client, ReadOptions, WorkActivity } from '../servicechannel/client.ts';
import { hasOffset, instantsOf, instantsShowing, nearest, type OffsetAt } from '../servicechannel/times.ts';
import { type Who, whoseIs } from '../servicechannel/who.ts';
import { DAY, utcDay } from '../visit/time.ts';
import type { Stay } from './compare.ts';

type Reader = Who & {
  readonly client: Pick<Client, 'ownActivities' | 'workActivities'>;
  readonly options?: ReadOptions;
};

/** A read that gave no answer. */
export type NoAnswer = Exclude<Answer<never>, { kind: 'ok' }>;

/** A user's activities, each with its work order. */
type Activities = readonly { readonly workOrderId: number; readonly activity: WorkActivity }[];
type Read<T> = { readonly kind: 'ok'; readonly value: T } | NoAnswer;

async function perOrder(reader: Reader, orders: readonly number[]): Promise<Read<Activities>> {
  const all: { workOrderId: number; activity: WorkActivity }[] = [];
  for (const workOrderId of orders) {
    const answer = await reader.client.workActivities(workOrderId, reader.options);
    if (answer.kind !== 'ok') return answer;
    all.push(...answer.value.map((activity) => ({ workOrderId, activity })));
  }
  return { kind: 'ok', value: all };
}

/** For the interval; per work order where that finds nothing, is refused, or may have been cut. */
async function activitiesOf(
  reader: Reader,
  span: { readonly from: number; readonly to: number },
  orders: readonly number[],
): Promise<Read<Activities>> {
  // Days there may be in UTC or local: one more on both sides.
  const answer = await reader.client.ownActivities(
    utcDay(span.from - DAY),
    utcDay(span.to + 2 * DAY),
    reader.userId,
    reader.options,
  );
  if (answer.kind !== 'ok' && answer.kind !== 'refused') return answer;
  const found = answer.kind === 'ok' ? answer.value : [];
  const own = found.flatMap((activity) =>
    activity.workOrderId === null ? [] : [{ workOrderId: activity.workOrderId, activity }],
  );
  if (own.length > 0 && found.length < FULL_PAGE) return { kind: 'ok', value: own };
  const each = await perOrder(reader, orders);
  if (each.kind !== 'ok') return each;
  if (answer.kind === 'refused' && orders.length === 0) return answer;
  const others = own.filter(({ workOrderId }) => !orders.includes(workOrderId));
  return { kind: 'ok', value: [...each.value, ...others] };
}

/** A time without offset may mean one in UTC or by one of these clocks: the one that is nearest to a stay of ours there. */
const stayStart = (text: string, clocks: readonly OffsetAt[], here: readonly Stay[]): number | null =>
  nearest(
    [...instantsOf(text, 0), ...clocks.flatMap((clock) => instantsShowing(text, clock))],
    here.map(({ from }) => from),
  );

/** Without offset it is meant as the start of the stay is. */
function stayEnd(
  text: string,
  start: { readonly text: string; readonly ms: number },
  clocks: readonly OffsetAt[],
  here: readonly Stay[],
): number | null {
  const [asUtc = null] = instantsOf(text, 0);
  const isUtc = hasOffset(text) || hasOffset(start.text) || instantsOf(start.text, 0)[0] === start.ms;
  if (isUtc) return asUtc;
  const times = clocks
    .filter((clock) => instantsShowing(start.text, clock).includes(start.ms))
    .flatMap((clock) => instantsShowing(text, clock))
    .filter((ms) => ms >= start.ms);
  return (
    nearest(
      times,
      here.flatMap(({ to }) => to ?? []),
    ) ?? asUtc
  );
}

/**
 * Reads the stays of a user that ServiceChannel holds and that began in a span. It never throws.
 * @param here the same user's stays as they are known here
 * @param clocksAt the clocks by which a work order's times without offset may be meant: this computer's, the location's
 */
export async function readHeld(
  reader: Reader,
  span: { readonly from: number; readonly to: number },
  here: readonly Stay[],
  clocksAt: (workOrderId: number) => readonly OffsetAt[],
): Promise<Read<readonly Stay[]>> {
  const orders = [...new Set(here.map(({ workOrderId }) => workOrderId))];
  const read = await activitiesOf(reader, span, orders);
  if (read.kind !== 'ok') return read;
  const held = read.value.flatMap(({ workOrderId, activity }): Stay[] => {
    const { timeIn, timeOut, techsCount } = activity;
    const own = here.filter((stay) => stay.workOrderId === workOrderId);
    const clocks = clocksAt(workOrderId);
    const from = timeIn === null ? null : stayStart(timeIn, clocks, own);
    if (whoseIs(activity, reader) !== 'us' || timeIn === null || from === null) return [];
    const to = timeOut === null ? null : stayEnd(timeOut, { text: timeIn, ms: from }, clocks, own);
    return [{ workOrderId, from, to, techsCount }];
  });
  return { kind: 'ok', value: held.filter(({ from }) => from >= span.from && from < span.to) };
}
