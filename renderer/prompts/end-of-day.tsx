import { useSignal } from '@preact/signals';
import { stretchesUpTo, timeOf } from '../../main/visit/totals.ts';
import type { EndOfDayView } from '../../preload/contract.ts';
import { timeText, wholeMinutes } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { aboutTime } from '../ui/command-error.ts';
import { locale } from '../ui/snapshot.ts';
import { localTime, NO_TIME, type TimeDraft } from '../ui/time-draft.ts';
import { EarlierButton, TimeField } from '../ui/time-field.tsx';
import { TimedName, timedDescription } from '../ui/timed-name.tsx';
import { t } from '../ui/words.ts';
import { CheckOut, CheckOutOpens, Question, useAnswer } from './question.tsx';
import { panel } from './state.ts';

/** The end of the day has come, and a visit is on site. */
export function EndOfDay({ moment }: { readonly moment: EndOfDayView }) {
  const { acting, give, giveAt } = useAnswer(moment);
  const time = useSignal(NO_TIME);
  if (panel.value === 'check-out') return <CheckOut moment={moment} offered={moment.endOfDay} />;
  const { visit, endOfDay } = moment;
  const onSite = t().duration(wholeMinutes(timeOf(stretchesUpTo(visit, now.value), 'on site')));
  const timeError = time.value.open && aboutTime(acting.error) ? acting.error : null;
  /** The end of the day is the likeliest time before now. */
  const openEarlier = (draft: TimeDraft) => {
    time.value = draft.open && endOfDay !== null ? { ...localTime(endOfDay), open: true } : draft;
  };
  return (
    <Question
      moment={moment}
      title={t().endOfDayTitle(timeText(now.value, locale.value), visit.workOrderId)}
      text={t().onSiteToday(onSite)}
      error={timeError ? null : acting.error}
      day
      sheet={
        <TimeField
          label={t().leftAt}
          draft={time.value}
          onChange={(draft) => (time.value = draft)}
          error={timeError}
        />
      }
      answers={
        <>
          <CheckOutOpens moment={moment} acting={acting} look="primary" />
          <Button
            act="pause"
            onClick={giveAt(time.value, (at) => ({ type: 'pause', at }))}
            description={timedDescription(t().pauseUntilTomorrow, time.value)}
          >
            <TimedName name={t().pauseUntilTomorrow} draft={time.value} />
          </Button>
          <Button first act="keep" onClick={give({ type: 'keep' })}>
            {t().stillWorking}
          </Button>
          <div class="links">
            <EarlierButton draft={time.value} onChange={openEarlier} />
          </div>
        </>
      }
    >
      <p class="hint">{t().staysOnSite}</p>
    </Question>
  );
}
