import * as v from 'valibot';
import type { Core } from '../core.ts';
import type { Records } from '../records/records.ts';
import type { System } from '../servicechannel/system.ts';
import type { Storage } from '../storage/storage.ts';
import { type DueOrder, dueOrders } from '../views/due.ts';
import { currentVisit, ownerKey, phaseOf } from '../visit/phase.ts';
import { MINUTE } from '../visit/time.ts';
import type { Owner } from '../visit/types.ts';
import type { PopupRequests } from './popup-requests.ts';
import type { Say } from './say.ts';

/** As many orders as it is remembered of that they were reminded of. */
const MOST_REMINDED = 500;
const Reminded = v.array(v.number());

export interface DueReminderParts {
  readonly core: Core;
  readonly storage: Pick<Storage, 'settings' | 'facts'>;
  /** The open orders as they were read last: nothing is asked for. */
  readonly records: Pick<Records, 'openOrders'>;
  readonly after: System['after'];
  readonly say: Say;
  readonly requests: PopupRequests;
  readonly openPopup: () => void;
}

/**
 * `Not checked in?`: one quiet notification for each order that is due soon or has begun while no visit is on site here,
 * never a second one. Local: by the list that was read last, with one timer to the next order and none at rest.
 */
export class DueReminder {
  readonly #parts: DueReminderParts;
  readonly #open = new Map<number, () => void>();
  #seen = '';
  #cancel: () => void = () => undefined;

  constructor(parts: DueReminderParts) {
    this.#parts = parts;
  }

  /** How long before an order is due it is said, ms; null: not at all. */
  get #before(): number | null {
    const { settings } = this.#parts.storage;
    const minutes = settings.get('remindBeforeMinutes');
    return minutes > 0 && settings.get('notifications') ? minutes * MINUTE : null;
  }

  /** The work order of the visit that is on site or on the way here. */
  get #busy(): number | null {
    const current = currentVisit(this.#parts.core.mine);
    return current && phaseOf(current) !== 'paused' ? current.workOrderId : null;
  }

  /** Something has changed: looks again where it is of interest here. */
  watch(): void {
    const seen = JSON.stringify([this.#parts.core.session.owner, this.#busy, this.#before]);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.look();
  }

  /** The list was read, or the next order is due. */
  look(): void {
    this.#cancel();
    this.#cancel = () => undefined;
    const { core, records, after } = this.#parts;
    const { owner } = core.session;
    const before = this.#before;
    if (this.#busy !== null) {
      this.#takeAway();
      return;
    }
    if (!owner || before === null) return;
    const now = core.clock.now();
    const { due, next } = dueOrders(records.openOrders.last, core.mine, now, before);
    const reminded = this.#reminded(owner);
    for (const order of due) if (!reminded.includes(order.id)) this.#remind(order, owner, now);
    if (next !== null) this.#cancel = after(next - now, () => this.look());
  }

  #nameOf = (whose: Owner): string => `reminded ${ownerKey(whose)}`;

  #reminded = (whose: Owner): readonly number[] =>
    this.#parts.storage.facts.get(this.#nameOf(whose), Reminded) ?? [];

  #remind({ id, store, due }: DueOrder, whose: Owner, now: number): void {
    const { storage, say, requests, openPopup } = this.#parts;
    // Kept first: a notification that is not seen is better than a second one.
    storage.facts.set(this.#nameOf(whose), [...this.#reminded(whose), id].slice(-MOST_REMINDED));
    const open = (isLate: boolean) => {
      if (isLate) requests.askRunningLate(id);
      else requests.fillIn(String(id));
      openPopup();
    };
    const close = say(
      { what: 'due', workOrderId: id, store, at: due, begun: due <= now },
      () => open(false),
      (choice) => open(choice === 'running-late'),
    );
    this.#open.set(id, close);
  }

  /** On site, the notifications that are still on the desktop are answered. */
  #takeAway(): void {
    for (const close of this.#open.values()) close();
    this.#open.clear();
  }
}
