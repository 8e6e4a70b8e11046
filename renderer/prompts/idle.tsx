import type { IdleView } from '../../preload/contract.ts';
import { wholeMinutes } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { t } from '../ui/words.ts';
import { Break } from './break.tsx';
import { CheckOut, CheckOutOpens, Question, useAnswer, when } from './question.tsx';
import { panel } from './state.ts';

type Props = { readonly moment: IdleView };

/** The question while the technician is still away. */
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
      answers={
        <>
          <Button look="primary" first act="keep" onClick={give({ type: 'keep' })}>
            {t().keepWorking}
          </Button>
          <Button act="pause" onClick={give({ type: 'pause', at: null })}>
            {t().pauseFrom(from)}
          </Button>
          <Links moment={moment} />
        </>
      }
    />
  );
}

/** They are back, and say what it was. */
function Back({ moment }: Props) {
  const { acting, give } = useAnswer(moment);
  const to = moment.to?.ms ?? now.peek();
  const away = t().duration(wholeMinutes(to - moment.from.ms));
  const question = {
    moment,
    title: t().backTitle(when(moment.from.ms), when(to), moment.visit.workOrderId),
    text: t().backText(away),
  };
  const working = (first: boolean) => (
    <Button look="primary" first={first} act="keep" onClick={give({ type: 'keep' })}>
      {t().wasWorking}
    </Button>
  );
  const links = <Links moment={moment} />;
  if (panel.value === 'break') return <Break {...question} first={working(false)} last={links} />;
  return (
    <Question
      {...question}
      error={acting.error}
      answers={
        <>
          {working(true)}
          <Button opens="break" onClick={() => (panel.value = 'break')}>
            {t().hadBreak}
          </Button>
          {links}
        </>
      }
    />
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
      answers={
        <>
          <Button act="take-back" look="primary" onClick={give({ type: 'take-back' })}>
            {t().wasWorking}
          </Button>
          <Button first act="keep" onClick={give({ type: 'keep' })}>
            {t().keepPause}
          </Button>
        </>
      }
    />
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
