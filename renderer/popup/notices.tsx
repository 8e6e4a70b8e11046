import type { Notice } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

const copied = (notice: Notice): string | null =>
  notice.code === 'database-set-aside' && notice.copyFrom !== null
    ? whenText(notice.copyFrom, now.peek(), locale.value)
    : null;

/** Said once, beside everything else, until it is dismissed. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  return notices.map((notice) => (
    <Note key={notice.code}>
      <p>{t().notice(notice, copied(notice))}</p>
      <Button look="link" onClick={() => void send('app:dismiss-notice', { code: notice.code })}>
        {t().dismiss}
      </Button>
    </Note>
  ));
}
