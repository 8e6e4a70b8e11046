import type { WorkOrderView } from '../../preload/contract.ts';
import { sentenceCase } from '../ui/sentence-case.ts';

/** Trade, priority and status, small and round. */
export function Facts({ of, status = false }: { readonly of: WorkOrderView; readonly status?: boolean }) {
  const facts = [of.trade, of.priority, status && of.status ? sentenceCase(of.status) : null];
  return facts.flatMap((fact) =>
    fact
      ? [
          <span class="fact" key={fact}>
            {fact}
          </span>,
        ]
      : [],
  );
}

/** The store of a work order with its address. */
export function Place({ of }: { readonly of: WorkOrderView }) {
  return (
    <>
      {of.store && <p class="store">{of.store}</p>}
      {of.address && <p class="soft">{of.address}</p>}
    </>
  );
}

/** The description of a work order, as the client wrote it. */
export function Description({ of }: { readonly of: WorkOrderView }) {
  if (!of.description) return null;
  return (
    <p class="description" title={of.description}>
      {of.description}
    </p>
  );
}

/** Everything known of the work order whose number is in the field. */
export function WorkOrderDetails({ of }: { readonly of: WorkOrderView }) {
  return (
    <div class="details">
      <Place of={of} />
      <div class="facts">
        <Facts of={of} status />
      </div>
      <Description of={of} />
    </div>
  );
}
