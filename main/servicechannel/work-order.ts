import * as v from 'valibot';
import {
  lineField,
  listField,
  numberField,
  part,
  readable,
  rowsOf,
  textField,
  wholeNumber,
} from './fields.ts';

/** A work order as far as ServiceChannel gave it. Times are ISO 8601 texts, with offset where there was one. */
export interface WorkOrder {
  readonly id: number;
  readonly number: string | null;
  readonly store: string | null;
  readonly storeId: string | null;
  readonly street: string | null;
  /** ServiceChannel's Address1: a suite, a mall. */
  readonly addition: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly trade: string | null;
  readonly category: string | null;
  readonly priority: string | null;
  readonly description: string | null;
  /** Upper case; not a closed set. */
  readonly statusPrimary: string | null;
  readonly statusExtended: string | null;
  readonly subscriberId: number | null;
  readonly subscriberName: string | null;
  readonly callDate: string | null;
  readonly scheduledDate: string | null;
  readonly expirationDate: string | null;
  /** IANA name of the location's time zone. */
  readonly timeZone: string | null;
  /** Speaks of the GPS app: warn, do not block. Null when not told. */
  readonly isCheckInDenied: boolean | null;
  readonly checkInDeniedReason: string | null;
  readonly isInvoiced: boolean | null;
  readonly isExpired: boolean | null;
  /** The amount that may be spent, as ServiceChannel writes it. */
  readonly nte: string | null;
  readonly caller: string | null;
  readonly problemCode: string | null;
  readonly phone: string | null;
  readonly locationId: number | null;
  readonly tradeId: number | null;
  readonly categoryId: number | null;
  /** Of its assets, each once. */
  readonly assetCategories: readonly AssetCategory[];
}

/** A kind of asset, as the client sorts them: `AssetTypeGroup` in the API. */
export interface AssetCategory {
  readonly id: number;
  /** Of the first asset of it, such as `Refrigerator`. */
  readonly name: string;
}

const flag = v.fallback(v.nullish(v.boolean(), null), null);

const asset = v.object({ AssetTypeGroupId: wholeNumber, Type: lineField });

const schema = v.object({
  Id: wholeNumber,
  Number: textField,
  Status: part({ Primary: textField, Extended: textField }),
  Trade: textField,
  Category: textField,
  Priority: textField,
  Description: textField,
  CallDate: textField,
  CallDate_DTO: textField,
  ScheduledDate: textField,
  ScheduledDate_DTO: textField,
  ExpirationDate: textField,
  ExpirationDate_DTO: textField,
  Subscriber: part({ Id: numberField, Name: textField }),
  LocationId: numberField,
  TradeId: numberField,
  CategoryId: numberField,
  Asset: v.optional(v.unknown()),
  Assets: listField,
  Location: part({
    Id: numberField,
    StoreId: textField,
    Name: textField,
    Address1: textField,
    Address2: textField,
    City: textField,
    State: textField,
    Zip: textField,
    Phone: textField,
    TimeZoneIanaName: textField,
  }),
  IsCheckInDenied: flag,
  CheckInDeniedReason: textField,
  IsInvoiced: flag,
  IsExpired: flag,
  Nte: textField,
  Caller: textField,
  ProblemCode: textField,
});

/** One page of a list. */
export interface PageOfOrders {
  readonly orders: readonly WorkOrder[];
  /** Rows that came, those that cannot be read among them: the next page begins behind them. */
  readonly rows: number;
  /** How many there are in all; null when not told. */
  readonly count: number | null;
}

const counted = v.object({ '@odata.count': numberField });

/** The answer of `GET /odata/workorders`, or null when it is none. */
export function readOrderPage(json: unknown): PageOfOrders | null {
  const parsed = v.safeParse(rowsOf, json);
  if (!parsed.success) return null;
  const rows = parsed.output;
  const count = v.safeParse(counted, json);
  return {
    orders: rows.flatMap((row) => readWorkOrder(row) ?? []),
    rows: rows.length,
    count: count.success ? count.output['@odata.count'] : null,
  };
}

function assetCategoriesOf(assets: readonly unknown[]): readonly AssetCategory[] {
  const found = new Map<number, AssetCategory>();
  for (const { AssetTypeGroupId: id, Type } of readable(assets, asset))
    if (id > 0 && !found.has(id)) found.set(id, { id, name: Type ?? String(id) });
  return [...found.values()];
}

/** The answer of `GET /workorders/{id}`, or null when it is none. */
export function readWorkOrder(json: unknown): WorkOrder | null {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return null;
  const given = parsed.output;
  const { Location: location, Subscriber: subscriber, Status: status } = given;
  return {
    id: given.Id,
    number: given.Number,
    store: location.Name,
    storeId: location.StoreId,
    street: location.Address2,
    addition: location.Address1,
    city: location.City,
    state: location.State,
    zip: location.Zip,
    trade: given.Trade,
    category: given.Category,
    priority: given.Priority,
    description: given.Description,
    statusPrimary: status.Primary,
    statusExtended: status.Extended,
    subscriberId: subscriber.Id,
    subscriberName: subscriber.Name,
    callDate: given.CallDate_DTO ?? given.CallDate,
    scheduledDate: given.ScheduledDate_DTO ?? given.ScheduledDate,
    expirationDate: given.ExpirationDate_DTO ?? given.ExpirationDate,
    timeZone: location.TimeZoneIanaName,
    isCheckInDenied: given.IsCheckInDenied,
    checkInDeniedReason: given.CheckInDeniedReason,
    isInvoiced: given.IsInvoiced,
    isExpired: given.IsExpired,
    nte: given.Nte,
    caller: given.Caller,
    problemCode: given.ProblemCode,
    phone: location.Phone,
    locationId: location.Id ?? given.LocationId,
    tradeId: given.TradeId,
    categoryId: given.CategoryId,
    assetCategories: assetCategoriesOf([given.Asset, ...given.Assets]),
  };
}
