import { expect, test } from 'vitest';
import { SettingsStore } from '../../../main/storage/settings.ts';
import { receiptCopier } from '../../../main/views/receipt.ts';
import type { ReceiptView } from '../../../preload/contract.ts';
import { dataFolder } from '../storage/support.ts';

const FROM = new Date(2026, 4, 13, 15, 5).getTime();
const TO = new Date(2026, 4, 13, 16, 5).getTime();

const RECEIPT: ReceiptView = {
  visitId: 'v1',
  workOrderId: 107_002_896,
  pairs: [
    {
      reported: { from: FROM, to: TO },
      held: { from: FROM, to: TO },
      techsCount: 1,
      reportedCount: 1,
    },
  ],
  status: null,
  extended: null,
};

test.each([
  ['12', '3:05'],
  ['24', '15:05'],
] as const)('the copied receipt names the order, and its times by %s hours', (timeFormat, time) => {
  const settings = new SettingsStore(dataFolder(), { state: 'none' });
  settings.set('timeFormat', timeFormat);
  let copied = '';
  const locale = { times: () => 'en-US', languages: () => ['en'] };
  receiptCopier(settings, { locale, copy: (text) => (copied = text) })(RECEIPT);
  expect(copied).toContain('107002896');
  expect(copied).toContain(time);
});
