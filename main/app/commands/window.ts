import type { Snapshot } from '../../../preload/contract.ts';
import type { Shell } from '../../shell/shell.ts';
import type { Notices } from '../notices.ts';
import type { Handlers } from './handlers.ts';

/** What windows ask about themselves. */
export function appHandlers(
  shell: Shell,
  notices: Notices,
  snapshot: () => Snapshot,
): Pick<Handlers, Extract<keyof Handlers, `app:${string}`>> {
  const nothing =
    <T extends unknown[]>(act: (...given: T) => void) =>
    (...given: T) => {
      act(...given);
      return null;
    };
  return {
    'app:snapshot': snapshot,
    'app:hide': nothing(() => shell.hide()),
    'app:menu': nothing((_request, window) => shell.popUpMenu(window)),
    'app:fit': nothing(({ height }, window) => shell.fit(window, height)),
    'app:dismiss-notice': nothing(({ code }) => notices.dismiss(code)),
  };
}
