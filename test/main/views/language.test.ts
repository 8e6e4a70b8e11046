import { describe, expect, test } from 'vitest';
import type { Settings } from '../../../main/storage/settings-schema.ts';
import { DEFAULTS } from '../../../main/storage/settings-schema.ts';
import { missingLanguage, systemTimes, tagOfUnix, timesLocale } from '../../../main/views/language.ts';
import { wordsInForce } from '../../../main/views/words-in-force.ts';
import { timeText, whenText } from '../../../words/times.ts';

const settings = (over: Partial<Settings> = {}) => ({
  get: <K extends keyof Settings>(key: K): Settings[K] => ({ ...DEFAULTS, ...over })[key],
});
const system = (times: string, ...languages: readonly string[]) => ({
  times: () => times,
  languages: () => languages,
});
/** The spaces of locale data differ from one version to the next. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');
const AFTERNOON = new Date(2026, 10, 24, 15, 5).getTime();
const DAYS_LATER = new Date(2026, 10, 26, 9, 0).getTime();

describe('the language', () => {
  test('is the setting’s, else the first of the system’s that there are words for, else English', () => {
    const appName = (over: Partial<Settings>, ...languages: readonly string[]) =>
      wordsInForce(settings(over), system('en-US', ...languages)).checkIn;
    expect(appName({}, 'es-MX', 'en-US')).toBe('Registrar entrada');
    expect(appName({}, 'de-DE', 'fr-CA')).toBe('Pointer l’arrivée');
    expect(appName({}, 'de-DE')).toBe('Check in');
    expect(appName({ language: 'en' }, 'es-MX')).toBe('Check in');
  });

  test('that is missing is told only where the system decides', () => {
    expect(missingLanguage(settings(), system('de-DE', 'de-DE', 'en'))).toBe('de-DE');
    expect(missingLanguage(settings(), system('es-MX', 'es-MX'))).toBeNull();
    expect(missingLanguage(settings({ language: 'fr' }), system('de-DE', 'de-DE'))).toBeNull();
    for (const none of ['c', 'C', 'POSIX', ''])
      expect(missingLanguage(settings(), system('en-GB', none))).toBeNull();
  });
});

describe('times', () => {
  test.each([
    // Language, system's times, its languages, setting, a time and a day.
    ['system', 'en-US', ['en-US'], 'system', '3:05 PM', 'Tue 3:05 PM'],
    ['system', 'es-MX', ['es-MX'], 'system', '3:05 p.m.', 'mar 3:05 p.m.'],
    ['es', 'en-US', ['en-US'], 'system', '3:05 p.m.', 'mar 3:05 p.m.'],
    ['fr', 'en-GB', ['en-GB'], 'system', '15:05', 'mar. 15:05'],
    ['fr', 'en-US', ['en-US', 'fr-CA'], '24', '15 h 05', 'mar. 15 h 05'],
    ['en', 'fr-FR', ['fr-FR'], 'system', '15:05', 'Tue 15:05'],
    ['en', 'en-US', ['en-US'], '24', '15:05', 'Tue 15:05'],
    ['en', 'en-GB', ['en-GB'], '12', '3:05 pm', 'Tue 3:05 pm'],
  ] as const)(
    'in %s on a system of %s, %j, with the setting %s',
    (language, times, languages, timeFormat, time, day) => {
      const locale = timesLocale(settings({ language, timeFormat }), system(times, ...languages));
      expect(plain(timeText(AFTERNOON, locale))).toBe(time);
      expect(plain(whenText(AFTERNOON, DAYS_LATER, locale)).replace(',', '')).toBe(day);
    },
  );

  test.each([
    ['de_AT.UTF-8@euro', 'de-AT'],
    ['es_MX', 'es-MX'],
    ['fr', 'fr'],
    ['C.UTF-8', null],
    ['POSIX', null],
    ['', null],
    ['no such thing', null],
  ])('of the Unix locale %j are those of %s', (unix, tag) => {
    expect(tagOfUnix(unix)).toBe(tag);
  });

  test('are the system’s own where its language is spoken', () => {
    expect(timesLocale(settings(), system('en-IN', 'en-IN'))).toBe('en-IN');
  });

  test.each([
    ['linux', { LC_TIME: 'de_DE.UTF-8', LANG: 'en_US.UTF-8' }, '', null, 'de-DE'],
    ['linux', { LC_ALL: 'C' }, 'en-US', null, 'en-GB'],
    ['win32', { LANG: 'de_DE' }, 'fr-CA', null, 'fr-CA'],
    ['win32', {}, '', null, 'en-GB'],
    ['darwin', {}, 'en-US', null, 'en-US'],
    ['darwin', {}, 'en-US', '24', 'en-US-u-hc-h23'],
    ['darwin', {}, 'en-GB', '12', 'en-GB-u-hc-h12'],
  ] as const)('of %s with %j and %j, %s hours forced, are those of %s', (os, env, tag, forced, is) => {
    expect(systemTimes(os, env, { tag: () => tag, forcesHours: (hours) => hours === forced })).toBe(is);
  });
});
