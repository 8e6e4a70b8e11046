import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWorkOrder } from '../../../main/visit/work-order-number.ts';

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

  test.each([
    ['a byte-order mark', '\ufeff107002896'],
    ['zero-width characters', '107\u200b002\u2060896\u200d'],
    ['marks of the writing direction', '\u202a\u200e107002896\u202c'],
    ['isolates', '\u2066107002896\u2069'],
    ['a soft hyphen', '107\u00ad002896'],
    ['a control character', '107002896\u0000'],
    ['no-break and narrow blanks', '\u00a0107\u00a0002\u202f896\u2009'],
    ['hyphens of typesetting', '107\u2011002–896'],
    ['a final line break', '107002896\r\n'],
    ['thousands separators', '107,002,896'],
    ['dots between thousands', '107.002.896'],
    ['Swiss thousands', '107’002’896'],
    ['quotes', '“107002896”'],
    ['the end of a sentence', '107002896.'],
    ['Tracking #', 'Tracking #107002896'],
    ['Tracking number', 'Tracking Number: 107002896'],
    ['Tracking with a zero-width blank', 'Tracking\u200b #\u00a0107002896'],
    ['Work order', 'Work order 107002896'],
    ['Work Order #:', 'Work Order #: 107002896'],
    ['WORKORDER', 'WORKORDER 107002896'],
    ['Work order no.', 'Work order no. 107002896'],
    ['WO# with a blank', 'WO# 107002896'],
    ['W/O', 'W/O 107002896'],
    ['W.O.', 'W.O. 107002896'],
    ['№', '№ 107002896'],
    ['ServiceChannel before it', 'ServiceChannel Work Order 107002896'],
    ['brackets around all of it', '(WO# 107-002-896)'],
    ['a sentence', 'Please see WO# 107002896 today.'],
    ['a subject', 'New work order 107002896 – Plumbing'],
    ['the page’s address', 'https://www.servicechannel.com/sc/wo/Workorders/index?id=107002896'],
    ['an address without its scheme', 'sb2.servicechannel.com/sc/wo/Workorders/index?id=107002896&tab=2'],
    ['an address in brackets', '<https://provider.servicechannel.com/workorders/107002896/notes>'],
    ['the API’s address', 'https://api.servicechannel.com/v3/odata/workorders(107002896)'],
    ['a link of OnSite', 'onsite://workorder/107002896'],
  ])('is understood with %s', (_, text) => {
    expect(parseWorkOrder(text)).toEqual({ ok: true, value: 107002896 });
  });

  test.each([
    ['two cells of a row', '107002896\t2'],
    ['two lines, as a browser pastes them', '107002896 5'],
    ['another number behind it', 'Work order 107002896 for store 0042'],
    ['two orders', '107002896, 107002931'],
    ['two numbers in an address', 'https://www.servicechannel.com/clients/2014/orders/107002896'],
  ])('is asked about where there are several: %s', (_, text) => {
    expect(parseWorkOrder(text)).toEqual({ ok: false, fault: 'several' });
  });

  test.each([
    ['another kind of number', 'PO 5512'],
    ['a purchase order', 'Purchase order 107002896'],
    ['a letter in it', 'Work order 10700289a'],
    ['cells of short numbers', '12\t34'],
    ['other people’s pages', 'https://example.com/?id=107002896'],
    ['a page without a number', 'https://www.servicechannel.com/sc/wo/Workorders/index'],
    ['a link that is no work order', 'onsite://settings/107002896'],
    ['a single thousands separator', '1.500'],
    ['uneven groups', '10,70,02,896'],
  ])('is not %s', (_, text) => {
    expect(parseWorkOrder(text)).toEqual({ ok: false, fault: 'not-digits' });
  });

  test.each(['\u200b', '\ufeff \u200e', 'Work order', 'Tracking #', 'WO#', '“”'])(
    'is missing in %j',
    (text) => {
      expect(parseWorkOrder(text)).toEqual({ ok: false, fault: 'empty' });
    },
  );

  test('is what its digits say, or refused: never another number', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789 -#.,\t\u200b:woWO٣'), maxLength: 18 });
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
