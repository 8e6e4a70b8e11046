import type { Snapshot } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { openBackAt } from './view.ts';

function ComputerQuestion() {
  const answer = (withYou: boolean) => void send('moments:computer', { withYou });
  return (
    <Note>
      <p>{t().askComputer}</p>
      <div class="remedies">
        <Button look="link" onClick={() => answer(true)}>
          {t().yes}
        </Button>
        <Button look="link" onClick={() => answer(false)}>
          {t().no}
        </Button>
      </div>
    </Note>
  );
}

function StillPaused({ since }: { readonly since: number }) {
  return (
    <Note>
      <p>{t().stillPausedSince(whenText(since, now.peek(), locale.value))}</p>
      <div class="remedies">
        <Button look="link" onClick={openBackAt}>
          {t().backAtOpens}
        </Button>
        <Button look="link" onClick={() => void send('moments:dismiss', { what: 'still-paused' })}>
          {t().dismiss}
        </Button>
      </div>
    </Note>
  );
}

function ResumeOffer({ workOrderId }: { readonly workOrderId: number }) {
  return (
    <Note>
      <p>{t().pausedUntilToday(workOrderId)}</p>
      <Button look="link" onClick={() => void send('moments:dismiss', { what: 'resume' })}>
        {t().dismiss}
      </Button>
    </Note>
  );
}

/** The questions and notes of OnSite in the popup: beside the page, blocking nothing. */
export function MomentNotes({ snapshot: { moments, current } }: { readonly snapshot: Snapshot }) {
  const paused = moments.stillPaused;
  return (
    <>
      {moments.idleSilent && current?.phase === 'on site' && <Note>{t().idleSilent}</Note>}
      {moments.askComputer && <ComputerQuestion />}
      {paused && paused.visitId === current?.id && <StillPaused since={paused.since.ms} />}
      {moments.resume && <ResumeOffer workOrderId={moments.resume.workOrderId} />}
    </>
  );
}
