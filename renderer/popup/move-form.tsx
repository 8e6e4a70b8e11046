import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

interface Props {
  readonly visitId: string;
  readonly hint: string;
  readonly onClose: () => void;
}

/** The number that a visit should have had. */
export function MoveForm({ visitId, hint, onClose }: Props) {
  const number = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  const { error, run, clear } = useAct();
  useEffect(() => {
    input.current?.focus();
    input.current?.closest('form')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const move = (event: Event) => {
    event.preventDefault();
    const request = { visitId, workOrder: number.value };
    void run('move', () => send('visit:move', request), onClose);
  };
  const atField = error?.code === 'work-order' || error?.code === 'rule';
  return (
    <form class="in-place" noValidate onSubmit={move}>
      <TextField
        label={t().workOrder}
        value={number.value}
        onInput={(text) => {
          number.value = text;
          clear();
        }}
        error={atField ? error : null}
        hint={hint}
        inputRef={input}
        digits
      />
      <ErrorLine error={atField ? null : error} />
      <div class="buttons">
        <Button onClick={onClose}>{t().back}</Button>
        <Button submit act="move">
          {t().move}
        </Button>
      </div>
    </form>
  );
}
