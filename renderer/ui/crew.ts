import type { ColleagueView } from '../../preload/contract.ts';
import { t } from './first-words.ts';
import type { LeavingDraft } from './leaving-draft.ts';
import { snapshot } from './snapshot.ts';

/** The name of a colleague; their UserId where the list has it no more. */
export const nameOf = ({ name, userId }: Pick<ColleagueView, 'name' | 'userId'>): string =>
  name ?? t().unnamedColleague(userId);

/** The name to a UserId. */
export const nameById = (userId: number): string =>
  nameOf(snapshot.value?.crew.find((each) => each.userId === userId) ?? { userId, name: null });

/** The colleagues whose visit is on this order, on site or paused. */
export const colleaguesAt = (workOrderId: number): readonly ColleagueView[] =>
  (snapshot.value?.crew ?? []).filter(({ visit }) => visit?.workOrderId === workOrderId);

/** UserIds of the colleagues who do the next act on the order along. */
export const alongOn = (workOrderId: number, { apart }: Pick<LeavingDraft, 'apart'>): number[] =>
  colleaguesAt(workOrderId)
    .map(({ userId }) => userId)
    .filter((userId) => !apart.includes(userId));
