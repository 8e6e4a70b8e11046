import type { ComponentChildren } from 'preact';
import { leaveBy, UNCHANGED } from '../../main/visit/leaving.ts';
import type { CommandError, MomentAnswer, MomentView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { type Acting, useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { CheckedOut } from '../ui/checked-out.tsx';
import { now } from '../ui/clock.ts';
import { LeavingForm } from '../ui/leaving-form.tsx';
import { Page } from '../ui/page.tsx';
import { locale, snapshot } from '../ui/snapshot.ts';
import { type LocalTime, withTime } from '../ui/time-draft.ts';
import { Today } from '../ui/today.tsx';
import { t } from '../ui/words.ts';
import { answer, changeLeaving, goBack, leavingDraft, panel, showQuestion } from './state.ts';

/** Writes an instant (ms) as people say it today. */
export const when = (ms: number): string => whenText(ms, now.peek(), locale.value);

/** Acts of one moment, each an answer to it. */
export function useAnswer(moment: MomentView): {
  readonly acting: Acting;
  readonly give: (given: MomentAnswer) => () => void;
  /** The same at a chosen time. */
  readonly giveAt: (time: LocalTime, given: (at: number | null) => MomentAnswer) => () => void;
} {
  const acting = useAct();
  const give = (given: MomentAnswer) => () => void acting.run(given.type, () => answer(moment.id, given));
  const giveAt = (time: LocalTime, given: (at: number | null) => MomentAnswer) => () =>
    void acting.run(given(null).type, () => withTime(time, (at) => answer(moment.id, given(at))));
  return { acting, give, giveAt };
}

interface Props {
  readonly title: string;
  readonly text?: string | undefined;
  readonly moment: MomentView;
  /** The day so far helps to answer. */
  readonly day?: boolean;
  readonly error: CommandError | null;
  readonly answers: ComponentChildren;
  /** The form that one of the answers has opened. */
  readonly sheet?: ComponentChildren;
  readonly onSubmit?: (event: Event) => void;
  readonly openedBy?: string;
  /** The fields to fill in. */
  readonly children?: ComponentChildren;
}

/** One question: what it is about, then its answers. */
export function Question(props: Props) {
  const { title, text, moment, day = false, error, answers, sheet, onSubmit, openedBy, children } = props;
  const { visit } = moment;
  return (
    <Page
      {...(onSubmit && { onSubmit })}
      openedBy={openedBy}
      sheet={
        <>
          {sheet}
          <ErrorLine error={error} />
        </>
      }
      bar={answers}
    >
      <h1 tabIndex={-1}>{title}</h1>
      {visit.workOrder?.store && <p class="store">{visit.workOrder.store}</p>}
      {text && <p class="soft">{text}</p>}
      {day && <Today />}
      {children}
    </Page>
  );
}

/** Opens the form in place; travel and custom types have none and are left at once. */
export function CheckOutOpens(props: {
  readonly moment: MomentView;
  readonly acting: Acting;
  readonly look?: 'primary' | 'quiet' | 'link';
}) {
  const { moment, acting, look } = props;
  const atOnce = () =>
    void acting.run('check-out', () => answer(moment.id, { type: 'check-out', at: null, ...UNCHANGED }));
  const name = t().leave[leaveBy(moment.visit)];
  if (moment.visit.hasForm)
    return (
      <Button look={look} opens="check-out" onClick={() => (panel.value = 'check-out')}>
        {name}
      </Button>
    );
  return (
    <Button look={look} act="check-out" onClick={atOnce}>
      {name}
    </Button>
  );
}

/** The check-out form in a moment's window. @param offered a time one click away, never chosen beforehand (ms) */
export function CheckOut({
  moment,
  offered,
}: {
  readonly moment: MomentView;
  readonly offered: number | null;
}) {
  return (
    <LeavingForm
      visit={moment.visit}
      draft={leavingDraft.value}
      onChange={changeLeaving}
      onLeave={(leaving, at) => answer(moment.id, { type: 'check-out', ...leaving, at })}
      onDone={showQuestion}
      onBack={goBack}
      openedBy="check-out"
      offered={offered}
    >
      <h1 tabIndex={-1}>{t().checkOutOf(moment.visit.workOrderId)}</h1>
      {snapshot.value?.checkedOut && <CheckedOut of={snapshot.value.checkedOut} />}
    </LeavingForm>
  );
}
