import type { Snapshot } from '../../preload/contract.ts';

/** What was asked for outside the popup, by a link or the tray's menu, for the popup to open with. */
export class Intents {
  readonly #onChange: () => void;
  prefill: Snapshot['prefill'] = null;
  checkOutAsked: Snapshot['checkOutAsked'] = null;
  backAtAsked: number | null = null;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  askBackAt(): void {
    this.backAtAsked = Date.now();
    this.#onChange();
  }

  fillIn(workOrder: string): void {
    this.prefill = { workOrder, at: Date.now() };
    this.#onChange();
  }

  askCheckOut(): void {
    this.checkOutAsked = Date.now();
    this.#onChange();
  }
}
