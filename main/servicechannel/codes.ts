import * as v from 'valibot';
import { flagField, lineField, listField, numberField, readable, textField, wholeNumber } from './fields.ts';

/** The client's lists of codes at completion (API.md, Codes at completion). */

/** A resolution code or root cause that may be chosen. */
export interface CodeOption {
  readonly id: number;
  readonly name: string;
  /** It takes a text of its own. */
  readonly hasText: boolean;
  /** The asset categories that it is for; empty: all of those that were asked for. */
  readonly assetCategoryIds: readonly number[];
}

/** A code as it is sent, or as the work order holds it. */
export interface ChosenCode {
  readonly id: number;
  readonly text: string | null;
  /** For users with access to asset categories: each code is for one of them. */
  readonly assetCategoryId?: number | undefined;
}

/** The codes that a work order holds. */
export interface HeldCodes {
  readonly codes: readonly ChosenCode[];
  readonly rootCauses: readonly ChosenCode[];
}

/** The lists are made for a client, a place, a trade and a category: by id where it is known, else by name. */
export interface CodesOf {
  readonly subscriberId: number;
  readonly locationId: number | null;
  readonly trade: { readonly id: number | null; readonly name: string | null };
  readonly category: { readonly id: number | null; readonly name: string | null };
  /** Of the order's assets; empty: codes of any, for users without access to asset categories. */
  readonly assetCategoryIds: readonly number[];
}

const option = v.object({
  Key: wholeNumber,
  Value: lineField,
  HasFreeText: flagField,
  Order: numberField,
  AssetCategoryIds: listField,
});

/** A page of either list, or null when it is none. */
export function readCodes(json: unknown): CodeOption[] | null {
  if (!Array.isArray(json)) return null;
  return readable(json, option)
    .toSorted((one, other) => (one.Order ?? 0) - (other.Order ?? 0))
    .map(({ Key, Value, HasFreeText, AssetCategoryIds }) => ({
      id: Key,
      name: Value ?? String(Key),
      hasText: HasFreeText,
      assetCategoryIds: readable(AssetCategoryIds, wholeNumber),
    }));
}

const chosen = v.object({ Key: wholeNumber, Text: textField, AssetCategoryId: numberField });
const held = v.object({
  resolutioncodes: listField,
  rootcause: v.optional(v.unknown()),
  rootcauses: listField,
});

const namesAside = (json: object): object =>
  Object.fromEntries(Object.entries(json).map(([name, value]) => [name.toLowerCase(), value]));

/**
 * The codes of one work order, its fields with large or small letters; null when the answer is none. One without any
 * list says nothing of what is held.
 */
export function readHeldCodes(json: unknown): HeldCodes | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const named = namesAside(json);
  if (!Object.keys(held.entries).some((name) => name in named)) return null;
  const parsed = v.safeParse(held, named);
  if (!parsed.success) return null;
  const { resolutioncodes: resolutionCodes, rootcause: rootCause, rootcauses: rootCauses } = parsed.output;
  const codesIn = (list: readonly unknown[]) =>
    readable(list, chosen).map(({ Key, Text, AssetCategoryId }) => ({
      id: Key,
      text: Text,
      ...(AssetCategoryId === null ? {} : { assetCategoryId: AssetCategoryId }),
    }));
  return { codes: codesIn(resolutionCodes), rootCauses: codesIn([rootCause, ...rootCauses]) };
}

/** The query of a page of either list. @param page from 1 on */
export function codesQuery(of: CodesOf, page: number): string {
  const { subscriberId, locationId, trade, category, assetCategoryIds } = of;
  const query = new URLSearchParams({ subscriberId: String(subscriberId) });
  if (locationId !== null) query.set('locationId', String(locationId));
  if (trade.id !== null) query.set('tradeId', String(trade.id));
  else if (trade.name !== null) query.set('trade', trade.name);
  if (category.id !== null) query.set('categoryId', String(category.id));
  else if (category.name !== null) query.set('category', category.name);
  for (const id of assetCategoryIds) query.append('assetCategoryIds', String(id));
  query.set('page', String(page));
  // A space as `%20`: `+` is a sign of its own to some servers.
  return query.toString().replaceAll('+', '%20');
}

/** A code as it is sent: with a text or an asset category only where there is one. */
const sent = ({ id, text, assetCategoryId }: ChosenCode) => ({
  Key: id,
  ...(text === null ? {} : { Text: text }),
  ...(assetCategoryId === undefined ? {} : { AssetCategoryId: assetCategoryId }),
});

/** JSON of the codes of a work order. */
export function codesJson(workOrderId: number, codes: readonly ChosenCode[]): string {
  const plain = codes.every(({ text, assetCategoryId }) => text === null && assetCategoryId === undefined);
  return JSON.stringify(
    plain
      ? { WorkOrderId: workOrderId, ResolutionCodeIds: codes.map(({ id }) => id) }
      : { WorkOrderId: workOrderId, ResolutionCodes: codes.map(sent) },
  );
}

/** One root cause is all in its path. With asset categories there is one for each, in a body (4121 refuses the other way). */
export function rootCauseRequest(
  workOrderId: number,
  causes: readonly ChosenCode[],
): { readonly path: string; readonly body?: string } {
  const [only] = causes;
  if (!only || causes.some(({ assetCategoryId }) => assetCategoryId !== undefined)) {
    const body = JSON.stringify({ WorkOrderId: workOrderId, RootCauses: causes.map(sent) });
    return { path: '/resolutionCodes/rootCauses', body };
  }
  const said = only.text === null ? '' : `&rootCauseText=${encodeURIComponent(only.text)}`;
  return { path: `/resolutionCodes/rootCauses/${workOrderId}?rootCauseId=${only.id}${said}` };
}
