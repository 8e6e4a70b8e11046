import { commandErrorText, Note } from '../ui/alert.tsx';
import { t } from '../ui/words.ts';
import type { LookedUp } from './look-up.ts';
import { Warnings, WorkOrderDetails } from './work-order-details.tsx';

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
      return commandErrorText(known.error);
    case 'refused':
      return <Note warn>{t().lookUpRefused(known.problem)}</Note>;
    case 'found':
      return (
        <>
          <Warnings of={known.workOrder} />
          <WorkOrderDetails of={known.workOrder} />
        </>
      );
  }
}
