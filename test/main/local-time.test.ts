import { describe, expect, test } from 'vitest';
import { offsetAt, parseLocal } from '../../main/local-time.ts';

describe('a local time as a form gives it', () => {
  test.each([
    '2026-05-13T10:05',
    '2026-05-13T10:05:00',
    '2026-05-13T10:05:30.500',
    '2028-02-29T23:59',
    '2026-01-01T00:00',
  ])('%s is that minute, here', (text) => {
    const ms = parseLocal(text);
    const there = new Date(ms ?? Number.NaN);
    const parts = [
      there.getFullYear(),
      there.getMonth() + 1,
      there.getDate(),
      there.getHours(),
      there.getMinutes(),
    ];
    expect(parts).toEqual(text.slice(0, 16).split(/\D/).map(Number));
    expect(there.getSeconds()).toBe(0);
  });

  test.each([
    '',
    '10:05',
    '2026-05-13',
    '2026-05-13 10:05',
    '2026-05-13T10:05Z',
    '2026-05-13T10:05-04:00',
    '2026-13-01T10:00',
    '2026-00-10T10:00',
    '2026-02-29T10:00',
    '2026-04-31T10:00',
    '2026-05-13T24:01',
    '2026-05-13T10:60',
    'tomorrow',
  ])('%j is none', (text) => {
    expect(parseLocal(text)).toBeNull();
  });

  test('carries this computer’s offset, minutes east of UTC', () => {
    const ms = Date.parse('2026-05-13T10:00:00Z');
    const local = new Date(ms);
    const wall = Date.UTC(
      local.getFullYear(),
      local.getMonth(),
      local.getDate(),
      local.getHours(),
      local.getMinutes(),
    );
    expect(offsetAt(ms)).toBe((wall - ms) / 60_000);
  });
});

describe.each([
  [
    'America/New_York',
    '2026-03-08T02:30',
    '2026-03-08T07:30:00Z',
    '2026-11-01T01:30',
    '2026-11-01T05:30:00Z',
  ],
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00Z', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
])('where clocks change (%s)', (zone, skipped, then, twice, first) => {
  const here = process.env.TZ;
  const inZone = (text: string) => {
    process.env.TZ = zone;
    try {
      return parseLocal(text);
    } finally {
      if (here === undefined) delete process.env.TZ;
      else process.env.TZ = here;
    }
  };

  test('a minute that is skipped is as far after the change', () => {
    expect(inZone(skipped)).toBe(Date.parse(then));
  });

  test('a minute that comes twice is the first', () => {
    expect(inZone(twice)).toBe(Date.parse(first));
  });
});
