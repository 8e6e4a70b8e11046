import { useSignal } from '@preact/signals';
import { UNCHANGED } from '../../main/visit/leaving.ts';
import type { ForgottenView } from '../../preload/contract.ts';
import { Button } from '../ui/button.tsx';
import { aboutTime } from '../ui/command-error.ts';
import { stayHint } from '../ui/leaving-form.tsx';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { StatusFields, useLeaving } from '../ui/status-fields.tsx';
import { type LocalTime, localTime, NO_LOCAL_TIME } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { Question, useAnswer, when } from './question.tsx';
import { changeLeaving, leavingDraft } from './state.ts';

/** A check-in that has been open for too long, or unused: when did they leave? Nothing goes out before that is said. */
export function Forgotten({ moment }: { readonly moment: ForgottenView }) {
  const { acting, give, giveAt } = useAnswer(moment);
  const { visit, evidence, reading } = moment;
  const leftAt = useSignal(NO_LOCAL_TIME);
  const draft = leavingDraft.value;
  const choice = useLeaving(visit, draft);
  const leaving = visit.hasForm ? choice.leaving : UNCHANGED;
  const timeError = aboutTime(acting.error) ? acting.error : null;
  const pick = (time: LocalTime) => {
    leftAt.value = time;
    acting.clear();
  };
  const checkOut = (event: Event) => {
    event.preventDefault();
    if (leaving && leftAt.value.value)
      giveAt(leftAt.value, (at) => ({ type: 'check-out', ...leaving, at }))();
  };
  return (
    <Question
      moment={moment}
      title={t().forgottenTitle}
      text={t().forgottenText(visit.workOrderId, when(visit.open?.from ?? visit.since.ms))}
      error={timeError ? null : acting.error}
      onSubmit={checkOut}
      answers={
        <div class="buttons">
          <Button first act="keep" onClick={give({ type: 'keep' })}>
            {t().stillOnSite}
          </Button>
          <Button
            look="primary"
            submit
            act="check-out"
            disabled={!leftAt.value.value || (visit.hasForm && !draft.primaryStatus)}
          >
            {t().checkOutThen}
          </Button>
        </div>
      }
    >
      <LocalTimeField
        label={t().leftAt}
        time={leftAt.value}
        onChange={pick}
        error={timeError}
        hint={reading && t().askingServiceChannel}
        room="line"
      />
      <div class="evidence">
        {evidence.map(({ what, at }) => (
          <Button key={what} look="chip" onClick={() => pick(localTime(at))}>
            {t().evidence[what](when(at))}
          </Button>
        ))}
      </div>
      {visit.hasForm && (
        <StatusFields
          workOrderId={visit.workOrderId}
          draft={draft}
          choice={choice}
          onChange={changeLeaving}
          hint={stayHint(visit)}
        />
      )}
    </Question>
  );
}
