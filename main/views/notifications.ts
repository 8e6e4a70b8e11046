import type { Words } from '../../words/index.ts';
import type { MomentKind } from '../moments/pending.ts';

/** What a notification of the desktop speaks of. */
export type Said =
  | { readonly what: Exclude<MomentKind, 'quit'> | 'resume'; readonly workOrderId: number }
  | { readonly what: 'signed-out' | 'keychain-locked' }
  | { readonly what: 'still-paused'; readonly workOrderId: number; readonly since: number };

/** Title and text of a notification. @param time writes an instant (ms) as a time of day */
export function notification(
  { notification: words }: Words,
  said: Said,
  time: (ms: number) => string,
): { readonly title: string; readonly body: string } {
  switch (said.what) {
    case 'still-paused':
      return words[said.what](said.workOrderId, time(said.since));
    case 'signed-out':
    case 'keychain-locked':
      return words[said.what];
    default:
      return words[said.what](said.workOrderId);
  }
}
