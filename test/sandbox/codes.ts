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

const sent = v.strictObject({
  Key: v.number(),
  Text: v.optional(v.string(), ''),
  AssetCategoryId: v.optional(v.number()),
});
const posted = v.union([
  v.strictObject({ WorkOrderId: v.number(), ResolutionCodeIds: v.array(v.number()) }),
  v.strictObject({
    WorkOrderId: v.number(),
    ResolutionCodes: v.array(sent),
  }),
]);

const postedCauses = v.strictObject({ WorkOrderId: v.number(), RootCauses: v.array(sent) });

type Sent = v.InferOutput<typeof sent>;
type Lists = { codes: readonly Code[]; rootCauses: readonly Code[] };
const NONE: Lists = { codes: [], rootCauses: [] };

/** The lists for the trade and the category of the query, each by its id or its name. */
function listsOfQuery(call: UserCall): Lists {
  const query = queryOf(call.request.url);
  const subscriber = subscriberOfQuery(call);
  if (!query.get('locationId')) throw wrongField('LocationId is missing');
  const named = (one: string) => {
    const [name, id] = [query.get(one), query.get(`${one}Id`)];
    if (!name && !id) throw wrongField(`${one} or ${one}Id is required`);
    return (each: string) => (id ? String(idOf(each)) === id : each === name);
  };
  const [isTrade, isCategory] = [named('trade'), named('category')];
  return subscriber.codes.find((each) => isTrade(each.trade) && isCategory(each.category)) ?? NONE;
}

const noAssetCategories = () => new Refusal(403, 4114, "You don't have access to asset categories");

function pageOf(call: UserCall, codes: readonly Code[]): Reply {
  const query = queryOf(call.request.url);
  const page = Number(query.get('page') ?? 1);
  const size = Number(query.get('pageSize') ?? PAGE);
  if (!(page >= 1 && size >= 1)) throw wrongField('Page must be a number from 1 on');
  const wanted = query.getAll('assetCategoryIds').map(Number);
  if (wanted.length > 0 && !call.user.hasAssetCategories) throw noAssetCategories();
  if (wanted.length > 5) throw new Refusal(400, 4113, 'You can specify up to 5 asset categories');
  const isWanted = ({ assetCategoryId: id }: Code) =>
    id === undefined || wanted.length === 0 || wanted.includes(id);
  const shown = codes.filter(isWanted).slice((page - 1) * size, page * size);
  return json(
    200,
    shown.map(({ key, value, hasFreeText, assetCategoryId }, index) => ({
      Key: key,
      Value: value,
      HasFreeText: hasFreeText,
      Order: (page - 1) * size + index,
      ...(wanted.length > 1 && { AssetCategoryIds: assetCategoryId ? [assetCategoryId] : wanted }),
    })),
  );
}

/** GET /resolutionCodes?subscriberId=…&locationId=…&tradeId=…&categoryId=…: 10 a page. */
export const listCodes = (call: UserCall): Reply => pageOf(call, listsOfQuery(call).codes);

/** GET /resolutionCodes/rootCauses, by the same query. */
export const listRootCauses = (call: UserCall): Reply => pageOf(call, listsOfQuery(call).rootCauses);

const offered = (call: UserCall, order: WorkOrder): Lists =>
  subscriberOf(call.state, order).codes.find(
    ({ trade, category }) => trade === order.trade && category === order.category,
  ) ?? NONE;

/**
 * With access to asset categories each code is for one, and each category of the order has some.
 * @param code of the refusal
 */
function checkCategories(
  call: UserCall,
  order: WorkOrder,
  given: readonly Sent[],
  { most, code }: { most: number; code: 4118 | 4122 },
): void {
  const of = (id: number) => given.filter(({ AssetCategoryId }) => AssetCategoryId === id).length;
  if (!call.user.hasAssetCategories) {
    if (given.some(({ AssetCategoryId }) => AssetCategoryId !== undefined)) throw noAssetCategories();
    return;
  }
  const complete = order.assets.every(({ groupId }) => of(groupId) >= 1 && of(groupId) <= most);
  if (!complete) throw new Refusal(400, code, `You need to specify up to ${most} per asset category`);
}

