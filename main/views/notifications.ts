import type { Words } from '../../words/index.ts';
import type { MomentKind } from '../moments/pending.ts';

/** What a notification of the desktop speaks of. */
export type Said =
  | { readonly what: Exclude<MomentKind, 'quit'> | 'resume'; readonly workOrderId: number }
  | { readonly what: 'still-paused'; readonly workOrderId: number; readonly since: number };

/** Title and text of a notification. @param time writes an instant (ms) as a time of day */
export function notification(
  { notification: words }: Words,
  said: Said,
  time: (ms: number) => string,
): { readonly title: string; readonly body: string } {
  if (said.what === 'still-paused') return words[said.what](said.workOrderId, time(said.since));
  return words[said.what](said.workOrderId);
}
