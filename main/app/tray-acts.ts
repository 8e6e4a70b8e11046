import type { TrayAction } from '../views/tray-menu.ts';
import type { Act } from '../visit/commands.ts';
import { UNCHANGED } from '../visit/leaving.ts';
import type { Done } from '../visits.ts';
import type { Notices } from './notices.ts';

/** An item of the tray's menu that acts at once. */
type AtOnce = Exclude<TrayAction, { type: 'check-out' | 'fill-in' }>;

const actOf = (action: AtOnce): Act =>
  action.type === 'leave' ? { ...action, ...UNCHANGED, type: 'check-out' } : action;

/**
 * Does what was chosen in the tray's menu. The menu is closed by then: what could not be done or kept is said in the
 * popup, and by a notification.
 * @param say says on the desktop that nothing was done
 * @returns whether it was done
 */
export function actFromTray(
  action: AtOnce,
  moments: { perform(act: Act): Done },
  notices: Notices,
  say: () => void,
): boolean {
  const done = moments.perform(actOf(action));
  notices.dismiss('tray-not-done');
  if (done.ok) return true;
  const error =
    'notKept' in done
      ? ({ code: 'not-kept', detail: done.notKept } as const)
      : ({ code: 'rule', fault: done.fault } as const);
  notices.say({ code: 'tray-not-done', error });
  say();
  return false;
}
