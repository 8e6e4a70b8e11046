import { useRef } from 'preact/hooks';
import type { VisitView } from '../../preload/contract.ts';
import { Button } from '../ui/button.tsx';
import { ScrollRoom } from '../ui/scroll-room.tsx';
import { t } from '../ui/words.ts';
import { Description, Facts, Place } from './work-order-details.tsx';

interface Props {
  readonly visit: VisitView;
  /** The form that is open. */
  readonly open: 'crew' | 'move' | null;
  readonly onCrew: () => void;
  readonly onWrongNumber: () => void;
}

/** What a button says that changes the crew; while the visit is paused there is none to change. */
function CrewChip({ visit, open, onCrew }: Props) {
  const count = t().techniciansCount(visit.techsCount);
  if (visit.phase === 'paused') return <span class="fact">{count}</span>;
  return (
    <Button
      look="chip"
      opens="crew"
      expanded={open === 'crew'}
      label={`${count}, ${t().changeCrewOpens}`}
      onClick={onCrew}
    >
      {count}
    </Button>
  );
}

/**
 * The work order of a visit. Its details have room before they are known; those that come later stay within it, so
 * that nothing below moves.
 */
export function VisitOrder(props: Props) {
  const { workOrder, workOrderId } = props.visit;
  const cameLate = useRef(workOrder === null);
  return (
    <>
      <div class="title">
        <h1 tabIndex={-1}>{workOrderId}</h1>
        <Button look="link" opens="move" expanded={props.open === 'move'} onClick={props.onWrongNumber}>
          {t().wrongNumber}
        </Button>
      </div>
      <ScrollRoom class={cameLate.current ? 'order late' : 'order'}>
        {workOrder && <Place of={workOrder} />}
        <div class="facts">
          {workOrder && <Facts of={workOrder} />}
          <CrewChip {...props} />
        </div>
        {workOrder && <Description of={workOrder} />}
      </ScrollRoom>
    </>
  );
}
