import type { ReceiptPairView, ReceiptView } from '../preload/contract.ts';
import { dateText } from './dates.ts';
import type { PageWords } from './index.ts';
import { startOfDay, timeText } from './times.ts';

type Times = ReceiptPairView['reported'];

/** Are the times that are held those that were reported? */
const isSame = ({ reported, held, techsCount, reportedCount }: ReceiptPairView): boolean =>
  held?.from === reported.from &&
  held.to === reported.to &&
  (techsCount === null || techsCount === reportedCount);

/** Does ServiceChannel hold anything else than was reported? */
export const differs = ({ pairs }: ReceiptView): boolean => !pairs.every(isSame);

/** A receipt's words, each in a line of its own. */
export interface ReceiptLines {
  readonly title: string;
  /** The work order and the day that the visit began on. */
  readonly about: string;
  /** A line per stretch: as it is held, and where it differs as it was reported. */
  readonly stretches: readonly string[];
  /** Null: it was not changed. */
  readonly status: string | null;
}

/** @param locale the one that times are written in */
export function receiptLines(receipt: ReceiptView, words: PageWords, locale: string): ReceiptLines {
  const { pairs, status, extended } = receipt;
  const began = pairs[0]?.reported.from ?? 0;
  const stretch = ({ from, to }: Times, count: number | null): string => {
    const range = words.range(timeText(from, locale), to === null ? words.stillOpen : timeText(to, locale));
    const day = startOfDay(from) === startOfDay(began) ? '' : `${dateText(from, locale)}, `;
    return `${day}${range}${count === null ? '' : `, ${words.techniciansCount(count)}`}`;
  };
  const line = (pair: ReceiptPairView): string => {
    const held = pair.held ? stretch(pair.held, pair.techsCount) : words.nothingHeld;
    return isSame(pair) ? held : words.heldInstead(held, stretch(pair.reported, pair.reportedCount));
  };
  return {
    title: differs(receipt) ? words.receiptDiffers : words.receiptRecorded,
    about: `${receipt.workOrderId} · ${dateText(began, locale)}`,
    stretches: pairs.map(line),
    status: status && (extended ? `${words.statuses[status]} (${extended})` : words.statuses[status]),
  };
}

/** The receipt for the clipboard, to be read elsewhere, another day. */
export function receiptText(receipt: ReceiptView, words: PageWords, locale: string): string {
  const { about, stretches, status } = receiptLines(receipt, words, locale);
  const heading = differs(receipt) ? words.receiptDiffers : words.holds;
  return [about, heading, ...stretches, ...(status ? [status] : [])].join('\n');
}
