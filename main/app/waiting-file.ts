import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unsettledOf } from '../visit/phase.ts';
import type { State } from '../visit/types.ts';

/** The core, as far as this looks at it. */
interface Counted {
  readonly visits: { readonly state: State };
  onChange(listener: () => void): unknown;
}

/**
 * Keeps in the data folder how many reports ServiceChannel has not recorded yet, of all users: an uninstaller says it, and
 * cannot read the database. The file `waiting` holds the number alone.
 */
export function keepWaitingCount(folder: string, core: Counted): void {
  let kept: number | null = null;
  const look = () => {
    const count = unsettledOf(core.visits.state.visits).length;
    if (count === kept) return;
    try {
      writeFileSync(join(folder, 'waiting'), String(count), { mode: 0o600 });
      kept = count;
    } catch {
      // No room for a digit is said where it matters, by the record's own writes. The next change tries again.
    }
  };
  core.onChange(look);
  look();
}
