import * as v from 'valibot';
import { parseBody } from './body.ts';
import { record, subscriberOf, subscriberOfQuery, type UserCall, workOrderOf } from './call.ts';
import { Refusal, wrongField } from './errors.ts';
import { json, queryOf, type Reply } from './http.ts';
import type { Code, HeldCode, WorkOrder } from './records.ts';
import { idOf } from './work-orders.ts';

const PAGE = 10;
const LONGEST = 100;
const MOST = 3;

const posted = v.union([
  v.strictObject({ WorkOrderId: v.number(), ResolutionCodeIds: v.array(v.number()) }),
  v.strictObject({
    WorkOrderId: v.number(),
    ResolutionCodes: v.array(v.strictObject({ Key: v.number(), Text: v.optional(v.string(), '') })),
  }),
]);

type Lists = { codes: readonly Code[]; rootCauses: readonly Code[] };
const NONE: Lists = { codes: [], rootCauses: [] };

/** The lists for the trade of the query, by its id or its name. */
function listsOfQuery(call: UserCall): Lists {
  const query = queryOf(call.request.url);
  const subscriber = subscriberOfQuery(call);
  if (!query.get('locationId')) throw wrongField('LocationId is missing');
  const [trade, tradeId] = [query.get('trade'), query.get('tradeId')];
  if (!trade && !tradeId) throw wrongField('Trade or TradeId is required');
  if (!query.get('category') && !query.get('categoryId'))
    throw wrongField('Category or CategoryId is required');
  const name = Object.keys(subscriber.codes).find((each) =>
    tradeId ? String(idOf(each)) === tradeId : each === trade,
  );
  return (name !== undefined && subscriber.codes[name]) || NONE;
}

function pageOf(call: UserCall, codes: readonly Code[]): Reply {
  const query = queryOf(call.request.url);
  const page = Number(query.get('page') ?? 1);
  const size = Number(query.get('pageSize') ?? PAGE);
  if (!(page >= 1 && size >= 1)) throw wrongField('Page must be a number from 1 on');
  const shown = codes.slice((page - 1) * size, page * size);
  return json(
    200,
    shown.map(({ key, value, hasFreeText }, index) => ({
      Key: key,
      Value: value,
      HasFreeText: hasFreeText,
      Order: (page - 1) * size + index,
    })),
  );
}

/** GET /resolutionCodes?subscriberId=…&locationId=…&tradeId=…&categoryId=…: 10 a page. */
export const listCodes = (call: UserCall): Reply => pageOf(call, listsOfQuery(call).codes);

/** GET /resolutionCodes/rootCauses, by the same query. */
export const listRootCauses = (call: UserCall): Reply => pageOf(call, listsOfQuery(call).rootCauses);

const offered = (call: UserCall, order: WorkOrder): Lists =>
  subscriberOf(call.state, order).codes[order.trade] ?? NONE;

/** Throws where the client's list does not have the code, or it takes no such text. */
function held(list: readonly Code[], key: number, text: string, tooLong: 4105 | 4108): HeldCode {
  const code = list.find((each) => each.key === key);
  if (!code) throw new Refusal(400, 4107, `The code ${key} is not found`);
  if (text.length > LONGEST) throw new Refusal(400, tooLong, 'The max length of the text is exceeded');
  if (text && !code.hasFreeText) throw new Refusal(403, 4104, 'This code takes no text');
  return { key, text };
}

/** POST /resolutionCodes: sets the codes of a work order. */
export function postCodes(call: UserCall): Reply {
  const body = parseBody(posted, call.request);
  const order = workOrderOf({ ...call, params: { id: String(body.WorkOrderId) } });
  const given =
    'ResolutionCodes' in body
      ? body.ResolutionCodes
      : body.ResolutionCodeIds.map((Key) => ({ Key, Text: '' }));
  if (given.length > MOST)
    throw new Refusal(400, 4100, 'You can specify up to 3 resolution codes for a work order');
  if (given.length === 0) throw new Refusal(400, 4101, 'You need to specify at least one resolution code');
  const codes = given.map(({ Key, Text }) => held(offered(call, order).codes, Key, Text, 4108));
  if (new Set(codes.map(({ key, text }) => `${key} ${text}`)).size < codes.length)
    throw new Refusal(400, 4110, 'Resolution code without free text must be unique');
  order.held.codes = codes;
  record(call, 'codes', order.id, null);
  return { status: 200, headers: {}, body: '' };
}

/** POST /resolutionCodes/rootCauses/{workOrderId}?rootCauseId=&rootCauseText=. */
export function postRootCause(call: UserCall): Reply {
  const order = workOrderOf(call);
  const query = queryOf(call.request.url);
  const id = Number(query.get('rootCauseId'));
  if (!id) throw new Refusal(400, 4102, 'You need to select a root cause');
  order.held.rootCauses = [held(offered(call, order).rootCauses, id, query.get('rootCauseText') ?? '', 4105)];
  record(call, 'root-cause', order.id, null);
  return { status: 200, headers: {}, body: '' };
}

/** GET /resolutionCodes/{workOrderId}: the codes that a work order holds. */
export function codesOf(call: UserCall): Reply {
  const { held: own, trade, subscriberId } = workOrderOf(call);
  const lists = call.state.subscribers.find(({ id }) => id === subscriberId)?.codes[trade] ?? NONE;
  const info =
    (list: readonly Code[]) =>
    ({ key, text }: HeldCode) => {
      const code = list.find((each) => each.key === key);
      return { Key: key, Value: code?.value, HasFreeText: code?.hasFreeText, Text: text };
    };
  return json(200, {
    resolutionCodes: own.codes.map(info(lists.codes)),
    rootCause: own.rootCauses.map(info(lists.rootCauses))[0] ?? null,
    rootCauses: [],
  });
}
