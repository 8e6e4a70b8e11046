import type { Notice } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { ErrorLine, Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, openOrderPage, send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

const copied = (notice: Notice): string | null =>
  notice.code === 'database-set-aside' && notice.copyFrom !== null
    ? whenText(notice.copyFrom, now.peek(), locale.value)
    : null;

/** At most so many work orders have a button of their own. */
const MOST = 5;

/** The work orders that a notice asks to look at in ServiceChannel. */
function ordersOf(notice: Notice): readonly number[] {
  if (notice.code === 'visits-unreadable')
    return [...new Set(notice.workOrderIds.filter((id) => id !== null))].slice(0, MOST);
  if (notice.code !== 'database-log-lost') return [];
  const last = snapshot.value?.current ?? snapshot.value?.recent[0];
  return last ? [last.workOrderId] : [];
}

/** Said once, beside everything else, until it is dismissed. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  return notices.map((notice) => (
    <Note key={notice.code}>
      <p>{t().notice(notice, copied(notice))}</p>
      {notice.code === 'tray-not-done' && <ErrorLine error={notice.error} />}
      <div class="remedies">
        {ordersOf(notice).map((id, _, all) => (
          <Button key={id} look="link" onClick={() => openOrderPage(id)}>
            {all.length === 1 ? t().remedy('open-order', '') : t().openOrder(id)}
          </Button>
        ))}
        <Button look="link" onClick={() => void send('app:dismiss-notice', { code: notice.code })}>
          {t().dismiss}
        </Button>
      </div>
    </Note>
  ));
}
