/** Settings as the Settings window shows and changes them; keys and meaning are INTERFACE.md's. */

export interface Colleague {
  readonly userId: number;
  readonly name: string;
}

/** A client, in ServiceChannel's word for it, by the number of its company there. */
export interface Subscriber {
  readonly subscriberId: number;
  readonly name: string;
}

/** Minutes of difference from which a client disputes an invoice. */
export interface ClientMinutes extends Subscriber {
  readonly minutes: number;
}

/** Each setting that is shown, with its values. The client secret is not: it goes to no window. */
export interface SettingValues {
  readonly workTypeId: number;
  readonly techsCount: number;
  readonly undoSeconds: number;
  readonly idleMinutes: number;
  readonly autoPauseMinutes: number;
  readonly endOfDay: string;
  readonly workdays: readonly number[];
  readonly notifications: boolean;
  readonly remindBeforeMinutes: number;
  readonly disputeMinutes: number;
  readonly clientDisputeMinutes: readonly ClientMinutes[];
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: 'system' | 'en' | 'es' | 'fr';
  readonly timeFormat: 'system' | '12' | '24';
  readonly strip: boolean;
  readonly launchAtLogin: boolean;
  readonly shortcut: string;
  readonly technicians: readonly Colleague[];
  readonly apiUrl: string;
  readonly loginUrl: string;
  readonly clientId: string;
  readonly signIn: 'password' | 'browser';
  readonly redirectUri: string;
  readonly requestTimeoutSeconds: number;
  readonly updateUrl: string;
  readonly linkHosts: readonly string[];
}

export type SettingName = keyof SettingValues;

export interface SettingView<T> {
  readonly value: T;
  /** The company's policy decides it. */
  readonly locked: boolean;
}

export type SettingsView = { readonly [K in SettingName]: SettingView<SettingValues[K]> };

/** Those that a person may change; the others come from the system's policy alone. */
export const OWN_SETTINGS = [
  'workTypeId',
  'techsCount',
  'undoSeconds',
  'idleMinutes',
  'autoPauseMinutes',
  'endOfDay',
  'workdays',
  'notifications',
  'remindBeforeMinutes',
  'disputeMinutes',
  'clientDisputeMinutes',
  'theme',
  'language',
  'timeFormat',
  'strip',
  'launchAtLogin',
  'shortcut',
  'technicians',
  'apiUrl',
  'loginUrl',
  'clientId',
  'signIn',
  'redirectUri',
  'requestTimeoutSeconds',
] as const satisfies readonly SettingName[];
export type OwnSetting = (typeof OWN_SETTINGS)[number];

/** The checks of `Check connection`, in this order. */
export const CHECKS = [
  'host',
  'client',
  'user',
  'clock',
  'keychain',
  'tray',
  'notifications',
  'permission',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** One thing of the connection: it works, does not, or that cannot be told. */
export type CheckView = { readonly name: CheckName } & (
  | { readonly state: 'ok'; readonly detail: string }
  | { readonly state: 'missing'; readonly detail: string }
  | { readonly state: 'unknown'; readonly detail: string }
);
