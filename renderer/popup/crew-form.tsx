import { useSignal } from '@preact/signals';
import type { VisitView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
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
  const change = () => {
    const request = { visitId: visit.id, technicians: technicians.value };
    void run('change-crew', () => send('visit:change-crew', request), onClose);
  };
  return (
    <InPlace
      openedBy="crew"
      act="change-crew"
      name={t().changeCrew}
      error={error?.code === 'technicians' ? null : error}
      onSubmit={change}
      onClose={onClose}
    >
      <TechniciansField
        value={technicians.value}
        onInput={(text) => {
          technicians.value = text;
          clear();
        }}
        error={error}
      />
    </InPlace>
  );
}
