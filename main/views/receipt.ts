import type { ReceiptView } from '../../preload/contract.ts';
import { receiptText } from '../../words/receipt.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { timesLocale } from './settings.ts';
import { wordsInForce } from './snapshot.ts';

interface Desktop {
  readonly locale: { times(): string; languages(): readonly string[] };
  readonly copy: (text: string) => void;
}

/** Puts what is said of a receipt on the clipboard, in the language in force. */
export const receiptCopier =
  (settings: SettingsStore, { locale, copy }: Desktop) =>
  (receipt: ReceiptView): void =>
    copy(
      receiptText(receipt, wordsInForce(settings, locale.languages()), timesLocale(settings, locale.times())),
    );
