import { REPAIR, TRAVEL } from '../../main/visit/types.ts';
import type { WorkType } from '../../preload/contract.ts';
import { t } from './words.ts';

/** A client's types, with Repair, which every one has. */
export const withRepair = (named: readonly WorkType[]): readonly WorkType[] =>
  named.some(({ id }) => id === REPAIR) ? named : [{ id: REPAIR, name: t().repair }, ...named];

/** The types that a check-in may have, its own among them. */
export function otherTypes(named: readonly WorkType[], own: number): readonly WorkType[] {
  const types = withRepair(named);
  if (types.some(({ id }) => id === own)) return types;
  return [...types, { id: own, name: own === TRAVEL ? t().travel : t().workTypeNumber(own) }];
}
