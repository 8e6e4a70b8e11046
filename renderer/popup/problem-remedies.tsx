import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProblemView, RemedyName, Result } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { bringIntoSight } from '../ui/focus.ts';
import { openOrderPage, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { ASKS, Ask, type Asking } from './problem-asks.tsx';
import { remedyOpener, workOn } from './problem-order.ts';
import { crewNote, type ProblemTimes, remedyText, trueTimeNote } from './problem-words.ts';

const asksFirst = (name: RemedyName): name is Asking => ASKS.some((each) => each === name);

/** The remedies that are done at once, as commands. */
function commandOf(name: RemedyName, of: ProblemView, times: ProblemTimes): (() => Promise<Result>) | null {
  const { reportId, earliest } = of;
  switch (name) {
    case 'send-again':
      return () => send('report:send-again', { reportId });
    case 'it-was-recorded':
      return () => send('report:it-was-recorded', { reportId });
    case 'by-phone':
      return () => send('report:by-phone', { reportId });
    case 'client-enters':
      return () => send('report:client-enters', { reportId });
    case 'record-activity': {
      const note = crewNote(of, times);
      return () => send('report:record-activity', { reportId, ...(note !== null && { note }) });
    }
    case 'correct-record':
      return () => send('report:correct-record', { reportId });
    case 'without-status':
      return () => send('report:without-status', { reportId });
    case 'note-closed':
      return () => send('report:note-closed', { reportId });
    case 'check-in-at': {
      const at = earliest?.ms ?? of.at.ms;
      return () => send('report:check-in-at', { reportId, at, note: trueTimeNote(of, at, times) });
    }
    default:
      return null;
  }
}

interface Props {
  readonly of: ProblemView;
  readonly times: ProblemTimes;
}

/** A problem's remedies: the likeliest looks like a button, the others like links, the rarest are one click away. */
export function Remedies({ of, times }: Props) {
  const asking = useSignal<Asking | null>(null);
  const more = useSignal(false);
  const rare = useRef<HTMLDivElement>(null);
  const { error, run } = useAct();
  const { reportId } = of;
  useLayoutEffect(() => {
    if (rare.current) bringIntoSight(rare.current);
  }, [more.value]);
  const ask = (what: Asking | null) => {
    asking.value = what;
    workOn(what && reportId);
  };
  const close = () => ask(null);
  const discard = () => void run(`discard ${reportId}`, () => send('report:discard', { reportId }), close);
  const button = (name: RemedyName, index: number) => {
    const command = commandOf(name, of, times);
    const act = command ? `${name} ${reportId}` : undefined;
    const click = () => {
      if (asksFirst(name)) ask(name);
      else if (name === 'open-order') openOrderPage(of.workOrderId);
      else if (command) void run(`${name} ${reportId}`, command);
    };
    return (
      <Button
        key={name}
        look={index === 0 ? 'quiet' : 'link'}
        act={act}
        opens={asksFirst(name) ? remedyOpener(name, reportId) : undefined}
        onClick={click}
      >
        {remedyText(of, name, times)}
      </Button>
    );
  };
  if (asking.value)
    return (
      <>
        <Ask asking={asking.value} of={of} times={times} discard={discard} onClose={close} />
        <ErrorLine error={error} />
      </>
    );
  return (
    <>
      <div class="remedies">
        {of.remedies.map(button)}
        {of.more.length > 0 && (
          <Button look="link" expanded={more.value} onClick={() => (more.value = !more.value)}>
            {t().more}
          </Button>
        )}
      </div>
      {more.value && (
        <div class="remedies" ref={rare}>
          {of.more.map((name) => button(name, 1))}
        </div>
      )}
      <ErrorLine error={error} />
    </>
  );
}
