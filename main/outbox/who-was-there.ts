import type { Who } from '../servicechannel/who.ts';
import { technicianOf } from '../visit/phase.ts';
import type { Visit } from '../visit/types.ts';

/**
 * The user that ServiceChannel's entries about a visit name: the one who is signed in, or a colleague, of whom the UserId
 * alone is known. The others of the crew are told apart from a colleague by theirs.
 *
 * @param visits of the one who is signed in
 */
export function whoWasThere(sender: Who, visit: Visit, visits: readonly Visit[]): Who {
  const userId = technicianOf(visit);
  if (userId === sender.userId) return sender;
  const crew = new Set(visits.map(technicianOf));
  const others = [...crew].filter((each) => each !== userId && each !== sender.userId);
  return byUserId(userId, [sender, ...others.map((each) => byUserId(each))]);
}

const byUserId = (userId: number, others: readonly Who[] = []): Who => ({
  userId,
  authUserId: null,
  userNames: [],
  others,
});
