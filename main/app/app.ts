import type { Snapshot } from '../../preload/contract.ts';
import type { Session } from '../account/session.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { OrderWatch } from '../records/order-watch.ts';
import { Records } from '../records/records.ts';
import type { Answer } from '../servicechannel/answers.ts';
import type { ServerClock } from '../servicechannel/clock.ts';
import { idleSource } from '../shell/idle-source.ts';
import { onLink } from '../shell/links.ts';
import { onNetworkReturn } from '../shell/network.ts';
import { Shell } from '../shell/shell.ts';
import { broadcast } from '../shell/windows.ts';
import type { Storage } from '../storage/storage.ts';
import { doctorView } from '../views/doctor.ts';
import { snapshotOf } from '../views/snapshot.ts';
import { trayView } from '../views/tray.ts';
import type { Outcome } from '../visit/commands.ts';
import type { Visit } from '../visit/types.ts';
import type { Visits } from '../visits.ts';
import { askingParts } from './asking-parts.ts';
import { accountHandlers } from './commands/account.ts';
import type { Handlers } from './commands/handlers.ts';
import { momentHandlers } from './commands/moment.ts';
import { readingHandlers } from './commands/reading.ts';
import { recordHandlers } from './commands/record.ts';
import { startBar, visitHandlers } from './commands/visit.ts';
import { appHandlers } from './commands/window.ts';
import { computerIsAsked, computerSaid } from './computer-question.ts';
import { LateAlarm } from './late-alarm.ts';
import { Notices, sayWhatStartFound } from './notices.ts';
import { Intents } from './popup-requests.ts';
import { Presenter } from './presenter.ts';
import { Asking } from './prompts.ts';

/** The parts behind what is shown. */
export interface Backstage {
  readonly storage: Storage;
  readonly clock: ServerClock;
  readonly session: Session;
  readonly visits: Visits;
  readonly outbox: Outbox;
  /** The signed-in user's own visits. */
  readonly mine: () => readonly Visit[];
}

/** All that people see: windows and tray show the snapshot, and their clicks become commands. */
export class Front {
  readonly notices: Notices;
  readonly #asking: Asking;
  readonly records: Records;
  readonly #intents: Intents;
  readonly #presenter: Presenter;
  readonly #shell: Shell;
  readonly #backstage: () => Backstage;
  readonly #orders: OrderWatch;
  readonly #late = new LateAlarm(() => this.refresh());
  /** Looks for the network's return while something waits for it. */
  #watchNetwork: () => void = () => undefined;

