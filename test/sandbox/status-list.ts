import { Refusal, wrongField } from './errors.ts';
import type { Status, WorkOrder } from './records.ts';

/**
 * The status that a primary and an extended name stand for at this work order, in the spelling of its status list.
 * Names are compared without case; an empty extended name is none.
 * Throws 503 for an unknown primary or a missing resolution, 904 for an extended one that does not belong to it, or is
 * missing.
 */
export function chooseStatus(
  order: WorkOrder,
  primary: string,
  extended: string | null,
  hasResolution: boolean,
): Status {
  const choice = order.statusList.find((each) => sameName(each.primary, primary));
  if (!choice) throw wrongField(`Status ${primary} is not available for this work order`);
  if (choice.needsCodes && order.held.codes.length === 0)
    throw wrongField('Resolution codes are required for this status');
  if (!extended?.trim()) {
    if (choice.needsExtended)
      throw new Refusal(400, 904, `An extended status is required with ${choice.primary}`);
    return { primary: choice.primary, extended: null };
  }
  const match = choice.extended.find((each) => sameName(each.name, extended));
  if (!match) {
    throw new Refusal(
      400,
      904,
      `Extended status ${extended} does not belong to primary status ${choice.primary}`,
    );
  }
  if (match.needsResolution && !hasResolution) {
    throw wrongField(`Resolution is required for extended status ${match.name}`);
  }
  return { primary: choice.primary, extended: match.name };
}

function sameName(one: string, other: string): boolean {
  return one.trim().toUpperCase() === other.trim().toUpperCase();
}
