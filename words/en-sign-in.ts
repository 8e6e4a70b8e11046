import type { EnvironmentChoice } from '../preload/contract.ts';

const environments: Readonly<Record<EnvironmentChoice, string>> = {
  production: 'Production',
  sandbox: 'Sandbox',
  custom: 'Your company’s own',
};

/** The form of a sign-in. */
export const signIn = {
  signIn: 'Sign in',
  username: 'Username',
  password: 'Password',
  connection: 'Connection',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  secretKept: 'Saved',
  secretGiven: 'Set',
  givenByCompany: 'Set by your company',
  typeUserName: 'Type your username.',
  typePassword: 'Type your password.',
  environment: 'Environment',
  lockedByPolicy: 'Your company has set what is grey.',
  cancel: 'Cancel',
  askingServiceChannelToSignIn: 'Waiting for ServiceChannel to answer…',
  signsInSoon: 'ServiceChannel asks to wait a moment. OnSite signs you in then.',
  signsInLater: (time: string) =>
    `ServiceChannel takes no more requests until ${time}. OnSite signs you in then.`,

  signInWithBrowser: 'Sign in with your browser',
  inBrowser: 'Sign in at ServiceChannel’s page in your browser. OnSite waits for five minutes.',
  environments,
} as const;
