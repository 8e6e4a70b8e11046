import type { QuitView } from '../../preload/contract.ts';
import { aheadOf } from '../ui/ahead.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/words.ts';
import { CheckOut, CheckOutOpens, Question, useAnswer } from './question.tsx';
import { panel } from './state.ts';

/** OnSite is to end while a visit is on site. */
export function Quit({ moment }: { readonly moment: QuitView }) {
  const { acting, give } = useAnswer(moment);
  if (panel.value === 'check-out') return <CheckOut moment={moment} offered={null} />;
  const { visit, shutdown } = moment;
  return (
    <Question
      moment={moment}
      title={t().quitTitle(visit.workOrderId)}
      text={shutdown ? t().shutdownText : t().quitText}
      error={acting.error}
      day
      answers={
        <>
          <CheckOutOpens moment={moment} acting={acting} look="primary" />
          {visit.phase === 'on site' && !aheadOf(visit) && (
            <Button act="pause" onClick={give({ type: 'pause', at: null })}>
              {t().pause}
            </Button>
          )}
          <Button act="quit" onClick={give({ type: 'quit' })}>
            {t().quitAndStay}
          </Button>
          <Button first act="keep" onClick={give({ type: 'keep' })}>
            {t().dontQuit}
          </Button>
        </>
      }
    />
  );
}
