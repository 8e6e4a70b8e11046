import * as v from 'valibot';
import { ENVIRONMENTS, isAllowedUrl } from '../servicechannel/hosts.ts';

/** Keys, types and bounds of `settings.json` and the policy file are one and the same (INTERFACE.md, Policy file). */

const Host = v.pipe(
  v.string(),
  v.url('must be a URL'),
  v.check(isAllowedUrl, 'must start with https:// (http:// is for this computer alone)'),
  v.transform((text) => text.replace(/\/+$/, '')),
);

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(least), v.maxValue(most));

const minutes = v.pipe(v.number(), v.finite(), v.minValue(0, 'must be 0 or more'));

export const SettingsFile = v.partial(
  v.strictObject({
    apiUrl: Host,
    loginUrl: Host,
    clientId: v.string(),
    // Its own words: valibot’s would repeat what is there instead.
    clientSecret: v.string('must be text'),
    idleMinutes: minutes,
    autoPauseMinutes: minutes,
    endOfDay: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 17:30')),
    workdays: v.array(whole(1, 7)),
    signIn: v.picklist(['password', 'browser']),
    redirectUri: v.pipe(v.string(), v.url()),
    technicians: v.array(
      v.strictObject({ userId: whole(1, 2_147_483_647), name: v.pipe(v.string(), v.minLength(1)) }),
    ),
    updateUrl: Host,
    linkHosts: v.array(v.string()),
    workTypeId: whole(1, 2_147_483_647),
    techsCount: whole(1, 999),
    launchAtLogin: v.boolean(),
    shortcut: v.string(),
    theme: v.picklist(['system', 'light', 'dark']),
    language: v.picklist(['system', 'en', 'es', 'fr']),
    notifications: v.boolean(),
    requestTimeoutSeconds: v.pipe(v.number(), v.minValue(1), v.maxValue(600)),
  }),
);
export type SettingsFile = v.InferOutput<typeof SettingsFile>;
export type SettingKey = keyof SettingsFile;

/** The settings that always have a value; `redirectUri` and `updateUrl` may be absent. */
export type Settings = {
  readonly [K in Exclude<SettingKey, 'redirectUri' | 'updateUrl'>]: NonNullable<SettingsFile[K]>;
};

/** What holds where neither policy nor user says otherwise. Hosts default to production. */
export const DEFAULTS: Settings = {
  apiUrl: ENVIRONMENTS.production.apiUrl,
  loginUrl: ENVIRONMENTS.production.loginUrl,
  clientId: '',
  clientSecret: '',
  idleMinutes: 30,
  autoPauseMinutes: 0,
  endOfDay: '17:30',
  workdays: [1, 2, 3, 4, 5, 6, 7],
  signIn: 'password',
  technicians: [],
  linkHosts: [],
  workTypeId: 1,
  techsCount: 1,
  launchAtLogin: false,
  shortcut: 'CommandOrControl+Shift+O',
  theme: 'system',
  language: 'system',
  notifications: true,
  requestTimeoutSeconds: 30,
};

/** The first thing that is wrong, as `key: why`. */
export function faultText(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  if (!issue) return '';
  return [v.getDotPath(issue), issue.message].filter(Boolean).join(': ');
}
