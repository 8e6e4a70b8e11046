import * as v from 'valibot';
import { HOSTS, isAllowedUrl, isLoopback } from '../servicechannel/hosts.ts';
import type { SettingFault, ValueFault } from './faults.ts';

/**
 * Keys, types and bounds of `settings.json` and the policy file are one and the same (INTERFACE.md, Policy file). Where
 * a rule has a message it is the code of a `ValueFault`.
 */

const OWN_CODES = ['https', 'loopback', 'host-name', 'time'] as const;
const own = (code: (typeof OWN_CODES)[number]) => code;

const Host = v.pipe(
  v.string(),
  v.url(),
  v.check(isAllowedUrl, own('https')),
  v.transform((text) => text.replace(/\/+$/, '')),
);

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

function isLoopbackRedirect(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  return protocol === 'http:' && isLoopback(hostname) && !username && !password && !search && !hash;
}

/** The sign-in page sends its answer to this computer alone; empty = a free port is used. */
const Redirect = v.pipe(
  v.string(),
  v.check((text) => text === '' || isLoopbackRedirect(text), own('loopback')),
);

/** At least two labels: a single one, such as `com`, would stand for everything below it. An address of numbers has no name. */
const HOST_NAME = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

const HostName = v.pipe(v.string(), v.toLowerCase(), v.regex(HOST_NAME, own('host-name')));

const Id = whole(1, 2_147_483_647);
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const minutes = v.pipe(v.number(), v.finite(), v.minValue(0));

export const SettingsFile = v.partial(
  v.strictObject({
    apiUrl: Host,
    loginUrl: Host,
    clientId: v.string(),
    clientSecret: v.string(),
    idleMinutes: minutes,
    autoPauseMinutes: minutes,
    endOfDay: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, own('time'))),
    workdays: v.array(whole(1, 7)),
    signIn: v.picklist(['password', 'browser']),
    redirectUri: Redirect,
    technicians: v.pipe(
      v.array(
        v.strictObject({
          userId: Id,
          name: Name,
        }),
      ),
      v.maxLength(200),
    ),
    updateUrl: Host,
    linkHosts: v.array(HostName),
    workTypeId: Id,
    techsCount: whole(1, 999),
    launchAtLogin: v.boolean(),
    shortcut: v.string(),
    theme: v.picklist(['system', 'light', 'dark']),
    language: v.picklist(['system', 'en', 'es', 'fr']),
    notifications: v.boolean(),
    requestTimeoutSeconds: whole(1, 600),
    remindBeforeMinutes: minutes,
    disputeMinutes: minutes,
    clientDisputeMinutes: v.pipe(
      v.array(v.strictObject({ subscriberId: Id, name: Name, minutes })),
      v.maxLength(200),
    ),
    timeFormat: v.picklist(['system', '12', '24']),
    strip: v.boolean(),
    undoSeconds: whole(0, 30),
  }),
);
export type SettingsFile = v.InferOutput<typeof SettingsFile>;
export type SettingKey = keyof SettingsFile;

/** A value for every key. */
export type Settings = { readonly [K in SettingKey]-?: NonNullable<SettingsFile[K]> };

/** Where the program comes from and which links it opens is for the system's policy file alone to say. */
export const SYSTEM_ONLY = ['updateUrl', 'linkHosts'] as const;
export type SystemOnly = (typeof SYSTEM_ONLY)[number];

/** The keys of a file that must not be in it, since it is not the system's policy. */
export const systemOnlyIn = (values: SettingsFile): readonly SystemOnly[] =>
  SYSTEM_ONLY.filter((key) => values[key] !== undefined);

/** The values where neither policy nor user says otherwise. Hosts default to production. */
export const DEFAULTS: Settings = {
  apiUrl: HOSTS.production.apiUrl,
  loginUrl: HOSTS.production.loginUrl,
  clientId: '',
  clientSecret: '',
  idleMinutes: 30,
  autoPauseMinutes: 0,
  endOfDay: '17:30',
  workdays: [1, 2, 3, 4, 5, 6, 7],
  signIn: 'password',
  redirectUri: '',
  technicians: [],
  updateUrl: '',
  linkHosts: [],
  workTypeId: 1,
  techsCount: 1,
  launchAtLogin: false,
  shortcut: 'CommandOrControl+Shift+O',
  theme: 'system',
  language: 'system',
  notifications: true,
  requestTimeoutSeconds: 30,
  remindBeforeMinutes: 30,
  disputeMinutes: 15,
  clientDisputeMinutes: [],
  timeFormat: 'system',
  strip: false,
  undoSeconds: 10,
};

/** The fault of a value, by the name of valibot's rule. */
const BY_RULE: ReadonlyMap<string, ValueFault> = new Map<string, ValueFault>([
  ['string', 'text'],
  ['number', 'number'],
  ['finite', 'number'],
  ['integer', 'whole'],
  ['boolean', 'yes-no'],
  ['array', 'list'],
  ['picklist', 'choice'],
  ['min_value', 'least'],
  ['max_value', 'most'],
  ['min_length', 'empty'],
  ['max_length', 'too-long'],
  ['url', 'url'],
]);

function whyOf({ type, message, expected, received }: v.BaseIssue<unknown>): ValueFault {
  if (type === 'strict_object') return expected === 'never' ? 'unknown-key' : 'missing';
  if (received === 'undefined') return 'missing';
  return OWN_CODES.find((code) => code === message) ?? BY_RULE.get(type) ?? 'other';
}

/** The first thing that is wrong. It says what should be there, never what is: that may be the secret. */
export function settingFault(
  issues: readonly v.BaseIssue<unknown>[],
): SettingFault | { readonly code: 'no-settings' } {
  const [issue] = issues;
  const key = issue && v.getDotPath(issue);
  if (!issue || !key) return { code: 'no-settings' };
  const why = whyOf(issue);
  const choices = why === 'choice' ? (issue.expected ?? '').replace(/[()]/g, '').replaceAll(' | ', ', ') : '';
  const bound = why === 'least' || why === 'most' ? String(issue.requirement) : '';
  return { code: 'setting', key, why, than: choices || bound };
}
