import { problems } from './en-problems.ts';

const says = (message: string): string => (message ? ` It says: ${problems.quoted(message)}` : '');

/** Signing in and out, in English. */
export const account = {
  signInTitle: 'Sign in',
  signIn: 'Sign in',
  signInOpens: 'Sign in…',
  username: 'Username',
  password: 'Password',
  connection: 'Connection',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  secretKept: 'In the keychain',
  environment: 'Environment',
  lockedByPolicy: 'What is grey is set by your company.',
  cancel: 'Cancel',
  askingServiceChannelToSignIn: 'Waiting for ServiceChannel to answer…',
  signsInSoon: 'ServiceChannel asks to wait a moment. OnSite signs you in then.',
  signsInLater: (time: string) =>
    `ServiceChannel takes no more requests until ${time}. OnSite signs you in then.`,

  expired: 'Your sign-in has ended',
  expiredAdvice: 'Your visit goes on, and reports wait here until you sign in again.',
  keychainLocked: 'The keychain does not answer',
  keychainLockedAdvice:
    'OnSite cannot tell whether you are signed in. Your visit goes on, and reports wait here. Unlock the keychain, or sign in again.',
  tryAgain: 'Try again',
  noTokens: (message: string) =>
    `ServiceChannel’s sign-in does not work right now.${says(message)} OnSite keeps trying, and reports wait here.`,

  wrongPassword: (message: string) =>
    message
      ? `ServiceChannel does not take this username with this password.${says(message)}`
      : 'ServiceChannel does not know this username with this password.',
  wrongClient: (message: string) =>
    `ServiceChannel does not know this client ID with this secret in this environment.${says(message)}`,
  signInNotNow: (message: string) =>
    message
      ? `ServiceChannel’s sign-in does not work right now.${says(message)}`
      : 'Something between this computer and ServiceChannel answered instead of its sign-in, or that is out of order. Try again later.',
  signInCancelled: 'Cancelled. Nothing was changed.',
} as const;
