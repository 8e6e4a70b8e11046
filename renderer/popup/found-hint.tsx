import { t } from '../ui/first-words.ts';
import { WithPart } from '../ui/part.tsx';
import { furtherPart } from './further-part.ts';
import type { LookedUp } from './look-up.ts';
import { WorkOrderDetails } from './work-order-details.tsx';

/** Below the work order field: what to type, and what is known of the number. */
export function FoundHint({ known, pick }: { readonly known: LookedUp; readonly pick: boolean }) {
  switch (known.state) {
    case 'nothing':
      return <>{pick ? t().workOrderHintPick : t().workOrderHint}</>;
    case 'looking':
      return <>{t().lookingUp}</>;
    case 'unknown':
      return <>{t().noDetails}</>;
    case 'error':
    case 'refused':
      return <WithPart of={furtherPart}>{({ LookUpTrouble }) => <LookUpTrouble known={known} />}</WithPart>;
    case 'found':
      return (
        <>
          <WithPart of={furtherPart}>{({ Warnings }) => <Warnings of={known.workOrder} />}</WithPart>
          <WorkOrderDetails of={known.workOrder} />
        </>
      );
  }
}
