import type { CheckView, OwnSetting, SettingName } from '../preload/contract.ts';
import { keyNames } from './en-keys.ts';
import { form } from './en-numbers.ts';
import { difference } from './en-problems.ts';
import { afterTheirs } from './en-quotes.ts';
import { languageName } from './language.ts';
import { shortcutText } from './shortcut.ts';

const labels: Readonly<Record<SettingName, string>> = {
  workTypeId: 'Work type of a check-in',
  techsCount: 'Technicians of a check-in',
  undoSeconds: 'Seconds in which you can undo',
  idleMinutes: 'Ask after so many minutes away',
  autoPauseMinutes: 'Pause after so many minutes without your answer',
  endOfDay: 'End of the day',
  workdays: 'Workdays',
  notifications: 'Notifications',
  disputeMinutes: 'Show a difference from so many minutes',
  clientDisputeMinutes: 'Show a difference from so many minutes, by client',
  theme: 'Theme',
  language: 'Language',
  timeFormat: 'Times',
  strip: 'A strip with the time, above all windows',
  remindBeforeMinutes: 'Remind of a due work order, minutes before',
  launchAtLogin: 'Start when I log in',
  shortcut: 'Shortcut that opens OnSite',
  technicians: 'Colleagues',
  apiUrl: 'API address',
  loginUrl: 'Sign-in address',
  clientId: 'Client ID',
  signIn: 'Sign in',
  redirectUri: 'Redirect address',
  requestTimeoutSeconds: 'Seconds to wait for an answer',
  updateUrl: 'Updates come from',
  linkHosts: 'Further pages that may be opened',
};

const hints: Partial<Readonly<Record<SettingName, string>>> = {
  undoSeconds: '0 sends at once.',
  idleMinutes: '0 never asks.',
  autoPauseMinutes: 'It pauses from the start of your absence. 0 never does.',
  remindBeforeMinutes: 'Once for each order, while you are not on site. 0 never does.',
  strip: 'While you are checked in: the number, the time, and Pause or Resume. Drag it where you like.',
  workdays: 'On these you are asked at the end of the day.',
  shortcut: 'Click here and press the keys. Backspace takes it away.',
  clientDisputeMinutes: 'For clients that dispute invoices earlier or later. Empty: as above.',
  redirectUri: 'Only where your client was registered with one.',
};

const wrong: Readonly<Record<OwnSetting, string>> = {
  workTypeId: 'A whole number from 1 on, please.',
  techsCount: 'A whole number from 1 to 999, please.',
  undoSeconds: 'A whole number from 0 to 30, please.',
  idleMinutes: 'A number from 0 on, please.',
  autoPauseMinutes: 'A number from 0 on, please.',
  endOfDay: 'A time like 17:30, please.',
  workdays: 'Choose days of the week.',
  notifications: 'On or off.',
  disputeMinutes: 'A number from 0 on, please.',
  clientDisputeMinutes: 'A number from 0 on for each, or nothing, please.',
  theme: 'Choose one of these.',
  language: 'Choose one of these.',
  timeFormat: 'Choose one of these.',
  strip: 'On or off.',
  remindBeforeMinutes: 'A number from 0 on, please.',
  launchAtLogin: 'On or off.',
  shortcut: 'Choose other keys.',
  technicians: 'Each needs a name and a UserId, in digits.',
  apiUrl: 'An address that begins with https://, please.',
  loginUrl: 'An address that begins with https://, please.',
  clientId: 'Type the client ID.',
  signIn: 'Choose one of these.',
  redirectUri: 'An address of this computer, like http://127.0.0.1:8400/.',
  requestTimeoutSeconds: 'A whole number from 1 to 600, please.',
};

const checks: Readonly<
  Record<CheckView['name'], Readonly<Record<CheckView['state'], (detail: string) => string>>>