  /** `backstage` is asked for when something is to be shown: the parts behind are built with this one's `refresh`. */
  constructor(backstage: () => Backstage) {
    this.#backstage = backstage;
    this.notices = new Notices(() => this.refresh());
    this.records = new Records(backstage, () => this.refresh());
    this.#orders = new OrderWatch({
      now: Date.now,
      read: async (id) => (await this.#lookUp(id, 0)) === 'ok',
      onNews: () => this.refresh(),
    });
    this.#intents = new Intents(() => this.refresh());
    this.#shell = new Shell(trayView(null, false, 0), {
      pause: (visitId) => this.#asking.perform({ type: 'pause', visitId }),
      resume: (visitId) => this.#asking.perform({ type: 'resume', visitId }),
      askCheckOut: () => this.#intents.askCheckOut(),
      onOpen: () => {
        backstage().outbox.kick();
        this.#orders.opened(backstage().mine());
        this.records.receipts.opened();
      },
      onAsked: () => void this.#asking.seen(),
    });
    this.#asking = new Asking(
      askingParts(backstage, {
        onChange: () => this.refresh(),
        openPopup: (field) => {
          if (field) this.#intents.askBackAt();
          void this.#shell.open();
        },
      }),
    );
    this.#presenter = new Presenter({
      snapshot: () => this.#snapshot(),
      now: () => backstage().clock.now(),
      showWindows: broadcast,
      showTray: (view) => this.#shell.showTray(view),
    });
  }

  /** Something that is shown has changed. */
  refresh(): void {
    this.#presenter.refresh();
    this.#watchNetwork();
    const { mine, clock } = this.#backstage();
    this.#late.watch(mine(), clock.now());
  }

  /** An outcome is on the record: some remedies depend on how its work order stands. */
  heed(outcome: Outcome): void {
    this.#orders.heed(outcome, this.#backstage().visits.state);
    this.records.heed(outcome);
  }

  /** The app ends. */
  stop(): void {
    this.#presenter.stop();
  }

  /** The visits have changed, by whomever. */
  changed(): void {
    this.#asking.changed();
  }

  /** Takes up links and the network's return, and shows the tray. */
  async start(): Promise<void> {
    const { storage, outbox } = this.#backstage();
    onLink((workOrder) => {
      this.#intents.fillIn(workOrder);
      void this.#shell.open();
    });
    this.#watchNetwork = onNetworkReturn(
      () => outbox.offlineSince !== null,
      () => outbox.kick(),
    );
    sayWhatStartFound(this.notices, storage.settings, storage.opened);
    this.#asking.start(await idleSource(process.env));
    await this.#shell.start();
  }

  /** What answers the commands of windows. */
  handlers(): Handlers {
    const { storage, session, outbox, mine } = this.#backstage();
    const { settings, workOrders } = storage;
    const onCheckIn = (workOrderId: number) => {
      this.records.receipts.dismiss();
      void this.#learn(workOrderId);
    };
    return {
      ...appHandlers(this.#shell, this.notices, () => this.#snapshot()),
      ...accountHandlers(settings, session, () => this.records.signedIn()),
      ...visitHandlers({
        perform: (command) => this.#asking.perform(command),
        onCheckIn,
        statusOf: (id) => (session.person ? workOrders.freshStatus(session.person.apiUrl, id) : null),
        bar: () => startBar(settings.policy, session),
      }),
      ...momentHandlers({
        asking: this.#asking,
        open: () => this.#snapshot().moments.open,
        onComputer: (withYou) => {
          computerSaid(storage, withYou);
          this.refresh();
        },
      }),
      ...recordHandlers({
        ...this.records,
        perform: (act) => this.#asking.perform(act),
        onCheckIn,
      }),
      ...readingHandlers({
        workOrders,
        sender: () => session.sender,
        visits: mine,
        tries: (reportId) => storage.visits.tries(reportId),
        onNews: () => this.refresh(),
        holding: () => ({
          signedIn: session.sender !== null,
          offline: outbox.offlineSince !== null,
          rush: outbox.isRush,
        }),
        check: () => doctorView(storage),
      }),
    };
  }

  /** Looks up an order that was checked in on before its details had come, and what its status was before. */
  async #learn(workOrderId: number): Promise<void> {
    const { storage, session, visits } = this.#backstage();
    const server = session.sender?.server;
    if (!server || storage.workOrders.freshStatus(server, workOrderId)) return;
    await this.#lookUp(workOrderId);
    const status = storage.workOrders.freshStatus(server, workOrderId);
    if (status) visits.do({ type: 'status-seen', workOrderId, status });
    this.refresh();
  }

  async #lookUp(workOrderId: number, oldest?: number): Promise<Answer<unknown>['kind'] | null> {
    const { storage, session } = this.#backstage();
    const { sender } = session;
    return sender && (await storage.workOrders.lookUp(sender, workOrderId, oldest)).kind;
  }

  #snapshot(): Snapshot {
    const { storage, session, outbox, clock, mine } = this.#backstage();
    const server = session.person?.apiUrl;
    return snapshotOf({
      session,
      settings: storage.settings,
      notices: this.notices,
      intents: this.#intents,
      visits: {
        visits: mine(),
        known: (id) => (server ? storage.workOrders.known(server, id) : null),
        isFresh: (id) => this.#orders.isFresh(id),
        now: clock.now(),
        offlineSince: outbox.offlineSince,
      },
      record: this.records.view,
      moments: (current) =>
        this.#asking.view(current, {
          askComputer: this.#asking.detectsIdle && computerIsAsked(storage, current),
          backAtAsked: this.#intents.backAtAsked,
        }),
      clockDifference: clock.difference(),
    });
  }
}
