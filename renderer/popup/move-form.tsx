import { useSignal } from '@preact/signals';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { InPlace } from '../ui/in-place.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

interface Props {
  readonly visitId: string;
  readonly hint: string;
  readonly openedBy?: string | undefined;
  readonly onClose: () => void;
}

/** The number that a visit should have had. */
export function MoveForm({ visitId, hint, openedBy, onClose }: Props) {
  const number = useSignal('');
  const { error, run, clear } = useAct();
  const move = (event: Event) => {
    event.preventDefault();
    const request = { visitId, workOrder: number.value };
    void run('move', () => send('visit:move', request), onClose);
  };
  const atField = error?.code === 'work-order' || error?.code === 'rule';
  return (
    <InPlace openedBy={openedBy} onSubmit={move} onClose={onClose}>
      <TextField
        label={t().workOrder}
        value={number.value}
        onInput={(text) => {
          number.value = text;
          clear();
        }}
        error={atField ? error : null}
        hint={hint}
        digits
      />
      <ErrorLine error={atField ? null : error} />
      <div class="buttons">
        <Button onClick={onClose}>{t().back}</Button>
        <Button submit act="move">
          {t().move}
        </Button>
      </div>
    </InPlace>
  );
}
