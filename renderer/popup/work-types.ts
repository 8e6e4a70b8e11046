import { REPAIR, TRAVEL } from '../../main/visit/types.ts';
import type { WorkType } from '../../preload/contract.ts';
import { t } from '../ui/words.ts';
import type { Found } from './look-up.ts';

/** Repair and the subscriber's own types; travel has its own button. */
export function workTypes(known: Found, chosen: number): readonly WorkType[] {
  const named = known.state === 'found' ? known.workOrder.workTypes.filter((type) => type.id !== TRAVEL) : [];
  const repair = named.some((type) => type.id === REPAIR) ? [] : [{ id: REPAIR, name: t().repair }];
  const types = [...repair, ...named];
  // Without a list to look into, the type from the settings is offered by its number.
  if (named.length || types.some((type) => type.id === chosen)) return types;
  return chosen === TRAVEL ? types : [...types, { id: chosen, name: t().workTypeNumber(chosen) }];
}
