import { useSignal } from '@preact/signals';
import type { ProblemView, RemedyName, Result } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { Alert, ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { MoveForm } from './move-form.tsx';
import { NoteForm } from './note-form.tsx';
import { explained, keptText, noteDraft, toldText, trueTimeNote } from './problem-words.ts';
import { Unreported } from './unreported.tsx';

/** What a remedy asks in place before it does anything. */
const ASKS = ['discard', 'tell-client', 'wrong-number'] as const;
type Asking = (typeof ASKS)[number];

const asks = (name: RemedyName): boolean => ASKS.some((each) => each === name);

interface AskProps {
  readonly asking: Asking;
  readonly of: ProblemView;
  readonly discard: () => void;
  readonly onClose: () => void;
}

function Ask({ asking, of, discard, onClose }: AskProps) {
  const times = { now: now.peek(), locale: locale.value };
  switch (asking) {
    case 'discard':
      return (
        <>
          <p class="asking">{t().lost(of, whenText(of.at.ms, times.now, times.locale))}</p>
          <div class="remedies">
            <Button look="link" act={`discard ${of.reportId}`} onClick={discard}>
              {t().dontReport}
            </Button>
            <Button look="link" onClick={onClose}>
              {t().keepIt}
            </Button>
          </div>
        </>
      );
    case 'tell-client':
      return <NoteForm reportId={of.reportId} draft={noteDraft(of, times)} onClose={onClose} />;
    case 'wrong-number':
      return <MoveForm visitId={of.visitId} hint={t().moveHintUnsent} onClose={onClose} />;
  }
}

/** A report that needs a person: what happened, what to do, and the remedies. */
export function ProblemAlert({ of }: { readonly of: ProblemView }) {
  const asking = useSignal<Asking | null>(null);
  const { error, run } = useAct();
  const { reportId, earliest } = of;
  const times = { now: now.peek(), locale: locale.value };
  const when = (ms: number) => whenText(ms, times.now, times.locale);
  const title = of.state === 'refused' ? t().refused : t().unconfirmed;
  const act = (name: RemedyName, command: () => Promise<Result>) => () =>
    void run(`${name} ${reportId}`, command);
  const ask = (what: Asking) => () => {
    asking.value = what;
  };
  const remedies: Readonly<Record<RemedyName, () => void>> = {
    'send-again': act('send-again', () => send('report:send-again', { reportId })),
    'it-was-recorded': act('it-was-recorded', () => send('report:it-was-recorded', { reportId })),
    'by-phone': act('by-phone', () => send('report:by-phone', { reportId })),
    'record-activity': act('record-activity', () => send('report:record-activity', { reportId })),
    'correct-record': act('correct-record', () => send('report:correct-record', { reportId })),
    'check-in-at': act('check-in-at', () => {
      const at = earliest?.ms ?? of.at.ms;
      return send('report:check-in-at', { reportId, at, note: trueTimeNote(of, at, times) });
    }),
    'tell-client': ask('tell-client'),
    'wrong-number': ask('wrong-number'),
    discard: ask('discard'),
  };
  const kept = keptText(of, times);
  const told = toldText(of, times);
  return (
    <Alert title={title(of.workOrderId, of, when(of.at.ms))}>
      <p>{explained(of, times)}</p>
      {kept && <p class="kept">{kept}</p>}
      {told && <p class="told">{told}</p>}
      <Unreported reportId={reportId} />
      {asking.value ? (
        <Ask
          asking={asking.value}
          of={of}
          discard={act('discard', () => send('report:discard', { reportId }))}
          onClose={() => (asking.value = null)}
        />
      ) : (
        <div class="remedies">
          {of.remedies.map((name) => (
            <Button
              key={name}
              look="link"
              act={asks(name) ? undefined : `${name} ${reportId}`}
              onClick={remedies[name]}
            >
              {t().remedy(name, earliest ? when(earliest.ms) : '')}
            </Button>
          ))}
        </div>
      )}
      <ErrorLine error={error} />
    </Alert>
  );
}
