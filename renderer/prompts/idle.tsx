import type { IdleView } from '../../preload/contract.ts';
import { wholeMinutes } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { t } from '../ui/words.ts';
import { BreakForm } from './break-form.tsx';
import { CheckOut, CheckOutOpens, Question, useAnswer, when } from './question.tsx';
import { panel } from './state.ts';

type Props = { readonly moment: IdleView };

/** Nobody has come back yet. */
function Away({ moment }: Props) {
  const { acting, give } = useAnswer(moment);
  const from = when(moment.from.ms);
  const ago = t().duration(wholeMinutes(now.value - moment.from.ms));
  return (
    <Question
      moment={moment}
      title={t().awayTitle(moment.visit.workOrderId)}
      text={t().awayText(from, ago)}
      error={acting.error}
      day
    >
      <div class="answers">
        <Button look="primary" first act="keep" onClick={give({ type: 'keep' })}>
          {t().keepWorking}
        </Button>
        <Button act="pause" onClick={give({ type: 'pause', at: null })}>
          {t().pauseFrom(from)}
        </Button>
      </div>
      <Links moment={moment} />
    </Question>
  );
}

/** They are back, and say what it was. */
function Back({ moment }: Props) {
  const { acting, give } = useAnswer(moment);
  const to = moment.to?.ms ?? now.peek();
  const away = t().duration(wholeMinutes(to - moment.from.ms));
  return (
    <Question
      moment={moment}
      title={t().backTitle(when(moment.from.ms), when(to), moment.visit.workOrderId)}
      text={t().backText(away)}
      error={acting.error}
    >
      <div class="answers">
        <Button look="primary" first={panel.value === 'question'} act="keep" onClick={give({ type: 'keep' })}>
          {t().wasWorking}
        </Button>
        {panel.value === 'break' ? (
          <BreakForm moment={moment} />
        ) : (
          <Button onClick={() => (panel.value = 'break')}>{t().hadBreak}</Button>
        )}
      </div>
      <Links moment={moment} />
    </Question>
  );
}

/** A setting has paused the visit, and that may have been wrong. */
function Paused({ moment }: Props) {
  const { acting, give } = useAnswer(moment);
  return (
    <Question
      moment={moment}
      title={t().autoPausedTitle(when(moment.from.ms))}
      text={t().autoPausedText(moment.visit.workOrderId)}
      error={acting.error}
    >
      <div class="answers">
        <Button act="take-back" look="primary" onClick={give({ type: 'take-back' })}>
          {t().wasWorking}
        </Button>
        <Button first act="keep" onClick={give({ type: 'keep' })}>
          {t().keepPause}
        </Button>
      </div>
    </Question>
  );
}

function Links({ moment }: Props) {
  const { acting, give } = useAnswer(moment);
  return (
    <div class="links">
      <CheckOutOpens moment={moment} acting={acting} look="link" />
      <Button look="link" act="dont-ask" onClick={give({ type: 'dont-ask' })}>
        {t().dontAskAgain}
      </Button>
    </div>
  );
}

const FORMS = { away: Away, back: Back, paused: Paused };

/** Away while on site. */
export function Idle({ moment }: Props) {
  if (panel.value === 'check-out') return <CheckOut moment={moment} offered={moment.from.ms} />;
  const Form = FORMS[moment.form];
  return <Form key={moment.form} moment={moment} />;
}
