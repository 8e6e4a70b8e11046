import type { Fault } from '../main/visit/commands.ts';
import type { NumberFault } from '../main/visit/numbers.ts';
import type { Problem } from '../main/visit/problem.ts';
import type { OwnSetting } from './settings.ts';
import type { FileFault } from './timesheet.ts';

/** Why a command cannot be done, as it is said beside the field that it speaks of. */
export type CommandError =
  | { readonly code: 'work-order' | 'technicians'; readonly fault: NumberFault }
  /** Half a time; a local time that does not exist; one that exists twice. */
  | { readonly code: 'time'; readonly fault: 'not-a-time' | 'skipped' | 'twice' }
  | { readonly code: 'rule'; readonly fault: Fault }
  /** `unclear`: a person must choose what ServiceChannel does not say of an open check-in. */
  | { readonly code: 'signed-out' | 'unclear' }
  /** `message` in ServiceChannel's words, here and below; it may be empty. */
  | { readonly code: 'wrong-password'; readonly message: string }
  | { readonly code: 'wrong-client'; readonly message: string }
  | { readonly code: 'not-now'; readonly message: string }
  | { readonly code: 'cancelled' }
  | { readonly code: 'no-client' }
  | { readonly code: 'still-waiting'; readonly count: number }
  /** `message` in the page's words, or the address whose port cannot be had. */
  | {
      readonly code: 'browser';
      readonly why: 'denied' | 'timeout' | 'port' | 'no-browser';
      readonly message: string;
    }
  | { readonly code: 'offline' }
  /** The certificate of the server, or of something in its place, vouches for nothing. */
  | { readonly code: 'untrusted' }
  | { readonly code: 'note-empty' }
  /** No answer came: it may have arrived. */
  | { readonly code: 'note-unknown' }
  /** No program shows maps: the address was copied. */
  | { readonly code: 'no-map' }
  | { readonly code: 'unreadable' }
  | { readonly code: 'refused'; readonly problem: Problem }
  | { readonly code: 'not-kept'; readonly detail: string }
  | { readonly code: 'policy' }
  /** A value that this setting cannot have. */
  | { readonly code: 'setting'; readonly key: OwnSetting }
  /** A file could not be written. */
  | { readonly code: 'file'; readonly path: string; readonly fault: FileFault }
  /** The record on this computer, where it is asked for, and in its last copy too. */
  | { readonly code: 'damaged' }
  | { readonly code: 'bad-request' }
  /** An error of our own; it is in the log. */
  | { readonly code: 'unexpected' };

/** The answer to a command: its value, or why it was not done. */
export type Result<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CommandError };
