import * as v from 'valibot';
import type { Result } from '../command-errors.ts';
import type { CallView } from '../records.ts';
import { answers, done, id, instant, none } from './schemas.ts';

/** The company's PIN on the phone line: digits, as many as any has. */
const pin = v.pipe(v.string(), v.regex(/^\d{0,20}$/));

/** Checking in and out by phone. */
export const phoneCommands = {
  /** The PIN that this user keeps here; empty where none is. */
  'phone:pin': answers<string>()(none),
  'phone:keep-pin': done(v.strictObject({ pin })),
  /** Looks whether a call of about that time or later is on the record. */
  'phone:look': answers<Result<CallView>>()(
    v.strictObject({ workOrderId: id, direction: v.picklist(['in', 'out']), from: instant }),
  ),
} as const;
