import * as v from 'valibot';
import { flagField, numberField, readable, textField, wholeNumber } from './fields.ts';

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

export interface WorkTypeOption {
  readonly id: number;
  readonly name: string;
}

/** Who is signed in; `userId` is the one that check-ins carry. */
export interface Profile {
  readonly userId: number;
  readonly userName: string | null;
  readonly fullName: string | null;
  readonly email: string | null;
  readonly providerId: number | null;
  readonly providerName: string | null;
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

const workType = v.pipe(
  v.object({ Id: wholeNumber, Name: name }),
  v.transform(({ Id, Name }): WorkTypeOption => ({ id: Id, name: Name })),
);

/** The answer of `GET /worktypes`, or null when it is none. */
export function readWorkTypes(json: unknown): WorkTypeOption[] | null {
  return Array.isArray(json) ? readable(json, workType) : null;
}

const profile = v.object({
  UserProfile: v.object({
    UserId: wholeNumber,
    UserName: textField,
    FullName: textField,
    Email: textField,
    ProviderId: numberField,
    ProviderName: textField,
  }),
});

/** The answer of `GET /users/current/profile`, or null when it is none. */
export function readProfile(json: unknown): Profile | null {
  const parsed = v.safeParse(profile, json);
  if (!parsed.success) return null;
  const user = parsed.output.UserProfile;
  return {
    userId: user.UserId,
    userName: user.UserName,
    fullName: user.FullName,
    email: user.Email,
    providerId: user.ProviderId,
    providerName: user.ProviderName,
  };
}