> = {
  host: {
    ok: (host) => `ServiceChannel answers at ${host}.`,
    missing: (host) => `ServiceChannel does not answer at ${host}. Is there a network?`,
    unknown: () => 'Sign in to see whether ServiceChannel answers.',
  },
  client: {
    ok: () => 'ServiceChannel knows your client.',
    missing: () => 'No client ID is set. Your office gets one from ServiceChannel.',
    unknown: (asked) =>
      asked
        ? 'Whether ServiceChannel knows your client could not be checked now.'
        : 'Sign in to see whether ServiceChannel knows your client.',
  },
  user: {
    ok: (name) => `You are signed in as ${name}.`,
    missing: (message) =>
      message ? afterTheirs(message, 'ServiceChannel does not let you in.') : 'You are not signed in.',
    unknown: () => 'Your sign-in could not be checked now.',
  },
  clock: {
    ok: () => 'This computer’s clock is right.',
    missing: (ms) =>
      `This computer’s clock is ${difference(Number(ms))} ${Number(ms) > 0 ? 'behind' : 'ahead'}. Reported times are corrected.`,
    unknown: () => 'The clock has not been compared yet.',
  },
  keychain: {
    ok: () => 'The keychain keeps your sign-in.',
    missing: () => 'The keychain does not answer: you sign in again at each start.',
    unknown: () => 'The keychain has not been asked yet.',
  },
  tray: {
    ok: () => 'The icon is in the tray.',
    missing: () => 'This desktop shows no tray icon: OnSite is a window instead.',
    unknown: () => 'OnSite does not know yet whether there is a tray.',
  },
  notifications: {
    ok: () => 'Notifications can be shown.',
    missing: () => 'This desktop shows no notifications.',
    unknown: () => 'OnSite cannot tell whether notifications can be shown.',
  },
  permission: {
    ok: (clients) => `Check-ins without GPS are allowed by ${clients}.`,
    missing: (clients) =>
      `Check-ins without GPS are not allowed by ${clients}. Ask your office to get the XML check-in/out permission there. Provider Automation shows it.`,
    unknown: (clients) =>
      `${clients ? `Not known yet of ${clients}. ` : ''}Your first check-in at a client shows whether check-ins without GPS are allowed there (the XML check-in/out permission). Provider Automation shows it too, among your user’s permissions.`,
  },
};

/** The Settings window, in English. */
export const settings = {
  settingLabels: labels,
  settingHints: hints,
  settingWrong: (key: OwnSetting) => wrong[key],
  setByCompany: 'Set by your company',
  clientSecretHint: 'Kept in this computer’s keychain, and not shown again.',
  settingSections: {
    work: 'Work',
    asking: 'When OnSite asks',
    appearance: 'Appearance',
    computer: 'This computer',
    colleagues: 'Colleagues',
    connection: 'Connection',
    company: 'From your company',
  },
  settingOptions: {
    theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
    language: { system: 'As the system', en: 'English', es: 'Español', fr: 'Français' },
    timeFormat: { system: 'As the system', '12': '12 hours (3:02 PM)', '24': '24 hours (15:02)' },
    signIn: { password: 'With a password, here', browser: 'With the browser' },
  },
  /** The system asks for a language that there are no words for. */
  languageMissing: (tag: string) =>
    `OnSite has no words in ${languageName(tag, 'en')} yet, so it is in English.`,
  colleagueName: 'Name',
  colleagueId: 'UserId',
  addColleague: 'Add colleague',
  findColleagues: 'Find colleagues',
  removeColleague: (name: string) => (name ? `Remove ${name}` : 'Remove'),
  pressKeys: 'Press the keys…',
  keyNames,
  shortcut: (accelerator: string) => shortcutText(accelerator, keyNames),
  restoreDefaults: 'Restore defaults',
  restoreDefaultsHint: 'Everything but the connection.',
  checkingConnection: 'Checking the connection…',
  firstCheck: (missing: number) =>
    missing === 0
      ? 'The connection was checked: all that is known works.'
      : `The connection was checked: ${missing} of it ${form(missing, 'is', 'are')} missing.`,
  showChecks: 'Show the checks',
  checkSeen: 'All right',
  copyLetter: 'Copy a letter to the client',
  letterCopied: 'Copied. Send it to the client’s ServiceChannel administrator.',
  checkConnection: 'Check connection',
  copyDiagnostics: 'Copy diagnostics',
  diagnosticsCopied: 'Copied. No names and no secrets are in it.',
  check: ({ name, state, detail }: CheckView) => checks[name][state](detail),
  checkStates: { ok: 'Works', missing: 'Missing', unknown: 'Not known' },
} as const;
