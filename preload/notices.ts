import type { PolicyFault } from '../main/storage/faults.ts';
import type { Fault } from '../main/visit/commands.ts';

/** Something said once, beside everything else. */
export const NOTICE_CODES = [
  'policy-invalid',
  'settings-set-aside',
  'settings-not-kept',
  'database-set-aside',
  'database-log-lost',
  'database-damaged',
  'visits-unreadable',
  'no-keychain',
  'left-in-keychain',
  'no-sandbox',
  'clock',
  'shortcut-taken',
  'login-start-not-set',
  'unexpected',
  'tray-not-done',
  'language-unknown',
] as const;
type NoticeCode = (typeof NOTICE_CODES)[number];

/** The facts of a notice, by its code. */
interface NoticeFacts {
  'policy-invalid': { readonly path: string; readonly fault: PolicyFault };
  'settings-set-aside': { readonly path: string };
  'settings-not-kept': { readonly path: string; readonly detail: string };
  /** `path` is null where the file was gone. */
  'database-set-aside': { readonly path: string | null; readonly copyFrom: number | null };
  /** It could not be set aside while it is in use. */
  'database-damaged': { readonly path: string; readonly detail: string };
  /** The work orders of visits that lie in the file and cannot be read; null where not even that can be read. */
  'visits-unreadable': { readonly workOrderIds: readonly (number | null)[] };
  clock: { readonly differenceMs: number };
  'shortcut-taken': { readonly shortcut: string };
  'login-start-not-set': { readonly detail: string };
  /** BCP 47, as it was asked for. */
  'language-unknown': { readonly language: string };
  'tray-not-done': {
    readonly error:
      | { readonly code: 'rule'; readonly fault: Fault }
      | { readonly code: 'not-kept'; readonly detail: string };
  };
}

export type Notice = {
  [C in NoticeCode]: { readonly code: C } & (C extends keyof NoticeFacts ? NoticeFacts[C] : unknown);
}[NoticeCode];
