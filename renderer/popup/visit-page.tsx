import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { VisitView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { aheadOf } from '../ui/ahead.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { ByPhone } from '../ui/by-phone.tsx';
import { aboutTime } from '../ui/command-error.ts';
import { Page } from '../ui/page.tsx';
import { waitAfterChange } from '../ui/second-press.ts';
import { snapshot } from '../ui/snapshot.ts';
import { NO_TIME, type TimeDraft } from '../ui/time-draft.ts';
import { EarlierButton, TimeField } from '../ui/time-field.tsx';
import { Today } from '../ui/today.tsx';
import { t } from '../ui/words.ts';
import { Ahead } from './ahead.tsx';
import { CloseView } from './close-view.tsx';
import { CrewChip } from './crew-chip.tsx';
import { CrewForm } from './crew-form.tsx';
import { CrewList } from './crew-list.tsx';
import { MoveForm } from './move-form.tsx';
import { PausedVisits, visitOpener } from './paused-visits.tsx';
import { changeLeaving, leavingDraft, view } from './view.ts';
import { VisitActs } from './visit-acts.tsx';
import { VisitTimes } from './visit-clock.tsx';
import { VisitOrder } from './visit-order.tsx';
import { WithCrew } from './with-crew.tsx';

const TIME_LABEL = {
  'on site': 'leftAt',
  travelling: 'arrivedAt',
  paused: 'backAt',
  over: 'backAt',
} as const;

interface Props {
  readonly visit: VisitView;
  /** It waits beside the visit that is shown by itself. */
  readonly beside?: boolean;
}

/** On site, on the way, or paused. */
export function VisitPage({ visit, beside = false }: Props) {
  const acting = useAct();
  const form = useSignal<'crew' | 'move' | null>(null);
  const ahead = aheadOf(visit);
  // When the time comes from which it counts, `Pause` takes the place of a button that only opens a form.
  useLayoutEffect(waitAfterChange, [ahead === null]);
  const { time } = leavingDraft(visit.id);
  const timeError = time.open && aboutTime(acting.error) ? acting.error : null;
  const changeTime = (changed: TimeDraft) => {
    form.value = null;
    changeLeaving(visit.id, { time: changed });
    acting.clear();
  };
  const close = () => {
    form.value = null;
  };
  /** One form is open at a time, and a time that is not seen does not count. */
  const toggle = (which: 'crew' | 'move') => () => {
    changeLeaving(visit.id, { time: NO_TIME });
    form.value = form.value === which ? null : which;
  };
  return (
    <Page
      openedBy={beside ? visitOpener(visit) : undefined}
      sheet={
        <>
          {form.value === 'crew' && <CrewForm visit={visit} onClose={close} />}
          {form.value === 'move' && (
            <MoveForm
              visitId={visit.id}
              hint={t().moveHint(visit.workOrderId)}
              openedBy="move"
              onClose={close}
            />
          )}
          <TimeField
            label={t()[TIME_LABEL[visit.phase]]}
            draft={time}
            onChange={changeTime}
            error={timeError}
          />
          <ErrorLine error={timeError ? null : acting.error} />
        </>
      }
      bar={
        <>
          {ahead ? <Ahead visit={visit} at={ahead} /> : <VisitActs visit={visit} acting={acting} />}
          <div class="links">
            {!ahead && <EarlierButton draft={time} onChange={changeTime} />}
            {beside && <CloseView look="link" />}
          </div>
        </>
      }
    >
      <VisitOrder visit={visit} moving={form.value === 'move'} onWrongNumber={toggle('move')}>
        <CrewChip visit={visit} open={form.value === 'crew'} onClick={toggle('crew')} />
      </VisitOrder>
      {visit.byPhone && <ByPhone visit={visit} />}
      <VisitTimes visit={visit} />
      {!ahead && <WithCrew visit={visit} />}
      <Today />
      {!ahead && !beside && (
        <div class="links start">
          <Button look="link" opens="switch" onClick={() => (view.value = { name: 'switch' })}>
            {t().switch}
          </Button>
        </div>
      )}
      {!beside && <PausedVisits visits={snapshot.value?.paused ?? []} />}
      {!beside && <CrewList current={visit} />}
    </Page>
  );
}
