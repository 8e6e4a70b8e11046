import * as v from 'valibot';
import { lineField, numberField, wholeNumber } from './fields.ts';

/** The signed-in user; `userId` is the one that check-ins carry. */
export interface Profile {
  readonly userId: number;
  /** The same person's id in the login system. */
  readonly authUserId: number | null;
  readonly userName: string | null;
  readonly fullName: string | null;
  readonly email: string | null;
  readonly providerId: number | null;
  readonly providerName: string | null;
}

const profile = v.object({
  UserProfile: v.object({
    UserId: wholeNumber,
    AuthUserId: numberField,
    UserName: lineField,
    FullName: lineField,
    Email: lineField,
    ProviderId: numberField,
    ProviderName: lineField,
  }),
});

/** The answer of `GET /users/current/profile`, or null when it is none. */
export function readProfile(json: unknown): Profile | null {
  const parsed = v.safeParse(profile, json);
  if (!parsed.success) return null;
  const user = parsed.output.UserProfile;
  return {
    userId: user.UserId,
    authUserId: user.AuthUserId,
    userName: user.UserName,
    fullName: user.FullName,
    email: user.Email,
    providerId: user.ProviderId,
    providerName: user.ProviderName,
  };
}
