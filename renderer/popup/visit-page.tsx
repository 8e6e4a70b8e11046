import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { VisitView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { aheadOf } from '../ui/ahead.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { aboutTime } from '../ui/command-error.ts';
import { t } from '../ui/first-words.ts';
import { Page } from '../ui/page.tsx';
import { WithPart } from '../ui/part.tsx';
import { waitAfterChange } from '../ui/second-press.ts';
import { snapshot } from '../ui/snapshot.ts';
import { NO_TIME, type TimeDraft } from '../ui/time-draft.ts';
import { EarlierButton, TimeField } from '../ui/time-field.tsx';
import { Today } from '../ui/today.tsx';
import { CloseView } from './close-view.tsx';
import { CrewChip } from './crew-chip.tsx';
import { furtherPart } from './further-part.ts';
import { PausedVisits, visitOpener } from './paused-visits.tsx';
import { changeLeaving, leavingDraft, view } from './view.ts';
import { VisitActs } from './visit-acts.tsx';
import { VisitTimes } from './visit-clock.tsx';
import { VisitOrder } from './visit-order.tsx';

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
  const { paused = [], crew = [] } = snapshot.value ?? {};
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
          {form.value === 'crew' && (
            <WithPart of={furtherPart}>
              {({ CrewForm }) => <CrewForm visit={visit} onClose={close} />}
            </WithPart>
          )}
          {form.value === 'move' && (
            <WithPart of={furtherPart}>
              {({ WrongNumber }) => <WrongNumber visit={visit} onClose={close} />}
            </WithPart>
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
          {ahead ? (
            <WithPart of={furtherPart}>{({ Ahead }) => <Ahead visit={visit} at={ahead} />}</WithPart>
          ) : (
            <VisitActs visit={visit} acting={acting} />
          )}
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
      {visit.byPhone && <WithPart of={furtherPart}>{({ ByPhone }) => <ByPhone visit={visit} />}</WithPart>}
      <VisitTimes visit={visit} />
      {!ahead && crew.length > 0 && (
        <WithPart of={furtherPart}>{({ WithCrew }) => <WithCrew visit={visit} />}</WithPart>
      )}
      <Today />
      {!ahead && !beside && (
        <div class="links start">
          <Button look="link" opens="switch" onClick={() => (view.value = { name: 'switch' })}>
            {t().switch}
          </Button>
        </div>
      )}
      {!beside && <PausedVisits visits={paused} />}
      {!beside && crew.length > 0 && (
        <WithPart of={furtherPart}>{({ CrewList }) => <CrewList current={visit} />}</WithPart>
      )}
    </Page>
  );
}
