import { TRAVEL } from '../../main/visit/types.ts';
import type { WorkType } from '../../preload/contract.ts';
import { withRepair, workTypeText } from '../ui/work-types.ts';
import type { LookedUp } from './look-up.ts';

/** Repair and the subscriber's own types; travel has its own button. */
export function workTypes(known: LookedUp, chosen: number): readonly WorkType[] {
  const named = known.state === 'found' ? known.workOrder.workTypes.filter((type) => type.id !== TRAVEL) : [];
  const types = withRepair(named);
  // Without a list to look into, the type from the settings is offered by its number.
  if (named.length || types.some((type) => type.id === chosen)) return types;
  return chosen === TRAVEL ? types : [...types, { id: chosen, name: workTypeText(chosen) }];
}
