import type { CommandError } from '../preload/contract.ts';
import { counted, form } from './en-numbers.ts';
import { afterTheirs } from './en-quotes.ts';

function browserFailed(why: Extract<CommandError, { code: 'browser' }>['why'], message: string): string {
  switch (why) {
    case 'denied':
      return afterTheirs(message, 'The sign-in was denied in the browser.');
    case 'timeout':
      return 'No answer came from the browser within five minutes. Try again.';
    case 'port':
      return `Address ${message} of this computer is in use by another program. Close that one, or ask your office for another redirectUri.`;
    case 'no-browser':
      return 'Your browser could not be opened. Choose one in the settings of this computer, then try again.';
  }
}

/** Signing in and out, in English. */
export const account = {
  signInOpens: 'Sign in…',
  expired: 'Your sign-in has ended',
  expiredAdvice: 'Your visit goes on, and reports wait here until you sign in again.',
  keychainLocked: 'The keychain does not answer',
  keychainLockedAdvice:
    'OnSite cannot tell whether you are signed in. Your visit goes on, and reports wait here. Unlock the keychain, or sign in again.',
  tryAgain: 'Try again',
  noTokens: (message: string) =>
    afterTheirs(
      message,
      'ServiceChannel’s sign-in does not work right now. OnSite keeps trying, and reports wait here.',
    ),

  wrongPassword: (message: string) =>
    message
      ? afterTheirs(message, 'Check your username and your password.')
      : 'ServiceChannel does not know this username with this password.',
  wrongClient: (message: string) =>
    afterTheirs(message, 'ServiceChannel does not know this client ID with this secret in this environment.'),
  signInNotNow: (message: string) =>
    message
      ? afterTheirs(message, 'ServiceChannel’s sign-in does not work right now. Try again later.')
      : 'ServiceChannel’s sign-in did not answer, or something in between did. Try again later, or on another network.',
  noClient:
    'This computer has no client ID or no client secret for ServiceChannel. Type them in Settings, or ask your office.',
  browserFailed,
  browserPage: {
    done: { title: 'Go back to OnSite', text: 'OnSite has the answer. You can close this page.' },
    denied: { title: 'Not signed in', text: 'You can close this page, and try again in OnSite.' },
    unknown: {
      title: 'Not an answer',
      text: 'This belongs to no sign-in that OnSite waits for. You can close this page.',
    },
  },
  sendAndSignOut: 'Send now and sign out',
  signOutKeeping: (count: number) => `Sign out, keep ${count} here`,
  stay: 'Stay',
  stillWaiting: (count: number) =>
    `Not sent yet: ${counted(count, 'report')}. Nothing was lost, and you are still signed in.`,
  /** Of another user of this computer. */
  otherOnSite: (userName: string | null) =>
    `${userName ?? 'Another user'} is still checked in on this computer`,
  otherWaits: (userName: string | null, count: number) =>
    `${counted(count, 'report')} of ${userName ?? 'another user'} ${form(count, 'waits', 'wait')}`,
  otherIsLate:
    'It has waited for five days or longer. ServiceChannel takes times up to 7 days back: ask them to sign in here.',

  signInCancelled: 'Cancelled. Nothing was changed.',
} as const;
