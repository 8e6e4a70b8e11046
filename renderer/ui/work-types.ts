import { REPAIR, TRAVEL } from '../../main/visit/types.ts';
import type { WorkType } from '../../preload/contract.ts';
import { t } from './first-words.ts';

/** A work type as it is called: by its subscriber, else in the language in force. */
export function workTypeText(id: number, name: string | null = null): string {
  if (name !== null) return name;
  if (id === REPAIR) return t().repair;
  return id === TRAVEL ? t().travel : t().workTypeNumber(id);
}

/** A client's types, with Repair, which every one has. */
export const withRepair = (named: readonly WorkType[]): readonly WorkType[] =>
  named.some(({ id }) => id === REPAIR) ? named : [{ id: REPAIR, name: workTypeText(REPAIR) }, ...named];

/** The types that a check-in may have, its own among them. */
export function otherTypes(named: readonly WorkType[], own: number): readonly WorkType[] {
  const types = withRepair(named);
  if (types.some(({ id }) => id === own)) return types;
  return [...types, { id: own, name: workTypeText(own) }];
}
