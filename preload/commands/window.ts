import * as v from 'valibot';
import { NOTICE_CODES } from '../notices.ts';
import type { Snapshot } from '../snapshot.ts';
import { answers, none, nothing, pixels, text } from './schemas.ts';

/** Commands of a window about itself. */
export const windowCommands = {
  'app:snapshot': answers<Snapshot>()(none),
  /** The page has drawn itself for the first time, and has put the focus: its window may be shown. */
  'app:drawn': nothing(none),
  'app:hide': nothing(none),
  /** Opens the menu there, from the left and the top of the window's content, CSS px. */
  'app:menu': nothing(v.strictObject({ x: pixels, y: pixels })),
  /** Height of the window's content, CSS px. */
  'app:fit': nothing(v.strictObject({ height: pixels })),
  /** A field of date and time has the focus: it moves on to the hour, which a page cannot do. */
  'app:select-hour': nothing(none),
  /** An error that the page did not expect: where in its code, without what it said. */
  'app:error': nothing(v.strictObject({ where: text })),
  'app:dismiss-notice': nothing(v.strictObject({ code: v.picklist(NOTICE_CODES) })),
} as const;
