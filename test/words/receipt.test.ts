import { describe, expect, test } from 'vitest';
import type { ReceiptPairView, ReceiptView } from '../../preload/contract.ts';
import { WORDS } from '../../words/index.ts';
import { differs, receiptLines, receiptText } from '../../words/receipt.ts';

const LOCALE = 'en-US';
const at = (hour: number, day = 24) => new Date(2026, 10, day, hour).getTime();
const pair = (from: number, to: number, over: Partial<ReceiptPairView> = {}): ReceiptPairView => {
  const times = { from: at(from), to: at(to) };
  return { reported: times, held: times, techsCount: 2, reportedCount: 2, ...over };
};
const receipt = (pairs: readonly ReceiptPairView[], over: Partial<ReceiptView> = {}): ReceiptView => ({
  visitId: 'v',
  workOrderId: 107002896,
  pairs,
  status: 'PartsOnOrder',
  extended: null,
  ...over,
});

describe('a receipt', () => {
  test('says that all is recorded, on which order and day, and has a line for the status', () => {
    expect(receiptLines(receipt([pair(8, 11)]), WORDS.en, LOCALE)).toEqual({
      title: 'Recorded ✓',
      about: '107002896 · Tue, Nov 24',
      stretches: ['8:00 AM–11:00 AM, 2 technicians'],
      status: 'Parts on order',
    });
  });

  test.each([
    [
      [pair(8, 12), pair(13, 15)],
      ['8:00 AM–12:00 PM, 2 technicians', '1:00 PM–3:00 PM, 2 technicians'],
    ],
    [[pair(8, 11, { techsCount: 1, reportedCount: 1 })], ['8:00 AM–11:00 AM, 1 technician']],
    [[pair(8, 11, { techsCount: null })], ['8:00 AM–11:00 AM']],
    [
      [pair(8, 12), pair(12, 15, { techsCount: 3, reportedCount: 3 })],
      ['8:00 AM–12:00 PM, 2 technicians', '12:00 PM–3:00 PM, 3 technicians'],
    ],
  ])('has a line per stretch: %#', (pairs, stretches) => {
    expect(differs(receipt(pairs))).toBe(false);
    expect(receiptLines(receipt(pairs), WORDS.en, LOCALE).stretches).toEqual(stretches);
  });

  test('names the day of a stretch of another day', () => {
    const times = { from: at(8, 25), to: at(9, 25) };
    const next = pair(0, 0, { reported: times, held: times });
    expect(receiptLines(receipt([pair(8, 12), next]), WORDS.en, LOCALE).stretches[1]).toBe(
      'Wed, Nov 25, 8:00 AM–9:00 AM, 2 technicians',
    );
  });

  test('has no line for a status that was not changed, and the extended one behind its own', () => {
    expect(receiptLines(receipt([pair(8, 11)], { status: null }), WORDS.en, LOCALE).status).toBeNull();
    const over = { status: 'InProgress', extended: 'WAITING' } as const;
    expect(receiptLines(receipt([pair(8, 11)], over), WORDS.en, LOCALE).status).toBe('In progress (WAITING)');
  });

  test('is copied with all of its lines', () => {
    expect(receiptText(receipt([pair(8, 12), pair(13, 15)]), WORDS.en, LOCALE)).toBe(
      [
        '107002896 · Tue, Nov 24',
        'ServiceChannel holds',
        '8:00 AM–12:00 PM, 2 technicians',
        '1:00 PM–3:00 PM, 2 technicians',
        'Parts on order',
      ].join('\n'),
    );
  });

  test.each([
    ['other times', { held: { from: at(8), to: at(10) } }, '8:00 AM–10:00 AM, 2 technicians'],
    ['another count', { techsCount: 1 }, '8:00 AM–11:00 AM, 1 technician'],
    ['nothing', { held: null }, 'Nothing'],
    ['an open end', { held: { from: at(8), to: null } }, '8:00 AM–now, 2 technicians'],
  ])('puts what was reported beside %s', (_, over, held) => {
    const differing = receipt([pair(13, 15), pair(8, 11, over)]);
    expect(receiptLines(differing, WORDS.en, LOCALE)).toMatchObject({
      title: 'ServiceChannel holds something else',
      stretches: ['1:00 PM–3:00 PM, 2 technicians', `${held}. You reported 8:00 AM–11:00 AM, 2 technicians.`],
    });
    expect(receiptText(differing, WORDS.en, LOCALE)).toContain('ServiceChannel holds something else');
  });
});
