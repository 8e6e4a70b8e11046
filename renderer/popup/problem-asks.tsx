import type { ProblemView } from '../../preload/contract.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/words.ts';
import { ChangeForm } from './change-form.tsx';
import { MoveForm } from './move-form.tsx';
import { NoteForm } from './note-form.tsx';
import { lostText, noteDraft, type Times } from './problem-words.ts';

/** What a remedy asks in place before it does anything. */
export const ASKS = ['discard', 'tell-client', 'wrong-number', 'change'] as const;
export type Asking = (typeof ASKS)[number];

interface Props {
  readonly asking: Asking;
  readonly of: ProblemView;
  readonly times: Times;
  readonly discard: () => void;
  readonly onClose: () => void;
}

/** The question or the form of a remedy, in place of the remedies. */
export function Ask({ asking, of, times, discard, onClose }: Props) {
  switch (asking) {
    case 'discard':
      return (
        <>
          <p class="asking">{lostText(of, times)}</p>
          <div class="remedies">
            <Button act={`discard ${of.reportId}`} onClick={discard}>
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
    case 'change':
      return of.change && <ChangeForm {...of} change={of.change} onClose={onClose} />;
  }
}