/** Throws where the client's list does not have the code, or it takes no such text. */
function held(list: readonly Code[], sentCode: Sent, tooLong: 4105 | 4108): HeldCode {
  const { Key: key, Text: text, AssetCategoryId: assetCategoryId } = sentCode;
  const code = list.find((each) => each.key === key);
  if (!code) throw new Refusal(400, 4107, `The code ${key} is not found`);
  if (text.length > LONGEST) throw new Refusal(400, tooLong, 'The max length of the text is exceeded');
  if (text && !code.hasFreeText) throw new Refusal(403, 4104, 'This code takes no text');
  return { key, text, ...(assetCategoryId !== undefined && { assetCategoryId }) };
}

/** POST /resolutionCodes: sets the codes of a work order. */
export function postCodes(call: UserCall): Reply {
  const body = parseBody(posted, call.request);
  const order = workOrderOf({ ...call, params: { id: String(body.WorkOrderId) } });
  const given =
    'ResolutionCodes' in body
      ? body.ResolutionCodes
      : body.ResolutionCodeIds.map((Key) => ({ Key, Text: '' }));
  if (given.length > MOST && !call.user.hasAssetCategories)
    throw new Refusal(400, 4100, 'You can specify up to 3 resolution codes for a work order');
  if (given.length === 0) throw new Refusal(400, 4101, 'You need to specify at least one resolution code');
  checkCategories(call, order, given, { most: MOST, code: 4122 });
  const codes = given.map((code) => held(offered(call, order).codes, code, 4108));
  if (new Set(codes.map((code) => JSON.stringify(code))).size < codes.length)
    throw new Refusal(400, 4110, 'Resolution code without free text must be unique');
  order.held.codes = codes;
  record(call, 'codes', order.id, null);
  return { status: 200, headers: {}, body: '' };
}

/** POST /resolutionCodes/rootCauses/{workOrderId}?rootCauseId=&rootCauseText=. */
export function postRootCause(call: UserCall): Reply {
  const order = workOrderOf(call);
  if (call.user.hasAssetCategories)
    throw new Refusal(403, 4121, 'You must use a method to set multiple root causes');
  const query = queryOf(call.request.url);
  const id = Number(query.get('rootCauseId'));
  if (!id) throw new Refusal(400, 4102, 'You need to select a root cause');
  const sentCause = { Key: id, Text: query.get('rootCauseText') ?? '' };
  order.held.rootCauses = [held(offered(call, order).rootCauses, sentCause, 4105)];
  record(call, 'root-cause', order.id, null);
  return { status: 200, headers: {}, body: '' };
}

/** POST /resolutionCodes/rootCauses: one for each asset category of the work order. */
export function postRootCauses(call: UserCall): Reply {
  const body = parseBody(postedCauses, call.request);
  const order = workOrderOf({ ...call, params: { id: String(body.WorkOrderId) } });
  if (body.RootCauses.length === 0) throw new Refusal(400, 4102, 'You need to select a root cause');
  if (!call.user.hasAssetCategories) throw noAssetCategories();
  checkCategories(call, order, body.RootCauses, { most: 1, code: 4118 });
  order.held.rootCauses = body.RootCauses.map((cause) => held(offered(call, order).rootCauses, cause, 4105));
  record(call, 'root-cause', order.id, null);
  return { status: 200, headers: {}, body: '' };
}

/** GET /resolutionCodes/{workOrderId}: the codes that a work order holds. */
export function codesOf(call: UserCall): Reply {
  const order = workOrderOf(call);
  const lists = offered(call, order);
  const info =
    (list: readonly Code[]) =>
    ({ key, text, assetCategoryId }: HeldCode) => {
      const code = list.find((each) => each.key === key);
      return {
        Key: key,
        Value: code?.value,
        HasFreeText: code?.hasFreeText,
        Text: text,
        AssetCategoryId: assetCategoryId,
      };
    };
  const rootCauses = order.held.rootCauses.map(info(lists.rootCauses));
  return json(200, {
    resolutionCodes: order.held.codes.map(info(lists.codes)),
    rootCause: call.user.hasAssetCategories ? null : (rootCauses[0] ?? null),
    rootCauses: call.user.hasAssetCategories ? rootCauses : [],
  });
}
