import type { Sender } from '../servicechannel/sender.ts';
import type { WorkOrders } from '../storage/work-orders.ts';
import type { Outcome } from '../visit/commands.ts';
import { findReport } from '../visit/edit.ts';
import type { State } from '../visit/types.ts';

/** Learns from an outcome whether the work order's subscriber grants the XML check-in/out permission. */
export async function learnPermission(
  workOrders: WorkOrders,
  sender: Sender | null,
  state: State,
  outcome: Outcome,
): Promise<void> {
  const found = findReport(state.visits, outcome.reportId);
  if (!sender || !found) return;
  if (found.report.kind !== 'check-in' && found.report.kind !== 'check-out') return;
  const { workOrderId } = found.visit;
  if (outcome.type === 'recorded' && outcome.by === 'answer')
    await workOrders.rememberPermission(sender, workOrderId, false);
  if (outcome.type === 'refused' && outcome.problem.reason === 'xml-permission')
    await workOrders.rememberPermission(sender, workOrderId, true);
}
