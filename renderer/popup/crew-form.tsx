import { useSignal } from '@preact/signals';
import type { VisitView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { InPlace } from '../ui/in-place.tsx';
import { send } from '../ui/snapshot.ts';
import { TechniciansField } from '../ui/technicians-field.tsx';
import { t } from '../ui/words.ts';

interface Props {
  readonly visit: VisitView;
  readonly onClose: () => void;
}

/** How many technicians there are from now on. */
export function CrewForm({ visit, onClose }: Props) {
  const technicians = useSignal(String(visit.techsCount));
  const { error, run, clear } = useAct();
  const change = (event: Event) => {
    event.preventDefault();
    const request = { visitId: visit.id, technicians: technicians.value };
    void run('change-crew', () => send('visit:change-crew', request), onClose);
  };
  return (
    <InPlace openedBy="crew" onSubmit={change} onClose={onClose}>
      <TechniciansField
        value={technicians.value}
        onInput={(text) => {
          technicians.value = text;
          clear();
        }}
        error={error?.code === 'technicians' ? error : null}
      />
      <ErrorLine error={error?.code === 'technicians' ? null : error} />
      <div class="buttons">
        <Button onClick={onClose}>{t().back}</Button>
        <Button submit act="change-crew">
          {t().changeCrew}
        </Button>
      </div>
    </InPlace>
  );
}
