import { useSignal } from '@preact/signals';
import { UNCHANGED } from '../../main/visit/leaving.ts';
import type { Stamp } from '../../main/visit/types.ts';
import type { VisitView } from '../../preload/contract.ts';
import { englishLocale } from '../../words/dates.ts';
import { timeText, whenText } from '../../words/times.ts';
import { type Acting, useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { useEscape } from '../ui/escape.ts';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { view } from './view.ts';

interface AskProps {
  readonly text: string;
  readonly answer: string;
  readonly act: string;
  readonly acting: Acting;
  readonly onAnswer: () => void;
  readonly onBack: () => void;
}

/** Asks in place before it acts. */
function Ask({ text, answer, act, acting, onAnswer, onBack }: AskProps) {
  useEscape(onBack);
  return (
    <>
      <p class="asking">{text}</p>
      <ErrorLine error={acting.error} />
      <div class="buttons">
        <Button first onClick={onBack}>
          {t().back}
        </Button>
        <Button act={act} onClick={onAnswer}>
          {answer}
        </Button>
      </div>
    </>
  );
}

interface Props {
  readonly visit: VisitView;
  /** From when it counts. */
  readonly at: Stamp;
}

/** The acts that a visit has before the time comes from which it counts. */
export function Ahead({ visit, at }: Props) {
  const asking = useSignal<'leave' | 'take-back' | null>(null);
  const acting = useAct();
  const time = whenText(at.ms, now.peek(), locale.value);
  const note = t().mistakenNote(timeText(at.ms, englishLocale(locale.value)));
  const visitId = visit.id;
  const leave = () => send('visit:check-out', { visitId, at: at.ms, ...UNCHANGED });
  const takeBack = () => void acting.run('take-back', () => send('visit:take-back', { visitId, note }));
  const ask = (what: typeof asking.value) => () => {
    asking.value = what;
  };
  const common = { acting, onBack: ask(null) };
  if (asking.value === 'leave')
    return (
      <Ask
        {...common}
        text={t().zeroMinutes}
        answer={t().leaveAt(time)}
        act="check-out"
        onAnswer={() => void acting.run('check-out', leave)}
      />
    );
  if (asking.value === 'take-back')
    return (
      <Ask
        {...common}
        text={t().takeBackAsks(time, note)}
        answer={t().takeItBack}
        act="take-back"
        onAnswer={takeBack}
      />
    );
  const openForm = () => {
    view.value = { name: 'check-out', visitId };
  };
  // A check-in that has not been sent is taken back without a question.
  const isSent = visit.countsFrom?.sent ?? false;
  return (
    <>
      <ErrorLine error={acting.error} />
      <div class="buttons">
        <Button first onClick={visit.hasForm ? openForm : ask('leave')}>
          {t().leaveAt(time)}
        </Button>
        <Button act={isSent ? undefined : 'take-back'} onClick={isSent ? ask('take-back') : takeBack}>
          {t().takeItBack}
        </Button>
      </div>
    </>
  );
}
