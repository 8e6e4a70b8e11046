import type { Snapshot } from '../../../preload/contract.ts';
import type { Notices } from '../notices.ts';
import type { Shell } from '../ports.ts';
import type { Handlers } from './types.ts';

/** Handlers of what a window asks about itself. */
export function windowHandlers(
  shell: Pick<Shell, 'hidePopup'>,
  notices: Notices,
  snapshot: () => Snapshot,
  onError: (where: string) => void,
): Pick<Handlers, Extract<keyof Handlers, `app:${string}`>> {
  const nothing =
    <T extends unknown[]>(act: (...given: T) => void) =>
    (...given: T) => {
      act(...given);
      return null;
    };
  return {
    'app:snapshot': snapshot,
    'app:drawn': nothing((_request, window) => window.drawn()),
    'app:hide': nothing(() => shell.hidePopup()),
    'app:menu': nothing((at, window) => window.popUpMenu(at)),
    'app:fit': nothing(({ height }, window) => window.fit(height)),
    'app:select-hour': nothing((_request, window) => window.selectHour()),
    'app:error': nothing(({ where }) => onError(where)),
    'app:dismiss-notice': nothing(({ code }) => notices.dismiss(code)),
  };
}
