import type { MomentKind } from '../moments/pending.ts';

/** What a notification of the desktop speaks of. */
export type Said =
  | { readonly what: Exclude<MomentKind, 'quit'> | 'resume'; readonly workOrderId: number }
  | { readonly what: 'still-paused'; readonly workOrderId: number; readonly since: number };

/** Title and text of a notification. @param time writes an instant (ms) as a time of day */
export function wordsOf(said: Said, time: (ms: number) => string): { title: string; body: string } {
  const order = `Work order ${said.workOrderId}`;
  switch (said.what) {
    case 'idle':
      return {
        title: 'Still working?',
        body: `${order} is on site. OnSite has a question when you are back.`,
      };
    case 'end-of-day':
      return { title: 'End of the day', body: `${order} is still on site.` };
    case 'forgotten':
      return { title: 'Did you forget to check out?', body: `${order} is still checked in.` };
    case 'still-paused':
      return {
        title: `Still paused since ${time(said.since)}`,
        body: `${order}. Click to say when you came back.`,
      };
    case 'resume':
      return { title: 'Paused until today', body: `${order} can be resumed.` };
  }
}
