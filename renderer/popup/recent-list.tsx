import type { RecentView } from '../../preload/contract.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/first-words.ts';

interface RecentProps {
  readonly recent: readonly RecentView[];
  readonly onPick: (workOrderId: number) => void;
}

/** Paused and recent work orders to pick from. */
export function RecentList({ recent, onPick }: RecentProps) {
  if (recent.length === 0) return null;
  return (
    <ul class="entries" aria-label={t().recent}>
      {recent.map(({ workOrderId, paused, workOrder }) => (
        <li key={workOrderId}>
          <Button look="entry" onClick={() => onPick(workOrderId)}>
            <strong>{workOrderId}</strong>{' '}
            <span class="entry-about">
              {[paused && t().pausedTag, workOrder?.store, workOrder?.trade].filter(Boolean).join(' · ')}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
