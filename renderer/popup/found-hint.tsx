import { t } from '../ui/words.ts';
import { LookUpTrouble, Warnings } from './found-trouble.tsx';
import type { LookedUp } from './look-up.ts';
import { WorkOrderDetails } from './work-order-details.tsx';

/** Below the work order field: all that is known of the number. */
export function FoundHint({ known }: { readonly known: LookedUp }) {
  switch (known.state) {
    case 'nothing':
      return null;
    case 'looking':
      return <>{t().lookingUp}</>;
    case 'unknown':
      return <>{t().noDetails}</>;
    case 'error':
    case 'refused':
      return <LookUpTrouble known={known} />;
    case 'found':
      return (
        <>
          <Warnings of={known.workOrder} />
          <WorkOrderDetails of={known.workOrder} />
        </>
      );
  }
}
