import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTechnicians, parseWorkOrder } from '../../../main/visit/numbers.ts';

describe('a work order number', () => {
  test.each([
    ['107002896', 107002896],
    [' 107002896\t', 107002896],
    ['107 002 896', 107002896],
    ['107-002-896', 107002896],
    ['107 - 002896', 107002896],
    ['#107002896', 107002896],
    ['# 107002896', 107002896],
    ['WO107002896', 107002896],
    ['wo 107002896', 107002896],
    ['Wo#107002896', 107002896],
    ['WO: 107002896', 107002896],
    ['WO-107002896', 107002896],
    ['000123', 123],
    ['1', 1],
    ['2147483647', 2147483647],
  ])('may be written %j', (text, value) => {
    expect(parseWorkOrder(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['#', 'empty'],
    ['WO', 'empty'],
    ['abc', 'not-digits'],
    ['12a', 'not-digits'],
    ['wonder 12', 'not-digits'],
    ['-5', 'not-digits'],
    ['#-5', 'not-digits'],
    ['12-', 'not-digits'],
    ['1.5', 'not-digits'],
    ['1,5', 'not-digits'],
    ['1e3', 'not-digits'],
    ['0x10', 'not-digits'],
    ['+5', 'not-digits'],
    ['١٢٣', 'not-digits'],
    ['１２３', 'not-digits'],
    ['12²', 'not-digits'],
    ['0', 'out-of-range'],
    ['000', 'out-of-range'],
    ['2147483648', 'out-of-range'],
    ['9'.repeat(400), 'out-of-range'],
  ])('is not %j: %s', (text, fault) => {
    expect(parseWorkOrder(text)).toEqual({ ok: false, fault });
  });

  test('is what its digits say, or refused: never another number', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789 -#.woWO٣'), maxLength: 14 });
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseWorkOrder(text);
        if (!parsed.ok) return;
        expect(parsed.value).toBe(Number(text.replace(/[^0-9]/g, '')));
        expect(parsed.value).toBeGreaterThanOrEqual(1);
        expect(parsed.value).toBeLessThanOrEqual(2_147_483_647);
      }),
    );
  });
});

describe('a count of technicians', () => {
  test.each([
    ['1', 1],
    [' 12 ', 12],
    ['999', 999],
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
