import * as v from 'valibot';
import { flagField, numberField, readable, textField } from './fields.ts';

/** A primary status that a work order may be given, with the extended ones that belong to it. */
export interface StatusOption {
  readonly id: number | null;
  /** As ServiceChannel spells it in its list, such as "In Progress". */
  readonly name: string;
  /** This status alone asks for a resolution text. */
  readonly needsResolution: boolean;
  readonly extended: readonly ExtendedOption[];
}

export interface ExtendedOption {
  readonly name: string;
  readonly needsResolution: boolean;
}

const name = v.pipe(v.string(), v.trim(), v.nonEmpty());
const anyList = v.fallback(v.nullish(v.array(v.unknown()), []), []);

const status = v.object({
  Id: numberField,
  Name: name,
  Extended: anyList,
  ExtendedStatuses: anyList,
  Constraints: anyList,
});
const extendedStatus = v.object({ Name: name });
const constraint = v.object({ Extended: textField, IsResolutionTextRequired: flagField });

/** The answer of `GET /workorders/{id}/statuses`, or null when it is none. */
export function readStatuses(json: unknown): StatusOption[] | null {
  if (!Array.isArray(json)) return null;
  return readable(json, status).map((each) => {
    const names = [
      ...readable(each.Extended, name),
      ...readable(each.ExtendedStatuses, extendedStatus).map((extended) => extended.Name),
    ];
    const needing = readable(each.Constraints, constraint)
      .filter((one) => one.IsResolutionTextRequired)
      .map((one) => one.Extended);
    return {
      id: each.Id,
      name: each.Name,
      needsResolution: needing.includes(null),
      extended: [...new Set(names)].map((one) => ({ name: one, needsResolution: needing.includes(one) })),
    };
  });
}
