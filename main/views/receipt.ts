import type { ReceiptView } from '../../preload/contract.ts';
import { receiptText } from '../../words/receipt.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { type SystemLocale, timesLocale } from './language.ts';
import { wordsInForce } from './words-in-force.ts';

interface ReceiptDesktop {
  readonly locale: SystemLocale;
  readonly copy: (text: string) => void;
}

/** Puts what is said of a receipt on the clipboard, in the language in force. */
export const receiptCopier =
  (settings: SettingsStore, { locale, copy }: ReceiptDesktop) =>
  (receipt: ReceiptView): void =>
    copy(receiptText(receipt, wordsInForce(settings, locale), timesLocale(settings, locale)));
