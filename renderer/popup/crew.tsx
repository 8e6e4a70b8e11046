import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { VisitView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send } from '../ui/snapshot.ts';
import { TechniciansField } from '../ui/technicians-field.tsx';
import { t } from '../ui/words.ts';

interface Props {
  readonly visit: VisitView;
  /** What stands before the number of technicians. */
  readonly children: ComponentChildren;
}

/** The facts of the visit; while it is open the last one opens a form in place that changes the crew. */
export function Crew({ visit, children }: Props) {
  const open = useSignal(false);
  const technicians = useSignal('');
  const { error, run, clear } = useAct();
  const count = t().techniciansCount(visit.techsCount);
  const toggle = () => {
    technicians.value = String(visit.techsCount);
    open.value = !open.value;
    clear();
  };
  const change = (event: Event) => {
    event.preventDefault();
    const request = { visitId: visit.id, technicians: technicians.value };
    void run('change-crew', () => send('visit:change-crew', request), toggle);
  };
  return (
    <>
      <div class="facts">
        {children}
        {visit.phase === 'paused' ? (
          <span class="fact">{count}</span>
        ) : (
          <Button
            look="chip"
            expanded={open.value}
            label={`${count}, ${t().changeCrewOpens}`}
            onClick={toggle}
          >
            {count}
          </Button>
        )}
      </div>
      {open.value && (
        <form class="crew" noValidate onSubmit={change}>
          <TechniciansField
            value={technicians.value}
            onInput={(text) => {
              technicians.value = text;
              clear();
            }}
            error={error?.code === 'technicians' ? error : null}
          />
          <Button submit act="change-crew">
            {t().changeCrew}
          </Button>
          <ErrorLine error={error?.code === 'technicians' ? null : error} />
        </form>
      )}
    </>
  );
}
