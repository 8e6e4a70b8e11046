import type { CheckedOutView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { useAct } from './act.ts';
import { Alert, ErrorLine } from './alert.tsx';
import { Button } from './button.tsx';
import { now } from './clock.ts';
import { locale, send } from './snapshot.ts';
import { t } from './words.ts';

/** ServiceChannel checked out by itself while the visit goes on here. */
export function CheckedOut({ of: { visitId, workOrderId, at } }: { readonly of: CheckedOutView }) {
  const { error, run } = useAct();
  const time = whenText(at.ms, now.peek(), locale.value);
  const say = (what: 'still-here' | 'left-then') => () =>
    void run(what, () => send(`checked-out:${what}`, { visitId }));
  return (
    <Alert title={t().checkedOutThere(time)}>
      <p>{t().checkedOutAdvice(workOrderId, time)}</p>
      <div class="remedies">
        <Button look="link" act="still-here" onClick={say('still-here')}>
          {t().wasStillHere}
        </Button>
        <Button look="link" act="left-then" onClick={say('left-then')}>
          {t().leftThen}
        </Button>
      </div>
      <ErrorLine error={error} />
    </Alert>
  );
}
