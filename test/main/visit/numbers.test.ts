import { describe, expect, test } from 'vitest';
import { parseTechnicians } from '../../../main/visit/numbers.ts';

describe('a count of technicians', () => {
  test.each([
    ['1', 1],
    [' 12 ', 12],
    ['999', 999],
    ['\u200b2\ufeff', 2],
  ])('may be %j', (text, value) => {
    expect(parseTechnicians(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'empty'],
    ['two', 'not-digits'],
    ['-1', 'not-digits'],
    ['1.5', 'not-digits'],
    ['#2', 'not-digits'],
    ['٢', 'not-digits'],
    ['0', 'out-of-range'],
    ['1000', 'out-of-range'],
  ])('is not %j: %s', (text, fault) => {
    expect(parseTechnicians(text)).toEqual({ ok: false, fault });
  });
});
