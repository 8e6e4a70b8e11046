import type { Notice } from '../../preload/contract.ts';
import { Listeners } from '../listeners.ts';
import type { Damage } from '../storage/recovery.ts';
import type { Storage } from '../storage/storage.ts';

/** Things said once. A dismissed one does not come back in this run, unless it is news again. */
export class Notices {
  readonly #changes = new Listeners();
  #said: readonly Notice[] = [];

  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  get all(): readonly Notice[] {
    return this.#said;
  }

  say(notice: Notice): void {
    this.#said = [...this.#said.filter((each) => each.code !== notice.code), notice];
    this.#changes.tell();
  }

  /** Says something as long as it is so. */
  sayWhile(isSo: boolean, notice: Notice): void {
    if (isSo) this.say(notice);
    else this.dismiss(notice.code);
  }

  /** How far this computer's clock is from ServiceChannel's (ms); 0 is no news any more. */
  clock(differenceMs: number): void {
    if (differenceMs === 0) this.dismiss('clock');
    else this.say({ code: 'clock', differenceMs });
  }

  dismiss(code: Notice['code']): void {
    if (!this.#said.some((each) => each.code === code)) return;
    this.#said = this.#said.filter((each) => each.code !== code);
    this.#changes.tell();
  }
}

function noticeOf(damage: Damage): Notice {
  if (damage.kind === 'set-aside')
    return { code: 'database-set-aside', path: damage.path, copyFrom: damage.copyFrom };
  return { code: 'database-damaged', path: damage.path, detail: damage.detail };
}

/** Adds a notice for each fault of the data folder, found at the start or later: what happened and what was kept. */
export function sayWhatIsWrong(
  notices: Notices,
  { settings, opened, visits, recovery }: Pick<Storage, 'settings' | 'opened' | 'visits' | 'recovery'>,
): void {
  const { policy, setAside } = settings;
  if (policy.state === 'invalid')
    notices.say({ code: 'policy-invalid', path: policy.path, fault: policy.fault });
  if (setAside) notices.say({ code: 'settings-set-aside', path: setAside });
  const sayNotKept = () => {
    if (settings.notKept) notices.say({ code: 'settings-not-kept', ...settings.notKept });
    else notices.dismiss('settings-not-kept');
  };
  sayNotKept();
  settings.onChange(sayNotKept);
  if (opened.setAside) notices.say({ code: 'database-set-aside', ...opened.setAside });
  if (opened.logLost) notices.say({ code: 'database-log-lost' });
  const workOrderIds = visits.unreadable.map(({ workOrderId }) => workOrderId);
  if (workOrderIds.length > 0) notices.say({ code: 'visits-unreadable', workOrderIds });
  recovery.onFound((damage) => notices.say(noticeOf(damage)));
}
