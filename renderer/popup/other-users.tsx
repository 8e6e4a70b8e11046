import type { OtherUserView } from '../../preload/contract.ts';
import { Note } from '../ui/alert.tsx';
import { t } from '../ui/words.ts';

/** Says that another user has something under way on this computer, and nothing more of it. */
export function OtherUser({ of: { userName, isOnSite, waiting, isLate } }: { readonly of: OtherUserView }) {
  return (
    <Note warn={isLate}>
      {isOnSite && <p>{t().otherOnSite(userName)}</p>}
      {waiting > 0 && <p>{t().otherWaits(userName, waiting)}</p>}
      {isLate && <p>{t().otherIsLate}</p>}
    </Note>
  );
}
