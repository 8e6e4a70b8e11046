import type { Snapshot } from '../../preload/contract.ts';
import { needsSignIn } from '../views/attention.ts';
import type { NotificationSubject } from '../views/notifications.ts';

/** Says once that nothing can be sent any more while something is to be sent; again only after another sign-in. */
export class SignInAlarm {
  readonly #say: (said: NotificationSubject) => void;
  #said = false;

  constructor(say: (said: NotificationSubject) => void) {
    this.#say = say;
  }

  /** Looks at what is shown now. */
  watch(shown: Snapshot): void {
    const { state } = shown.account;
    if (state === 'signed-in' || state === 'signed-out') this.#said = false;
    if (this.#said || !needsSignIn(shown)) return;
    this.#said = true;
    this.#say({ what: state === 'locked' ? 'keychain-locked' : 'signed-out' });
  }
}
