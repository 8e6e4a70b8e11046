import * as v from 'valibot';
import { choice, done, earlier, instant, text } from './schemas.ts';

/** How a moment is answered. `keep` is the answer that changes nothing: also Esc and closing. */
const momentAnswer = v.variant('type', [
  v.strictObject({ type: v.picklist(['keep', 'dont-ask', 'take-back', 'quit']) }),
  /** Idle: from the absence's start, whatever `at` says. */
  v.strictObject({ type: v.literal('pause'), ...earlier }),
  /** Null: the absence's own start, or end. */
  v.strictObject({ type: v.literal('break'), from: v.nullable(instant), to: v.nullable(instant) }),
  v.strictObject({ type: v.literal('check-out'), ...earlier, ...choice }),
]);

/** Answers to what OnSite asks by itself. */
export const momentCommands = {
  'moment:answer': done(v.strictObject({ momentId: text, answer: momentAnswer })),
  'moments:computer': done(v.strictObject({ withYou: v.boolean() })),
  'moments:dismiss': done(v.strictObject({ what: v.picklist(['still-paused', 'resume']) })),
} as const;
