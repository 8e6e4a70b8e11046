import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateTimeText, weekdayTimeText } from '../../words/dates.ts';
import {
  fieldTime,
  hourText,
  localInstants,
  startOfDay,
  timeText,
  whenText,
  wholeMinutes,
} from '../../words/times.ts';

/** An instant of this computer's own time zone, whichever that is. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

/** The space before AM and the 0 before 9 differ from one version of the locale data to the next. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ').replace(/\b0(?=\d:)/, '');

test.each([
  ['en-US', '9:14 AM'],
  ['en-GB', '9:14'],
  ['es', '9:14'],
  ['fr', '9:14'],
])('a time is written as %s writes it', (locale, words) => {
  expect(plain(timeText(at(24, 9, 14), locale))).toBe(words);
});

test('a time says its day as far as it must', () => {
  const now = at(24, 13);
  expect(plain(whenText(at(24, 0), now, 'en-GB'))).toBe('0:00');
  expect(plain(whenText(at(23, 22, 10), now, 'en-GB'))).toBe('Mon 22:10');
  expect(plain(whenText(at(18, 22, 10), now, 'en-GB'))).toBe('Wed 22:10');
  expect(plain(whenText(at(17, 22, 10), now, 'en-GB'))).toMatch(/^17 Nov.* 22:10$/);
});

test.each(['en-US', 'en-GB', 'en-CA', 'es', 'es-MX', 'fr', 'fr-CA', 'de'])(
  'beside a day a time is written as alone, in %s',
  (locale) => {
    const [ms, now] = [at(24, 9, 14), at(25, 9)];
    // The space before AM differs from one to the next.
    const spaced = (text: string) => text.replaceAll(/\s/g, ' ');
    const time = spaced(timeText(ms, locale));
    for (const text of [whenText(ms, now, locale), weekdayTimeText(ms, locale), dateTimeText(ms, locale)])
      expect(spaced(text).split(' ').slice(-time.split(' ').length).join(' ')).toBe(time);
  },
);

test.each([
  ['en-GB', ['0', '8', '18']],
  ['de', ['0', '8', '18']],
  ['fr', ['0', '8', '18']],
  ['en-US', ['12 AM', '8 AM', '6 PM']],
])('hours of the day line in %s', (locale, words) => {
  expect([0, 8, 18].map((hour) => plain(hourText(at(24, hour), locale)))).toEqual(words);
});

test('a time field gives back the minute it was given', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 }).map((n) => new Date(2026, 0, 1, 0, n).getTime());
  fc.assert(
    fc.property(minutes, (ms) => {
      // An hour that daylight saving repeats is written once for two instants.
      const back = new Date(fieldTime(ms)).getTime();
      expect(fieldTime(back)).toBe(fieldTime(ms));
    }),
  );
});

test('midnight is the day’s own', () => {
  expect(startOfDay(at(24, 23, 59))).toBe(at(24, 0));
  expect(startOfDay(at(24, 0))).toBe(at(24, 0));
});

test('a part of a minute does not count, and nothing is negative', () => {
  expect(wholeMinutes(119_999)).toBe(1);
  expect(wholeMinutes(-1)).toBe(0);
});

/** Runs something as in another time zone. */
function inZone<T>(zone: string, run: () => T): T {
  const here = process.env.TZ;
  process.env.TZ = zone;
  try {
    return run();
  } finally {
    if (here === undefined) delete process.env.TZ;
    else process.env.TZ = here;
  }
}

test.each(['', '10:05', '2026-05-13', '2026-13-01T10:00', '2026-02-29T10:00', '2026-05-13T24:01', 'soon'])(
  '%j is no local time',
  (text) => {
    expect(localInstants(text)).toEqual([]);
  },
);

test.each([
  ['America/New_York', '2026-03-08T02:30', '2026-11-01T01:30', ['2026-11-01T05:30Z', '2026-11-01T06:30Z']],
  ['Europe/Berlin', '2026-03-29T02:30', '2026-10-25T02:30', ['2026-10-25T00:30Z', '2026-10-25T01:30Z']],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-04-05T01:45', ['2026-04-04T14:45Z', '2026-04-04T15:15Z']],
])('in %s a minute is skipped in spring and comes twice in autumn', (zone, skipped, twice, both) => {
  inZone(zone, () => {
    expect(localInstants(skipped)).toEqual([]);
    expect(localInstants(twice)).toEqual(both.map((text) => Date.parse(text)));
    expect(localInstants('2026-06-15T12:00')).toHaveLength(1);
  });
});

test('every minute of a year is found again, in whichever zone', () => {
  const zones = fc.constantFrom(
    'America/New_York',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'UTC',
  );
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 }).map((n) => Date.UTC(2026, 0, 1, 0, n));
  fc.assert(
    fc.property(zones, minutes, (zone, ms) => inZone(zone, () => localInstants(fieldTime(ms)).includes(ms))),
  );
});
