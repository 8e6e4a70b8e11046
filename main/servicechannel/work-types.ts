import * as v from 'valibot';
import { name, readable, rowsOf, wholeNumber } from './fields.ts';

/** A kind of work that a subscriber has check-ins for. */
export interface WorkTypeOption {
  readonly id: number;
  readonly name: string;
}

const workType = v.pipe(
  v.object({ Id: wholeNumber, Name: name }),
  v.transform(({ Id, Name }): WorkTypeOption => ({ id: Id, name: Name })),
);

/** The answer of `GET /worktypes`, or null when it is none. */
export function readWorkTypes(json: unknown): WorkTypeOption[] | null {
  const parsed = v.safeParse(rowsOf, json);
  return parsed.success ? readable(parsed.output, workType) : null;
}
