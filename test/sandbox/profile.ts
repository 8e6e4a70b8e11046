import type { UserCall } from './call.ts';
import { authIdOf } from './data-users.ts';
import { json, type Reply } from './http.ts';

/** GET /users/current/profile. UserId is the one to use. */
export function getProfile(call: UserCall): Reply {
  const { user } = call;
  const provider = call.state.providers.find((each) => each.id === user.providerId);
  return json(200, {
    UserProfile: {
      UserId: user.id,
      AuthUserId: authIdOf(user),
      UserName: user.userName,
      FullName: user.fullName,
      Email: user.email,
      ProviderId: user.providerId,
      ProviderName: provider?.name ?? null,
    },
  });
}
