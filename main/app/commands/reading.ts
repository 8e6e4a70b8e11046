import type { CodesView, DeliveryRow, DoctorView } from '../../../preload/contract.ts';
import { type Blockers, waiting } from '../../outbox/next.ts';
import type { WorkOrder } from '../../servicechannel/client.ts';
import type { Sender } from '../../servicechannel/sender.ts';
import type { CodeLists } from '../../storage/code-lists.ts';
import type { Try } from '../../storage/visits-store.ts';
import type { WorkOrders } from '../../storage/work-orders.ts';
import { deliveryRow } from '../../views/delivery.ts';
import { statusesView } from '../../views/statuses.ts';
import { workOrderView } from '../../views/visits.ts';
import { reportsOf } from '../../visit/phase.ts';
import type { Visit } from '../../visit/types.ts';
import { parseWorkOrder } from '../../visit/work-order-number.ts';
import type { Handlers } from './types.ts';

export interface ReadingParts {
  readonly workOrders: WorkOrders;
  readonly codeLists: CodeLists;
  readonly sender: () => Sender | null;
  /** A number is looked up: what else is read of it, beside that. */
  readonly onLookUp: (workOrderId: number) => void;
  readonly visits: () => readonly Visit[];
  readonly tries: (reportId: string) => readonly Try[];
  /** A look-up has brought news that windows show. */
  readonly onNews: () => void;
  /** The reason why no report is sent at all, if there is one. */
  readonly blockers: () => Blockers;
  /** Examines the record on this computer. */
  readonly check: () => Promise<DoctorView>;
}

type ReadingHandlers = Pick<
  Handlers,
  'work-order:look-up' | 'work-order:statuses' | 'work-order:codes' | 'delivery:list' | 'doctor:check'
>;

const MOST_ROWS = 50;

const NO_CODES: CodesView = { assetCategories: [], codes: [], rootCauses: [] };

/** The order as it is known; one that never was is read. */
async function orderOf(workOrders: WorkOrders, source: Sender, id: number): Promise<WorkOrder | null> {
  const known = workOrders.known(source.server, id);
  if (known) return known.order;
  const answer = await workOrders.lookUp(source, id);
  return answer.kind === 'ok' ? answer.value.order : null;
}

function deliveryRows(
  visits: readonly Visit[],
  tries: ReadingParts['tries'],
  blockers: Blockers,
): readonly DeliveryRow[] {
  const waitsFor = waiting(visits, blockers);
  return visits
    .flatMap((visit) => reportsOf(visit).map((report) => ({ visit, report })))
    .toSorted((a, b) => b.report.seq - a.report.seq)
    .slice(0, MOST_ROWS)
    .map(({ visit, report }) => deliveryRow(visit, report, waitsFor(visit, report), tries(report.id)));
}

/** Handlers of what windows read beside the snapshot. No act depends on a look-up: without an answer it is null. */
export function readingHandlers({
  workOrders,
  codeLists,
  sender,
  onLookUp,
  visits,
  tries,
  onNews,
  check,
  blockers,
}: ReadingParts): ReadingHandlers {
  return {
    'work-order:look-up': async ({ workOrder }) => {
      const parsed = parseWorkOrder(workOrder);
      if (!parsed.ok) return { ok: false, error: { code: 'work-order', fault: parsed.fault } };
      const source = sender();
      if (!source) return { ok: true, value: null };
      onLookUp(parsed.value);
      const answer = await workOrders.lookUp(source, parsed.value);
      onNews();
      if (answer.kind === 'ok') return { ok: true, value: workOrderView(answer.value) };
      if (answer.kind === 'refused')
        return { ok: false, error: { code: 'refused', problem: answer.refusal } };
      const known = workOrders.known(source.server, parsed.value);
      return { ok: true, value: known && workOrderView(known) };
    },
    'work-order:statuses': async ({ workOrderId }) => {
      const source = sender();
      const answer = source && (await workOrders.statuses(source, workOrderId));
      return { ok: true, value: statusesView(answer?.kind === 'ok' ? answer.value : []) };
    },
    'work-order:codes': async ({ workOrderId }) => {
      const source = sender();
      const order = source && (await orderOf(workOrders, source, workOrderId));
      return (order && (await codeLists.learn(source, order))) ?? NO_CODES;
    },
    'doctor:check': check,
    'delivery:list': () => deliveryRows(visits(), tries, blockers()),
  };
}
