import { useEffect, useRef } from 'preact/hooks';
import type { ProblemView } from '../../preload/contract.ts';
import { Button } from '../ui/button.tsx';
import { useEscape } from '../ui/escape.ts';
import { focusIn } from '../ui/focus.ts';
import { t } from '../ui/words.ts';
import { ChangeForm } from './change-form.tsx';
import { MoveForm } from './move-form.tsx';
import { NoteForm } from './note-form.tsx';
import { remedyOpener } from './problem-order.ts';
import { lostText, noteDraft, type ProblemTimes } from './problem-words.ts';

/** The remedies that ask in place before they do anything. */
export const ASKS = ['discard', 'tell-client', 'wrong-number', 'change'] as const;
export type Asking = (typeof ASKS)[number];

interface Props {
  readonly asking: Asking;
  readonly of: ProblemView;
  readonly times: ProblemTimes;
  readonly discard: () => void;
  readonly onClose: () => void;
}

/** Asks before what was done is lost; the answer that changes nothing has the focus. */
function Discard({ of, times, discard, onClose }: Omit<Props, 'asking'>) {
  const answers = useRef<HTMLDivElement>(null);
  useEscape(onClose);
  useEffect(() => focusIn(answers.current?.querySelector<HTMLElement>('.link')), []);
  return (
    <>
      <p class="asking">{lostText(of, times)}</p>
      <div class="remedies" ref={answers} data-opened-by={remedyOpener('discard', of.reportId)}>
        <Button act={`discard ${of.reportId}`} onClick={discard}>
          {t().dontReport}
        </Button>
        <Button look="link" onClick={onClose}>
          {t().keepIt}
        </Button>
      </div>
    </>
  );
}

/** The question or the form of a remedy, in place of the remedies. */
export function Ask({ asking, of, times, discard, onClose }: Props) {
  const openedBy = remedyOpener(asking, of.reportId);
  switch (asking) {
    case 'discard':
      return <Discard of={of} times={times} discard={discard} onClose={onClose} />;
    case 'tell-client':
      return (
        <NoteForm reportId={of.reportId} draft={noteDraft(of, times)} openedBy={openedBy} onClose={onClose} />
      );
    case 'wrong-number':
      return (
        <MoveForm visitId={of.visitId} hint={t().moveHintUnsent} openedBy={openedBy} onClose={onClose} />
      );
    case 'change':
      return of.change && <ChangeForm {...of} change={of.change} onClose={onClose} />;
  }
}
