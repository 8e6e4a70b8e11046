import { baseOf, isSpoken, type Language, languageOf } from '../../words/language.ts';
import type { SettingsStore } from '../storage/settings.ts';
import type { Settings as AllSettings } from '../storage/settings-schema.ts';

/** How times are written and which languages are preferred on this computer, as they are now: BCP 47. */
export interface SystemLocale {
  readonly times: () => string;
  /** The first one most. */
  readonly languages: () => readonly string[];
}

/** The BCP 47 tag of a Unix locale such as `de_AT.UTF-8@euro`; null for C, POSIX and what is none. */
export function tagOfUnix(unix: string): string | null {
  const [name = ''] = unix.split(/[.@]/);
  if (/^(C|POSIX)?$/.test(name)) return null;
  try {
    return new Intl.Locale(name.replaceAll('_', '-')).toString();
  } catch {
    return null;
  }
}

/** The facts that a system tells of the way it writes times. */
export interface SystemTimes {
  /** Its locale, BCP 47; empty where it tells none. */
  readonly tag: () => string;
  /** macOS counts to 12 or 24 by a switch of its own, whatever its language. */
  readonly forcesHours: (hours: '12' | '24') => boolean;
}

/** Times are written as the system writes them, BCP 47; a system without a locale of its own counts to 24. */
export function systemTimes(
  system: NodeJS.Platform,
  { LC_ALL, LC_TIME, LANG }: NodeJS.ProcessEnv,
  tells: SystemTimes,
): string {
  if (system === 'linux') return tagOfUnix(LC_ALL || LC_TIME || LANG || 'C') ?? 'en-GB';
  const tag = tells.tag() || 'en-GB';
  if (system !== 'darwin') return tag;
  if (tells.forcesHours('24')) return new Intl.Locale(tag, { hourCycle: 'h23' }).toString();
  return tells.forcesHours('12') ? new Intl.Locale(tag, { hourCycle: 'h12' }).toString() : tag;
}

type Settings = Pick<SettingsStore, 'get'>;

/** The language that was chosen, or the first of the system's that there are words for. */
export const languageOfChoice = (
  chosen: AllSettings['language'],
  system: Pick<SystemLocale, 'languages'>,
): Language => languageOf(chosen === 'system' ? system.languages() : [chosen]);

/** The language that the setting asks for. */
export const languageInForce = (settings: Settings, system: Pick<SystemLocale, 'languages'>): Language =>
  languageOfChoice(settings.get('language'), system);

/** Is it a language at all? A Unix system without one calls it `C` or `POSIX`. */
const isLanguage = (tag: string): boolean => /^[a-z]{2,3}(?:[-_]|$)/i.test(tag);

/** The language that the system prefers, where there are no words for it and the setting follows the system. */
export function missingLanguage(settings: Settings, system: Pick<SystemLocale, 'languages'>): string | null {
  const [first] = system.languages();
  const isFollowed = settings.get('language') === 'system';
  return isFollowed && first && isLanguage(first) && !isSpoken(first) ? first : null;
}

/** The locale of a language nearest to the system's: `es-MX` where the system prefers that, else with its region. */
function nearest(language: Language, system: SystemLocale): string {
  const times = system.times();
  const own = [times, ...system.languages()].find((tag) => baseOf(tag) === language);
  if (own) return own;
  const { region } = new Intl.Locale(times);
  return new Intl.Locale(language, region ? { region } : {}).toString();
}

/**
 * The locale by which dates and times are written: in the language in force, with the 12 or 24 hours that the setting
 * asks for, or that the system counts.
 */
export function timesLocale(settings: Settings, system: SystemLocale): string {
  const format = settings.get('timeFormat');
  const times = system.times();
  const locale = nearest(languageInForce(settings, system), system);
  if (format !== 'system')
    return new Intl.Locale(locale, { hourCycle: format === '12' ? 'h12' : 'h23' }).toString();
  if (locale === times) return locale;
  const { hourCycle } = new Intl.DateTimeFormat(times, { hour: 'numeric' }).resolvedOptions();
  return new Intl.Locale(locale, hourCycle ? { hourCycle } : {}).toString();
}
