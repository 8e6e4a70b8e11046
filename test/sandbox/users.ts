import type { UserCall } from './call.ts';
import { authIdOf } from './data-users.ts';
import { noPermission } from './errors.ts';
import { json, queryOf, type Reply } from './http.ts';

const LARGEST_PAGE = 50;

/** GET /odata/users: the provider's users, for its administrators alone; at most 50 a page without saying so. */
export function listUsers(call: UserCall): Reply {
  const { user } = call;
  if (!user.isAdmin) throw noPermission('You have no permission to view users');
  const query = queryOf(call.request.url);
  const skip = Number(query.get('$skip') ?? 0);
  const top = Math.min(Number(query.get('$top') ?? LARGEST_PAGE), LARGEST_PAGE);
  const own = call.state.users.filter(({ providerId }) => providerId === user.providerId);
  const value = own.slice(skip, skip + top).map((each) => ({
    Id: each.id,
    AuthUserId: authIdOf(each),
    UserName: each.userName,
    FullName: each.fullName,
    Email: each.email,
  }));
  return json(200, { value });
}
