import type { Snapshot } from '../../preload/contract.ts';
import type { Core } from '../core.ts';
import { Listeners } from '../listeners.ts';
import { offsetAt } from '../local-time.ts';
import type { Answer } from '../servicechannel/answers.ts';
import type { System } from '../servicechannel/system.ts';
import type { OpenOrdersStore } from '../storage/open-orders.ts';
import type { WorkOrders } from '../storage/work-orders.ts';
import { waitedTooLong } from './as-activity.ts';
import { CheckedOut } from './checked-out-there.ts';
import { Elsewhere } from './elsewhere.ts';
import { OpenOrdersList } from './open-orders.ts';
import { OrderWatch } from './order-watch.ts';
import { learnPermission } from './permission.ts';
import { Receipts } from './receipts.ts';

/** Reads what ServiceChannel holds beside the reports from here. It subscribes to the core by itself. */
export class Records {
  readonly elsewhere: Elsewhere;
  readonly checkedOut: CheckedOut;
  readonly receipts: Receipts;
  readonly orders: OrderWatch;
  readonly openOrders: OpenOrdersList;
  readonly #core: Core;
  readonly #workOrders: WorkOrders;
  readonly #changes = new Listeners();
  readonly #ordersRead = new Listeners();
  /** The list of open orders was read. */
  onOrdersRead = (listener: () => void) => this.#ordersRead.add(listener);

  /** @param after a timer, as of `System` */
  constructor(core: Core, workOrders: WorkOrders, openOrders: OpenOrdersStore, after: System['after']) {
    this.#core = core;
    this.#workOrders = workOrders;
    const onChange = () => this.#changes.tell();
    this.elsewhere = new Elsewhere({
      now: () => core.clock.now(),
      visits: () => core.mine,
      sender: () => core.session.sender,
      isRush: () => core.outbox.isRush,
      workTypes: (id) => this.known(id)?.workTypes ?? [],
      learn: (id) => this.lookUp(id),
      stop: (reportId) => core.visits.do({ type: 'open-elsewhere', reportId }),
      onChange,
    });
    core.onChange(() => this.elsewhere.check());
    this.checkedOut = new CheckedOut({
      now: () => core.clock.now(),
      visits: () => core.mine,
      sender: () => core.session.sender,
      offsetAt,
      onChange,
    });
    this.receipts = new Receipts({
      visits: () => core.mine,
      sender: () => core.session.sender,
      isRush: () => core.outbox.isRush,
      after,
      onChange,
    });
    this.orders = new OrderWatch({
      now: Date.now,
      read: async (id) => (await this.lookUp(id, 0)) === 'ok',
      onChange: () => {
        this.#recordTooLate();
        onChange();
      },
    });
    this.openOrders = new OpenOrdersList({
      store: openOrders,
      now: () => core.clock.now(),
      owner: () => core.session.owner,
      sender: () => core.session.sender,
      isRush: () => core.outbox.isRush,
      onRead: () => this.#ordersRead.tell(),
    });
    core.onActivities(({ workOrderId, activities }) => {
      this.elsewhere.onActivities(workOrderId, activities);
      this.checkedOut.onActivities(workOrderId, activities);
    });
    core.onOwnActivities(({ from, activities }) => this.elsewhere.onOwnActivities(from, activities));
    core.onOutcome((outcome) => {
      const { state } = core.visits;
      this.orders.onOutcome(outcome, state);
      if (outcome.type === 'recorded') this.receipts.onRecorded(outcome.reportId);
      void learnPermission(workOrders, core.session.sender, state, outcome).then(onChange);
    });
  }

  /** Sends as work activities the pairs that waited so long that check-ins and check-outs are refused for their age. */
  #recordTooLate(): void {
    const { mine, clock, visits } = this.#core;
    const facts = {
      known: (id: number) => this.known(id),
      isFresh: (id: number) => this.orders.isFresh(id),
    };
    for (const reportId of waitedTooLong(mine, clock.now(), facts))
      visits.do({ type: 'record-activity', reportId });
  }

  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  get view(): Pick<Snapshot, 'elsewhere' | 'checkedOut' | 'receipt'> {
    return {
      // Signed out, no check-in of a user is shown.
      elsewhere: this.#core.session.owner ? this.elsewhere.views : [],
      checkedOut: this.checkedOut.view,
      receipt: this.receipts.last,
    };
  }

  /** A work order as it was last seen for the user's server; null when it never was, or while signed out. */
  known(workOrderId: number) {
    const server = this.#core.session.person?.apiUrl;
    return server ? this.#workOrders.known(server, workOrderId) : null;
  }

  /** Looks for check-ins made elsewhere by the user who has just signed in. */
  signedIn(): void {
    void this.elsewhere.signedIn();
  }

  /** Sends the reads that were put off, since a person looks at OnSite now. */
  opened(): void {
    this.orders.opened(this.#core.mine);
    this.receipts.opened();
    this.elsewhere.opened();
  }

  /** A visit has begun there: the last receipt has been read, and the order's details are worth knowing. */
  async begun(workOrderId: number): Promise<void> {
    this.receipts.dismiss();
    await this.#learn(workOrderId);
  }

  /** Looks up an order that was checked in on before its details had come, and what its status was before. */
  async #learn(workOrderId: number): Promise<void> {
    const server = this.#core.session.sender?.server;
    if (!server || this.#workOrders.freshStatus(server, workOrderId)) return;
    await this.lookUp(workOrderId);
    const status = this.#workOrders.freshStatus(server, workOrderId);
    if (status) this.#core.visits.do({ type: 'status-seen', workOrderId, status });
    this.#changes.tell();
  }

  /**
   * Asks ServiceChannel for a work order.
   * @param oldest how old what is known may be, ms
   * @returns how the answer came; null while signed out
   */
  async lookUp(workOrderId: number, oldest?: number): Promise<Answer<unknown>['kind'] | null> {
    const { sender } = this.#core.session;
    return sender && (await this.#workOrders.lookUp(sender, workOrderId, oldest)).kind;
  }
}
