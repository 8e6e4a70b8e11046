import type { Who } from '../servicechannel/who.ts';
import { technicianOf, visitsOf } from '../visit/phase.ts';
import type { Owner, State, Visit } from '../visit/types.ts';

/**
 * The user that ServiceChannel's entries about a visit name: the one who is signed in, or a colleague, of whom the UserId
 * alone is known. The others of the crew are told apart from a colleague by theirs.
 */
export function whoWasThere(sender: Who & Owner, visit: Visit, state: State): Who {
  const userId = technicianOf(visit);
  if (userId === sender.userId) return sender;
  const crew = new Set(visitsOf(state, sender).map(technicianOf));
  const others = [...crew].filter((each) => each !== userId && each !== sender.userId);
  return byUserId(userId, [sender, ...others.map((each) => byUserId(each))]);
}

const byUserId = (userId: number, others: readonly Who[] = []): Who => ({
  userId,
  authUserId: null,
  userNames: [],
  others,
});
