import { REPAIR, TRAVEL } from '../../main/visit/types.ts';
import type { WorkType } from '../../preload/contract.ts';
import { t } from '../ui/words.ts';
import type { LookedUp } from './look-up.ts';

const withRepair = (named: readonly WorkType[]): readonly WorkType[] =>
  named.some(({ id }) => id === REPAIR) ? named : [{ id: REPAIR, name: t().repair }, ...named];

/** Repair and the subscriber's own types; travel has its own button. */
export function workTypes(known: LookedUp, chosen: number): readonly WorkType[] {
  const named = known.state === 'found' ? known.workOrder.workTypes.filter((type) => type.id !== TRAVEL) : [];
  const types = withRepair(named);
  // Without a list to look into, the type from the settings is offered by its number.
  if (named.length || types.some((type) => type.id === chosen)) return types;
  return chosen === TRAVEL ? types : [...types, { id: chosen, name: t().workTypeNumber(chosen) }];
}

/** The types that a refused check-in may have instead, its own among them. */
export function otherTypes(named: readonly WorkType[], own: number): readonly WorkType[] {
  const types = withRepair(named);
  if (types.some(({ id }) => id === own)) return types;
  return [...types, { id: own, name: own === TRAVEL ? t().travel : t().workTypeNumber(own) }];
}
