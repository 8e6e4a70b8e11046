import type { StatusesView, StatusView } from '../../preload/contract.ts';
import { NO_NEEDS, optionOf, type StatusOption } from '../servicechannel/statuses.ts';
import { statusOf } from '../visit/leaving.ts';
import type { StatusChange } from '../visit/types.ts';

/** One of the check-out statuses at a work order: what goes with it, and what the client asks for beside it. */
function statusView(
  options: readonly StatusOption[],
  primaryStatus: StatusChange['primaryStatus'],
): StatusView {
  const status = statusOf({ primaryStatus, extendedStatus: null });
  const option = status ? optionOf(options, status.primary) : undefined;
  const own = option?.extended.find(({ name }) => name.toUpperCase() === status?.extended);
  return { extended: option?.extended ?? [], needs: own?.needs ?? option?.needs ?? NO_NEEDS };
}

/** The check-out statuses by the order's own list; without one they take no extended status and need nothing. */
export const statusesView = (options: readonly StatusOption[]): StatusesView => ({
  Completed: statusView(options, 'Completed'),
  Incomplete: statusView(options, 'Incomplete'),
  PartsOnOrder: statusView(options, 'PartsOnOrder'),
  WaitingForQuote: statusView(options, 'WaitingForQuote'),
  InProgress: statusView(options, 'InProgress'),
});
