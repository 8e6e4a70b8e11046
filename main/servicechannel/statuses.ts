import * as v from 'valibot';
import { flagField, lineField, listField, name, readable, rowsOf } from './fields.ts';

/** The texts and codes that a client requires with a status, by the order's own list. */
export interface StatusNeeds {
  /** A resolution text. */
  readonly resolution: boolean;
  /** Resolution codes. */
  readonly codes: boolean;
  readonly scheduledDate: boolean;
}

export interface ExtendedOption {
  readonly name: string;
  readonly needs: StatusNeeds;
}

/** A primary status that a work order may be given, with the extended ones that belong to it. */
export interface StatusOption {
  /** As ServiceChannel spells it in its list, such as "In Progress". */
  readonly name: string;
  /** Without an extended status. */
  readonly needs: StatusNeeds;
  readonly extended: readonly ExtendedOption[];
}

export const NO_NEEDS: StatusNeeds = { resolution: false, codes: false, scheduledDate: false };

const status = v.object({
  Name: name,
  Extended: listField,
  ExtendedStatuses: listField,
  Constraints: listField,
});
const extendedStatus = v.object({ Name: name });
const constraint = v.object({
  Extended: lineField,
  IsResolutionTextRequired: flagField,
  IsResolutionCodesRequired: flagField,
  IsScheduledDateRequired: flagField,
});

const sameName = (one: string | null, other: string | null) =>
  (one ?? '').toUpperCase() === (other ?? '').toUpperCase();

function needsOf(constraints: readonly v.InferOutput<typeof constraint>[], extended: string | null) {
  const about = constraints.filter((each) => sameName(each.Extended, extended));
  return {
    resolution: about.some((each) => each.IsResolutionTextRequired),
    codes: about.some((each) => each.IsResolutionCodesRequired),
    scheduledDate: about.some((each) => each.IsScheduledDateRequired),
  };
}

/** The answer of `GET /workorders/{id}/statuses`, or null when it is none. */
export function readStatuses(json: unknown): StatusOption[] | null {
  const parsed = v.safeParse(rowsOf, json);
  if (!parsed.success) return null;
  return readable(parsed.output, status).map((each) => {
    const names = [
      ...readable(each.Extended, name),
      ...readable(each.ExtendedStatuses, extendedStatus).map((extended) => extended.Name),
    ];
    const constraints = readable(each.Constraints, constraint);
    return {
      name: each.Name,
      needs: needsOf(constraints, null),
      extended: [...new Set(names)].map((one) => ({ name: one, needs: needsOf(constraints, one) })),
    };
  });
}

/** The order's own option of a primary status, however it is spelled: "COMPLETED", "In Progress", "InProgress". */
export function optionOf(options: readonly StatusOption[], primary: string): StatusOption | undefined {
  const letters = (text: string) => text.toUpperCase().replace(/[^A-Z]/g, '');
  return options.find((each) => letters(each.name) === letters(primary));
}
