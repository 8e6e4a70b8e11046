import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDayOrInstant, parseInstant, wallClock } from './times.ts';

const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
const zones = fc.constantFrom(
  'America/Chicago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'UTC',
);

test('a wall clock with its offset is the instant it was made from, across daylight saving', () => {
  fc.assert(
    fc.property(instants, zones, (date, zone) => {
      const seconds = Math.floor(date.getTime() / 1000) * 1000;
      const { local, offset } = wallClock(seconds, zone);
      expect(parseInstant(`${local}${offset}`)).toBe(seconds);
    }),
  );
});

test.each([
  ['2018-10-30T11:00:00-04:00', Date.UTC(2018, 9, 30, 15)],
  ['2018-10-23T07:00:00Z', Date.UTC(2018, 9, 23, 7)],
  ['2020-11-19T11:10:36.868Z', Date.UTC(2020, 10, 19, 11, 10, 36, 868)],
  ['2024-02-29T00:00Z', Date.UTC(2024, 1, 29)],
])('%s is read', (text, expected) => {
  expect(parseInstant(text)).toBe(expected);
});

test.each([
  '2018-10-30T11:00:00',
  '2018-10-30',
  '2023-02-29T00:00:00Z',
  '2018-13-01T00:00:00Z',
  '2018-10-30T25:00:00Z',
  '2018-10-30T11:60:00Z',
  '2018-10-30T11:00:60Z',
  '2018-10-30T11:00:00+15:00',
  '2018-10-30 11:00:00Z',
  '',
])('%o is no instant', (text) => {
  expect(parseInstant(text)).toBeNull();
});

test('a day stands for its beginning in UTC', () => {
  expect(parseDayOrInstant('2026-01-02')).toBe(Date.UTC(2026, 0, 2));
});
