import * as v from 'valibot';
import type { Call } from './call.ts';
import { wholeNumber } from './fields.ts';
import { readError } from './refusal.ts';

/** The id that both answers of a check-in/out pair should carry. */
export interface Recorded {
  readonly mechanicId: number;
}

const recorded = v.object({ MechanicId: v.pipe(wholeNumber, v.minValue(1)) });

/** The MechanicId of a check-in or check-out, or null. A 200 proves nothing without a MechanicId: a proxy's page has a 200 too. */
export function readRecorded(json: unknown): { value: Recorded } | null {
  const parsed = v.safeParse(recorded, json);
  return parsed.success ? { value: { mechanicId: parsed.output.MechanicId } } : null;
}

/**
 * The answers of `PUT …/status`, of codes, of a date and of a deletion are not published beside their status: nothing at
 * all will do, or any JSON that is no error.
 */
export const readDone: Call<null>['read'] = (json, { text }) => {
  if (!text?.trim()) return { value: null };
  return json !== undefined && readError(text) === null ? { value: null } : null;
};

const created = v.object({ Id: v.union([v.number(), v.pipe(v.string(), v.nonEmpty())]) });

/** A 201 or the new thing's id: a 200 alone may be a proxy's page. */
export const readCreated: Call<null>['read'] = (json, { status }) =>
  status === 201 || v.is(created, json) ? { value: null } : null;
