import { subscriberOf, type UserCall } from './call.ts';
import { wrongField } from './errors.ts';
import { json, queryOf, type Reply } from './http.ts';
import { compareValues, meets, parseFilter } from './odata-filter.ts';
import type { WorkOrder } from './records.ts';
import type { SandboxState } from './state.ts';
import { DAY } from './times.ts';
import { related, workOrderFields } from './work-orders.ts';

const LARGEST_PAGE = 50;
const DEFAULT_WINDOW = 90 * DAY;
const OPTIONS = ['$filter', '$expand', '$orderby', '$top', '$skip', '$count'];

type Getter = (order: WorkOrder, state: SandboxState) => string | number | boolean | null;

/** The properties that $filter and $orderby know. Dates are milliseconds since 1970. */
const PROPERTIES: Readonly<Record<string, Getter>> = {
  Id: (order) => order.id,
  Number: (order) => order.number,
  PurchaseNumber: (order) => order.purchaseNumber,
  'Status/Primary': (order) => order.status.primary,
  'Status/Extended': (order) => order.status.extended ?? '',
  Trade: (order) => order.trade,
  Category: (order) => order.category,
  Priority: (order) => order.priority,
  Description: (order) => order.description,
  CreatedDate: (order) => order.createdAt,
  CallDate: (order) => order.callDate,
  ScheduledDate: (order) => order.scheduledDate,
  ExpirationDate: (order) => order.expirationDate,
  IsInvoiced: (order) => order.isInvoiced,
  'Subscriber/Id': (order) => order.subscriberId,
  'Subscriber/Name': (order, state) => subscriberOf(state, order).name,
  'Location/Name': (order) => order.location.Name ?? null,
  'Location/StoreId': (order) => order.location.StoreId ?? null,
  'Location/City': (order) => order.location.City ?? null,
};

/** GET /odata/workorders: at most 50 a page without saying so, the last 90 days unless CreatedDate is filtered. */
export function listWorkOrders(call: UserCall): Reply {
  const query = queryOf(call.request.url);
  for (const name of query.keys()) {
    if (!OPTIONS.includes(name)) throw wrongField(`Query option ${name} is not supported`);
  }
  const found = filtered(call, query.get('$filter') ?? '');
  const sorted = found.toSorted(ordering(call.state, query.get('$orderby') ?? 'Id'));
  const skip = wholeNumber(query, '$skip', 0);
  const top = Math.min(wholeNumber(query, '$top', LARGEST_PAGE), LARGEST_PAGE);
  const expanded = (query.get('$expand') ?? '').split(',').filter((name) => name !== '');
  const value = sorted.slice(skip, skip + top).map((order) => entity(call, order, expanded));
  return json(200, query.get('$count') === 'true' ? { '@odata.count': sorted.length, value } : { value });
}

function filtered(call: UserCall, filter: string): WorkOrder[] {
  const conditions = parseFilter(filter);
  const isDated = conditions.some(({ path }) => path === 'CreatedDate');
  return call.state.workOrders.filter(
    (order) =>
      order.providerId === call.user.providerId &&
      (isDated || order.createdAt >= call.now - DEFAULT_WINDOW) &&
      conditions.every((condition) => meets(property(condition.path)(order, call.state), condition)),
  );
}

function property(path: string): Getter {
  const getter = PROPERTIES[path];
  if (!getter) throw wrongField(`Could not find a property named '${path}'`);
  return getter;
}

function ordering(state: SandboxState, text: string): (one: WorkOrder, other: WorkOrder) => number {
  const keys = text.split(',').map((part) => {
    const [path = '', direction = 'asc', ...more] = part.trim().split(/ +/);
    if (!/^(asc|desc)$/.test(direction) || more.length > 0)
      throw wrongField(`$orderby is not understood: ${part}`);
    return { getter: property(path), sign: direction === 'asc' ? 1 : -1 };
  });
  return (one, other) => {
    for (const { getter, sign } of keys) {
      const order = compareValues(getter(one, state), getter(other, state)) * sign;
      if (order !== 0) return order;
    }
    return 0;
  };
}

function wholeNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text !== null && !/^\d+$/.test(text)) throw wrongField(`${name} must be a whole number`);
  return text === null ? otherwise : Number(text);
}

function entity(call: UserCall, order: WorkOrder, expanded: string[]): object {
  const all: Record<string, unknown> = related(call.state, order);
  const shown = expanded.map((name) => name.trim());
  const unknown = shown.find((name) => !(name in all));
  if (unknown) throw wrongField(`Could not find a property named '${unknown}'`);
  return { ...workOrderFields(call, order), ...Object.fromEntries(shown.map((name) => [name, all[name]])) };
}
