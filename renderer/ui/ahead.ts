import type { Stamp } from '../../main/visit/types.ts';
import type { VisitView } from '../../preload/contract.ts';
import { now } from './clock.ts';

/** From when the visit counts, while that is still to come; else null. */
export function aheadOf({ countsFrom }: VisitView): Stamp | null {
  return countsFrom && countsFrom.at.ms > now.value ? countsFrom.at : null;
}
