import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { VisitView } from '../../preload/contract.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/first-words.ts';
import { WithPart } from '../ui/part.tsx';
import { ScrollRoom } from '../ui/scroll-room.tsx';
import { DetailsButton } from './details-button.tsx';
import { furtherPart } from './further-part.ts';
import { Description, Facts, Place } from './work-order-details.tsx';

interface Props {
  readonly visit: VisitView;
  /** The form of `Wrong number…` is open. */
  readonly moving: boolean;
  readonly onWrongNumber: () => void;
  /** The crew: before what comes late, so that it stays where it is. */
  readonly children: ComponentChildren;
}

/**
 * The work order of a visit. Its details have room before they are known; those that come later stay within it, so
 * that nothing below moves.
 */
export function VisitOrder({ visit, moving, onWrongNumber, children }: Props) {
  const { workOrder, workOrderId } = visit;
  const cameLate = useRef(workOrder === null);
  return (
    <>
      <div class="title">
        <h1 tabIndex={-1}>{workOrderId}</h1>
        <DetailsButton workOrderId={workOrderId} />
        <Button look="link" opens="move" expanded={moving} onClick={onWrongNumber}>
          {t().wrongNumber}
        </Button>
      </div>
      <ScrollRoom class={cameLate.current ? 'order late' : 'order'}>
        <div class="facts">
          {children}
          {workOrder && <Facts of={workOrder} />}
        </div>
        {workOrder?.obstacle && (
          <WithPart of={furtherPart}>
            {({ ObstacleNote }) => <ObstacleNote of={workOrder} leaving={visit.phase !== 'paused'} />}
          </WithPart>
        )}
        {workOrder && <Place of={workOrder} />}
        {workOrder && <Description of={workOrder} />}
      </ScrollRoom>
    </>
  );
}
