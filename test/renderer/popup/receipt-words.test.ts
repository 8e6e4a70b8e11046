import { describe, expect, test } from 'vitest';
import type { ReceiptPairView, ReceiptView } from '../../../preload/contract.ts';
import { differs, receiptText } from '../../../renderer/popup/receipt-words.ts';

const HOUR = 3_600_000;
const when = (ms: number) => `${String(ms / HOUR).padStart(2, '0')}:00`;
const pair = (from: number, to: number, over: Partial<ReceiptPairView> = {}): ReceiptPairView => {
  const times = { from: from * HOUR, to: to * HOUR };
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

describe('a receipt says', () => {
  test.each([
    [receipt([pair(8, 11)]), 'ServiceChannel holds 08:00–11:00, 2 technicians, Parts on order'],
    [
      receipt([pair(8, 12), pair(13, 15)]),
      'ServiceChannel holds 08:00–12:00 and 13:00–15:00, 2 technicians, Parts on order',
    ],
    [
      receipt([pair(8, 11, { techsCount: 1, reportedCount: 1 })], { status: null }),
      'ServiceChannel holds 08:00–11:00, 1 technician',
    ],
    [receipt([pair(8, 11, { techsCount: null })], { status: null }), 'ServiceChannel holds 08:00–11:00'],
    [
      receipt([pair(8, 12), pair(13, 15, { techsCount: 1, reportedCount: 1 })], { status: null }),
      'ServiceChannel holds 08:00–12:00, 2 technicians and 13:00–15:00, 1 technician',
    ],
    [
      receipt([pair(8, 11)], { status: 'InProgress', extended: 'WAITING' }),
      'ServiceChannel holds 08:00–11:00, 2 technicians, In progress (WAITING)',
    ],
  ])('%#', (of, text) => {
    expect(differs(of)).toBe(false);
    expect(receiptText(of, when)).toBe(text);
  });

  test('what differs: other times, another count, nothing at all', () => {
    const held = { from: 8 * HOUR, to: 10 * HOUR };
    expect(receiptText(receipt([pair(8, 11, { held })]), when)).toBe(
      'ServiceChannel holds 08:00–10:00, 2 technicians. You reported 08:00–11:00, 2 technicians.',
    );
    expect(receiptText(receipt([pair(8, 11, { techsCount: 1 })]), when)).toBe(
      'ServiceChannel holds 08:00–11:00, 1 technician. You reported 08:00–11:00, 2 technicians.',
    );
    expect(receiptText(receipt([pair(8, 11, { held: null })]), when)).toBe(
      'ServiceChannel holds nothing of this visit. You reported 08:00–11:00, 2 technicians.',
    );
    expect(receiptText(receipt([pair(8, 11, { held: { from: 8 * HOUR, to: null } })]), when)).toContain(
      'holds 08:00–now',
    );
  });
});
