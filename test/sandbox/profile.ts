import type { UserCall } from './call.ts';
import { json, type Reply } from './http.ts';

/** GET /users/current/profile. AuthUserId differs from UserId on purpose: UserId is the one to use. */
export function getProfile(call: UserCall): Reply {
  const { user } = call;
  const provider = call.state.providers.find((each) => each.id === user.providerId);
  return json(200, {
    UserProfile: {
      UserId: user.id,
      AuthUserId: user.id + 7_000_000,
      UserName: user.userName,
      FullName: user.fullName,
      Email: user.email,
      ProviderId: user.providerId,
      ProviderName: provider?.name ?? null,
    },
  });
}
