import type { FormAgain, Snapshot } from '../../preload/contract.ts';
import { Listeners } from '../listeners.ts';
import { ownerKey } from '../visit/phase.ts';
import type { Owner } from '../visit/types.ts';

/** Requests from a link, a notification or the tray's menu that the popup opens with. */
export class PopupRequests {
  readonly #changes = new Listeners();
  readonly #now: () => number;
  prefill: Snapshot['prefill'] = null;
  checkOutAsked: Snapshot['checkOutAsked'] = null;
  lateAsked: Snapshot['lateAsked'] = null;
  formAgain: Snapshot['formAgain'] = null;
  backAtAsked: number | null = null;
  /** The user of the popup; empty while nobody is signed in. */
  #owner = '';

  /** @param now tells one request from the next, ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** Forgets all that was asked for by somebody who has signed out; a link that came before a sign-in stays. */
  belongTo(owner: Owner | null): void {
    const before = this.#owner;
    this.#owner = ownerKey(owner);
    if (before === '' || before === this.#owner) return;
    this.prefill = this.lateAsked = this.formAgain = null;
    this.checkOutAsked = this.backAtAsked = null;
  }

  askBackAt(): void {
    this.backAtAsked = this.#now();
    this.#changes.tell();
  }

  fillIn(workOrder: string): void {
    this.prefill = { workOrder, at: this.#now() };
    this.#changes.tell();
  }

  /** The form that tells the client of an order that the visit comes later. */
  askRunningLate(workOrderId: number): void {
    this.lateAsked = { workOrderId, at: this.#now() };
    this.#changes.tell();
  }

  /** The form of an act that was taken back. */
  openAgain(form: Omit<FormAgain, 'at'>): void {
    this.formAgain = { ...form, at: this.#now() };
    this.#changes.tell();
  }

  askCheckOut(): void {
    this.checkOutAsked = this.#now();
    this.#changes.tell();
  }
}
