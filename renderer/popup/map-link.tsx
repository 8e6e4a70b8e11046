import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** Shows the address of an order in the system's map; where there is none, it says that the address was copied. */
export function MapLink({ workOrderId }: { readonly workOrderId: number }) {
  const { error, run } = useAct();
  return (
    <>
      <Button
        look="link"
        act="map:show"
        onClick={() => void run('map:show', () => send('order:map', { workOrderId }))}
      >
        {t().showOnMap}
      </Button>
      <ErrorLine error={error} />
    </>
  );
}
