import { useSignal } from '@preact/signals';
import type { VisitView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { InPlace } from '../ui/in-place.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

interface Props {
  readonly visitId: string;
  readonly hint: string;
  readonly openedBy: string;
  readonly onClose: () => void;
}

/** The number that a visit should have had. */
export function MoveForm({ visitId, hint, openedBy, onClose }: Props) {
  const number = useSignal('');
  const { error, run, clear } = useAct();
  const move = () => {
    const request = { visitId, workOrder: number.value };
    void run('move', () => send('visit:move', request), onClose);
  };
  const noVisit = () => void run('no-visit', () => send('visit:no-visit', { visitId }), onClose);
  const atField = error?.code === 'work-order' || error?.code === 'rule';
  return (
    <InPlace
      openedBy={openedBy}
      act="move"
      name={t().move}
      error={atField ? null : error}
      onSubmit={move}
      onClose={onClose}
    >
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
      <p class="hint">{t().noVisitHint}</p>
      <Button look="link" act="no-visit" onClick={noVisit}>
        {t().noVisit}
      </Button>
    </InPlace>
  );
}

/** The form of `Wrong number…` on a visit's page. */
export function WrongNumber({ visit, onClose }: { readonly visit: VisitView; readonly onClose: () => void }) {
  return (
    <MoveForm visitId={visit.id} hint={t().moveHint(visit.workOrderId)} openedBy="move" onClose={onClose} />
  );
}
