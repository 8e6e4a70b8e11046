import type { ReceiptPairView, ReceiptView } from '../../preload/contract.ts';
import { t } from '../ui/words.ts';

type When = (ms: number) => string;

const rangeOf = ({ from, to }: { readonly from: number; readonly to: number | null }, when: When): string =>
  t().range(when(from), to === null ? t().stillOpen : when(to));

/** Are the times that are held those that were reported? */
const isSame = ({ reported, held, techsCount, reportedCount }: ReceiptPairView): boolean =>
  held?.from === reported.from &&
  held.to === reported.to &&
  (techsCount === null || techsCount === reportedCount);

/** Does ServiceChannel hold anything else than was reported? */
export const differs = ({ pairs }: ReceiptView): boolean => !pairs.every(isSame);

function said(pairs: readonly { readonly range: string; readonly count: number | null }[]): string {
  const [first] = pairs;
  const oneCount = pairs.every(({ count }) => count === first?.count);
  const counted = (count: number | null) => (count === null ? [] : [t().techniciansCount(count)]);
  if (oneCount)
    return [t().all(pairs.map(({ range }) => range)), ...counted(first?.count ?? null)].join(', ');
  return t().all(pairs.map(({ range, count }) => [range, ...counted(count)].join(', ')));
}

const statusText = ({ status, extended }: ReceiptView): string[] =>
  status ? [extended ? `${t().statuses[status]} (${extended})` : t().statuses[status]] : [];

/** `ServiceChannel holds 08:00–11:40, 2 technicians, Parts on order`; where it differs, what was reported as well. */
export function receiptText(receipt: ReceiptView, when: When): string {
  const held = receipt.pairs.flatMap((pair) =>
    pair.held ? [{ range: rangeOf(pair.held, when), count: pair.techsCount }] : [],
  );
  if (!differs(receipt)) return t().holds([said(held), ...statusText(receipt)].join(', '));
  const reported = receipt.pairs.map((pair) => ({
    range: rangeOf(pair.reported, when),
    count: pair.reportedCount,
  }));
  return t().holdsInstead(held.length > 0 ? said(held) : t().nothing, said(reported));
}
