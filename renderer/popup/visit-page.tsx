import { useSignal } from '@preact/signals';
import { leaveBy, UNCHANGED } from '../../main/visit/leaving.ts';
import type { Result, VisitView } from '../../preload/contract.ts';
import { type Acting, useAct } from '../ui/act.ts';
import { aheadOf } from '../ui/ahead.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { ByPhone } from '../ui/by-phone.tsx';
import { aboutTime } from '../ui/command-error.ts';
import { send, snapshot } from '../ui/snapshot.ts';
import { NO_TIME, withTime } from '../ui/time-draft.ts';
import { EarlierButton, TimeField } from '../ui/time-field.tsx';
import { t } from '../ui/words.ts';
import { Ahead } from './ahead.tsx';
import { Crew } from './crew.tsx';
import { MoveForm } from './move-form.tsx';
import { PausedVisits } from './paused-visits.tsx';
import { changeLeaving, leavingDraft, view } from './view.ts';
import { Times } from './visit-clock.tsx';
import { Description, Facts, Place } from './work-order-details.tsx';

const TIME_LABEL = {
  'on site': 'leftAt',
  travelling: 'arrivedAt',
  paused: 'backAt',
  over: 'backAt',
} as const;

const openForm = (name: 'check-out' | 'finish', visit: VisitView) => () => {
  view.value = { name, visitId: visit.id };
};

/** The two answers of the moment. The blue one is what comes next; the focus is on what changes least. */
function Acts({ visit, acting }: { readonly visit: VisitView; readonly acting: Acting }) {
  const act = (name: string, command: (at: number | null) => Promise<Result>) => () =>
    void acting.run(
      name,
      () => withTime(leavingDraft.value.time, command),
      () => changeLeaving({ time: NO_TIME }),
    );
  const arrived = act('arrived', (at) => send('visit:arrived', { visitId: visit.id, at }));
  const pause = act('pause', (at) => send('visit:pause', { visitId: visit.id, at }));
  const resume = act('resume', (at) => send('visit:resume', { visitId: visit.id, at }));
  const leave = act('check-out', (at) => send('visit:check-out', { visitId: visit.id, at, ...UNCHANGED }));
  if (visit.phase === 'paused')
    return (
      <div class="buttons">
        <Button key="resume" look="primary" act="resume" first onClick={resume}>
          {t().resume}
        </Button>
        <Button key="finish" onClick={openForm('finish', visit)}>
          {t().finishOpens}
        </Button>
      </div>
    );
  const travelling = visit.phase === 'travelling';
  const checkOut = visit.hasForm ? openForm('check-out', visit) : leave;
  return (
    <div class="buttons">
      {travelling ? (
        <Button key="arrived" look="primary" act="arrived" first onClick={arrived}>
          {t().arrived}
        </Button>
      ) : (
        <Button key="pause" act="pause" first onClick={pause}>
          {t().pause}
        </Button>
      )}
      <Button
        key="check-out"
        look={travelling ? 'quiet' : 'primary'}
        act={visit.hasForm ? undefined : 'check-out'}
        onClick={checkOut}
      >
        {t().leave[leaveBy(visit)]}
      </Button>
    </div>
  );
}

/** On site, on the way, or paused. */
export function VisitPage({ visit }: { readonly visit: VisitView }) {
  const acting = useAct();
  const moving = useSignal(false);
  const ahead = aheadOf(visit);
  const { time } = leavingDraft.value;
  const timeError = time.open && aboutTime(acting.error) ? acting.error : null;
  const changeTime = (changed: typeof time) => {
    changeLeaving({ time: changed });
    acting.clear();
  };
  return (
    <>
      <h1>{visit.workOrderId}</h1>
      {visit.workOrder && <Place of={visit.workOrder} />}
      <Crew key={visit.phase} visit={visit}>
        {visit.workOrder && <Facts of={visit.workOrder} />}
      </Crew>
      {visit.workOrder && <Description of={visit.workOrder} />}
      {visit.byPhone && <ByPhone />}
      <Times visit={visit} />
      {ahead ? <Ahead visit={visit} at={ahead} /> : <Acts visit={visit} acting={acting} />}
      <ErrorLine error={timeError ? null : acting.error} />
      <div class="links">
        {!ahead && (
          <>
            <EarlierButton draft={time} onChange={changeTime} />
            <Button look="link" onClick={() => (view.value = { name: 'switch' })}>
              {t().switch}
            </Button>
          </>
        )}
        <Button look="link" expanded={moving.value} onClick={() => (moving.value = !moving.value)}>
          {t().wrongNumber}
        </Button>
      </div>
      <TimeField label={t()[TIME_LABEL[visit.phase]]} draft={time} onChange={changeTime} error={timeError} />
      {moving.value && (
        <MoveForm
          visitId={visit.id}
          hint={t().moveHint(visit.workOrderId)}
          onClose={() => (moving.value = false)}
        />
      )}
      <PausedVisits visits={snapshot.value?.paused ?? []} />
    </>
  );
}
