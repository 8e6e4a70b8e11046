import { useRef } from 'preact/hooks';
import type { VisitView } from '../../preload/contract.ts';
import { Button } from '../ui/button.tsx';
import { ScrollRoom } from '../ui/scroll-room.tsx';
import { t } from '../ui/words.ts';
import { Description, Facts, ObstacleNote, Place } from './work-order-details.tsx';

interface Props {
  readonly visit: VisitView;
  /** The form of `Wrong number…` is open. */
  readonly moving: boolean;
  readonly onWrongNumber: () => void;
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
        <Button look="link" opens="move" expanded={props.moving} onClick={props.onWrongNumber}>
          {t().wrongNumber}
        </Button>
      </div>
      <ScrollRoom class={cameLate.current ? 'order late' : 'order'}>
        {workOrder && <ObstacleNote of={workOrder} leaving={props.visit.phase !== 'paused'} />}
        {workOrder && <Place of={workOrder} />}
        <div class="facts">{workOrder && <Facts of={workOrder} />}</div>
        {workOrder && <Description of={workOrder} />}
      </ScrollRoom>
    </>
  );
}
