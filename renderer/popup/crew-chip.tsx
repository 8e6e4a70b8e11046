import type { VisitView } from '../../preload/contract.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/first-words.ts';

interface Props {
  readonly visit: VisitView;
  /** The form is open. */
  readonly open: boolean;
  readonly onClick: () => void;
}

/** How many technicians there are; it opens the form that changes it, but for a visit that is paused. */
export function CrewChip({ visit, open, onClick }: Props) {
  const count = t().techniciansCount(visit.techsCount);
  if (visit.phase === 'paused') return <span class="fact">{count}</span>;
  return (
    <Button
      look="chip"
      opens="crew"
      expanded={open}
      label={`${count}, ${t().changeCrewOpens}`}
      onClick={onClick}
    >
      {count}
    </Button>
  );
}
