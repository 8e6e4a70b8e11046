/** The faults of the app's files, as codes: the words are chosen where they are shown. */

/** Why the record on this computer cannot be opened or kept. */
export type Cause = 'damaged' | 'newer' | 'full' | 'denied' | 'locked' | 'other';

/** Why a value is not one that its setting can have. */
export type ValueFault =
  | 'text'
  | 'number'
  | 'whole'
  | 'yes-no'
  | 'list'
  /** One of `than`; at least and at most `than`. */
  | 'choice'
  | 'least'
  | 'most'
  | 'empty'
  | 'too-long'
  | 'missing'
  | 'unknown-key'
  | 'url'
  | 'https'
  | 'loopback'
  | 'host-name'
  | 'time'
  | 'other';

/** A setting, as the path to it in its file, and what is wrong with its value. */
export interface SettingFault {
  readonly code: 'setting';
  readonly key: string;
  readonly why: ValueFault;
  readonly than: string;
}

/** Why a policy file is not used. */
export type PolicyFault =
  | SettingFault
  /** It is no object that could hold settings; another kind of file; larger than 1 MB. */
  | { readonly code: 'no-settings' | 'not-a-file' | 'too-large' }
  /** Only the system's policy file may say this. */
  | { readonly code: 'system-only'; readonly key: string }
  | { readonly code: 'json'; readonly line: number | null }
  /** The file, or the folder that is named, is another user's or may be written by others. */
  | { readonly code: 'foreign' | 'writable'; readonly folder: string | null }
  /** In the system's words. */
  | { readonly code: 'unreadable'; readonly detail: string };

/** A fault of the database. */
export type DatabaseFault =
  | { readonly code: 'missing' }
  | { readonly code: 'newer'; readonly schema: number }
  /** In SQLite's words. */
  | { readonly code: 'damaged'; readonly detail: string };
