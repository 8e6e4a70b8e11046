import { Button } from '../ui/button.tsx';
import { t } from '../ui/first-words.ts';
import { view } from './view.ts';

/** Opens all that is told of a work order; it has its place before one is known. */
export function DetailsButton({ workOrderId }: { readonly workOrderId: number | null }) {
  const open = () => {
    if (workOrderId !== null) view.value = { name: 'order', workOrderId };
  };
  return (
    <Button look="link" opens="order" disabled={workOrderId === null} onClick={open}>
      {t().details}
    </Button>
  );
}
