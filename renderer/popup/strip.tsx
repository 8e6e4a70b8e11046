import type { Phase, Snapshot } from '../../preload/contract.ts';
import { wholeMinutes } from '../../words/times.ts';
import { now } from '../ui/clock.ts';
import { sumOf } from '../ui/day-sum.ts';
import { t } from '../ui/first-words.ts';
import { newsAbove, showNews } from '../ui/news-place.ts';
import { WithPart } from '../ui/part.tsx';
import { furtherPart } from './further-part.ts';

/** The account's name, and the time on site today. */
function Quiet({ account, day }: Pick<Snapshot, 'account' | 'day'>) {
  const minutes = wholeMinutes(sumOf(day, now.value).onSite);
  return (
    <div class="strip">
      <span class="strip-name">
        {account.state === 'signed-out' ? t().appName : account.name || account.userName}
      </span>
      {minutes > 0 && <span>{t().todayShort(t().duration(minutes))}</span>}
    </div>
  );
}

/** There is something to read that is not in sight. */
function Hint({ snapshot }: { readonly snapshot: Snapshot }) {
  return (
    <WithPart of={furtherPart}>
      {({ newsHint }) => {
        const { text, look } = newsHint(snapshot);
        return (
          <button type="button" class={`strip news-hint ${look}`} onClick={showNews}>
            {text}
            <span aria-hidden="true">↑</span>
          </button>
        );
      }}
    </WithPart>
  );
}

/** The line above the header: it is always there, so that what comes late into it moves nothing. */
export function Strip({ snapshot, phase }: { readonly snapshot: Snapshot; readonly phase: Phase }) {
  return (
    <div class="strip-room">
      {newsAbove.value ? <Hint snapshot={snapshot} /> : <Quiet {...snapshot} />}
      {/* A live region tells screen readers what appears in it. */}
      <div class="undo-room" aria-live="polite">
        <WithPart of={furtherPart}>{({ UndoBar }) => <UndoBar of={snapshot.undo} phase={phase} />}</WithPart>
      </div>
    </div>
  );
}
