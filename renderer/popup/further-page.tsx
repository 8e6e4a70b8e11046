import type { VisitView } from '../../preload/contract.ts';
import { t } from '../ui/words.ts';
import { DeliveryView } from './delivery-view.tsx';
import { Leave } from './leave.tsx';
import { OrderPage } from './order-page.tsx';
import type { View } from './view.ts';

interface Props {
  readonly shown: View;
  /** The one that the view speaks of. */
  readonly visit: VisitView | null;
}

/** The title of such a page. */
export function titleOf(shown: View, visit: VisitView | null): string {
  if (shown.name === 'delivery') return t().delivery;
  if (shown.name === 'order') return t().detailsOf(shown.workOrderId);
  const number = visit?.workOrderId ?? 0;
  return shown.name === 'finish' ? t().finishOf(number) : t().checkOutOf(number);
}

/** The pages that a click opens from those of a visit and of a check-in. */
export function FurtherPage({ shown, visit }: Props) {
  switch (shown.name) {
    case 'delivery':
      return <DeliveryView />;
    case 'order':
      return <OrderPage key={shown.workOrderId} workOrderId={shown.workOrderId} late={shown.late ?? false} />;
    default:
      return (
        visit && <Leave key={`${shown.name} ${visit.id}`} visit={visit} finish={shown.name === 'finish'} />
      );
  }
}
