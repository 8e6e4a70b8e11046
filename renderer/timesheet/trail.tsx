import type { SheetAsked, SheetEarlier } from '../../preload/contract.ts';
import { t } from '../ui/words.ts';
import { askedText, trailText } from './stay-text.ts';

interface Props {
  readonly of: { readonly trail: readonly SheetEarlier[]; readonly asked: SheetAsked | null };
}

/** The times that a pair had before, and those that the client was asked for. */
export function Trail({ of: { trail, asked } }: Props) {
  return (
    <>
      {trail.map((earlier) => (
        <p class="soft" key={earlier.changedAt}>
          {trailText(earlier)}
        </p>
      ))}
      {asked && (
        <p class="sheet-asked">
          <strong>{t().sheet.askedFor}</strong> {askedText(asked)}
        </p>
      )}
    </>
  );
}
