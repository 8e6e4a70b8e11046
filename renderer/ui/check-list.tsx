import type { CheckView } from '../../preload/contract.ts';
import { t } from './words.ts';

/** The checks of the connection in words, each with how it stands. */
export function CheckList({ checks }: { readonly checks: readonly CheckView[] }) {
  return (
    <ul class="checks">
      {checks.map((each) => (
        <li key={`${each.name} ${each.state}`} class={each.state}>
          <strong>{t().checkStates[each.state]}</strong> {t().check(each)}
        </li>
      ))}
    </ul>
  );
}
