import * as v from 'valibot';
import { lineField, numberField, readable, rowsOf } from './fields.ts';

/** A user of the caller's company. */
export interface CompanyUser {
  readonly userId: number;
  readonly name: string;
}

/** One page of them. */
export interface UserPage {
  readonly users: readonly CompanyUser[];
  /** As many as ServiceChannel gave, those that cannot be read among them. */
  readonly rows: number;
}

/** A name of the list of colleagues is no longer (characters). */
const LONGEST_NAME = 100;

const user = v.object({ Id: numberField, UserId: numberField, FullName: lineField, UserName: lineField });

/** The answer of `GET /odata/users`, or null when it is none. One without an id or a name is left out. */
export function readUserPage(json: unknown): UserPage | null {
  const parsed = v.safeParse(rowsOf, json);
  if (!parsed.success) return null;
  const rows = parsed.output;
  const users = readable(rows, user).flatMap(({ Id, UserId, FullName, UserName }) => {
    const userId = UserId ?? Id;
    const name = (FullName ?? UserName ?? '').slice(0, LONGEST_NAME);
    return userId === null || name === '' ? [] : [{ userId, name }];
  });
  return { users, rows: rows.length };
}
