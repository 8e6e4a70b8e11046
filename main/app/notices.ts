import type { Notice } from '../../preload/contract.ts';
import { Listeners } from '../listeners.ts';
import type { Opened } from '../storage/database.ts';
import type { SettingsStore } from '../storage/settings.ts';

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

/** What the start found out of order in the folder: what happened and what was kept. */
export function sayWhatStartFound(notices: Notices, settings: SettingsStore, opened: Opened): void {
  const { policy, setAside } = settings;
  if (policy.state === 'invalid')
    notices.say({ code: 'policy-invalid', path: policy.path, detail: policy.detail });
  if (setAside) notices.say({ code: 'settings-set-aside', path: setAside });
  const sayNotKept = () => {
    if (settings.notKept) notices.say({ code: 'settings-not-kept', ...settings.notKept });
    else notices.dismiss('settings-not-kept');
  };
  sayNotKept();
  settings.onChange(sayNotKept);
  if (opened.setAside) notices.say({ code: 'database-set-aside', ...opened.setAside });
  if (opened.logLost) notices.say({ code: 'database-log-lost' });
}
