import { FULL_PAGE } from '../outbox/traces.ts';
import type { Answer } from '../servicechannel/answers.ts';
import type { Client, ReadOptions, WorkActivity } from '../servicechannel/client.ts';
import { instantBeside, instantsOf } from '../servicechannel/times.ts';
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

/** A time without offset may mean two instants: the one that is nearer to a stay of ours there. */
function meant(text: string, offset: number, workOrderId: number, here: readonly Stay[]): number | null {
  const times = instantsOf(text, offset);
  const own = here.filter((stay) => stay.workOrderId === workOrderId);
  const distance = (ms: number) => Math.min(...own.map(({ from }) => Math.abs(from - ms)), Number.MAX_VALUE);
  return times.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/**
 * Reads the stays of a user that ServiceChannel holds and that began in a span. It never throws.
 * @param here the same user's stays as they are known here
 * @param offset minutes east of UTC
 */
export async function readHeld(
  reader: Reader,
  span: { readonly from: number; readonly to: number },
  here: readonly Stay[],
  offset: number,
): Promise<Read<readonly Stay[]>> {
  const orders = [...new Set(here.map(({ workOrderId }) => workOrderId))];
  const read = await activitiesOf(reader, span, orders);
  if (read.kind !== 'ok') return read;
  const held = read.value.flatMap(({ workOrderId, activity }): Stay[] => {
    const { timeIn, timeOut, techsCount } = activity;
    const from = timeIn === null ? null : meant(timeIn, offset, workOrderId, here);
    if (whoseIs(activity, reader) !== 'us' || timeIn === null || from === null) return [];
    const to = timeOut === null ? null : instantBeside(timeOut, timeIn, { ms: from, offset });
    return [{ workOrderId, from, to: Number.isNaN(to) ? null : to, techsCount }];
  });
  return { kind: 'ok', value: held.filter(({ from }) => from >= span.from && from < span.to) };
}
