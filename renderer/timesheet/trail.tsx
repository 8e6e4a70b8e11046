import type { SheetAsked, SheetEarlier } from '../../preload/contract.ts';
import { t } from '../ui/words.ts';
import { askedText, MINUTES, type Precision, trailText } from './stay-text.ts';

interface Props {
  readonly of: { readonly trail: readonly SheetEarlier[]; readonly asked: SheetAsked | null };
  readonly as?: Precision;
}

/** The times that a pair had before, and those that the client was asked for. */
export function Trail({ of: { trail, asked }, as = MINUTES }: Props) {
  return (
    <>
      {trail.map((earlier) => (
        <p class="soft" key={earlier.changedAt}>
          {trailText(earlier, as)}
        </p>
      ))}
      {asked && (
        <p class={asked.granted ? 'soft' : 'sheet-asked'}>
          <strong>{asked.granted ? t().sheet.grantedAsAsked : t().sheet.askedFor}</strong>{' '}
          {askedText(asked, as)}
        </p>
      )}
    </>
  );
}
