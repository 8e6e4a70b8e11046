import type { Phase } from '../../preload/contract.ts';
import { Button } from './button.tsx';
import { t } from './first-words.ts';
import { send } from './snapshot.ts';
import { StateMark } from './state-mark.tsx';

interface Props {
  /** Null where the view speaks of no visit: it wears no visit’s colour. */
  readonly phase: Phase | null;
  readonly words: string;
  /** The view has no other heading. */
  readonly heading: boolean;
}

/** Opens the menu below its button, by whichever way that was pressed. */
function openMenu(button: HTMLElement): void {
  const { left, bottom } = button.getBoundingClientRect();
  void send('app:menu', { x: Math.max(0, Math.round(left)), y: Math.max(0, Math.round(bottom)) });
}

/** The state in mark and words, and the menu. */
export function Header({ phase, words, heading }: Props) {
  return (
    <div class={`header ${phase?.replace(' ', '-') ?? ''}`}>
      {phase && <StateMark phase={phase} />}
      {heading ? (
        <h1 class="state" tabIndex={-1}>
          {words}
        </h1>
      ) : (
        <p class="state">{words}</p>
      )}
      <Button look="icon" label={t().menu} menu onClick={openMenu}>
        <svg class="dots" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="3" cy="8" r="1.25" />
          <circle cx="8" cy="8" r="1.25" />
          <circle cx="13" cy="8" r="1.25" />
        </svg>
      </Button>
    </div>
  );
}
