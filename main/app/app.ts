import type { Snapshot } from '../../preload/contract.ts';
import type { Words } from '../../words/index.ts';
import type { Core } from '../core.ts';
import { DayComparer } from '../records/day-comparer.ts';
import type { Records } from '../records/records.ts';
import type { System } from '../servicechannel/system.ts';
import type { Storage } from '../storage/storage.ts';
import { needsAttention } from '../views/attention.ts';
import { leavingPart } from '../views/leaving-user.ts';
import { snapshotOf } from '../views/snapshot.ts';
import { trayView } from '../views/tray.ts';
import type { TrayAction } from '../views/tray-menu.ts';
import { wordsInForce } from '../views/words-in-force.ts';
import { AttentionAlarm } from './attention-alarm.ts';
import { handlersOf } from './commands/handlers.ts';
import type { Handlers } from './commands/types.ts';
import { computerIsAsked, momentSettings } from './computer-question.ts';
import { followComputerSettings } from './computer-settings.ts';
import { DueReminder } from './due-reminder.ts';
import { isFirstCheck } from './first-check.ts';
import { LateAlarm } from './late-alarm.ts';
import { Notices, sayWhatIsWrong } from './notices.ts';
import { PopupRequests } from './popup-requests.ts';
import type { Desktop } from './ports.ts';
import { Presenter } from './presenter.ts';
import { Prompts } from './prompts.ts';
import { type Say, sayOn } from './say.ts';
import { SignInAlarm } from './sign-in-alarm.ts';
import { Strip } from './strip.ts';
import { actFromTray } from './tray-acts.ts';
import { UndoOffer } from './undo.ts';
import type { Updates } from './updates.ts';

/** The parts that the app is built from. */
export interface AppParts {
  readonly storage: Storage;
  readonly core: Core;
  readonly records: Records;
  readonly desktop: Desktop;
  readonly updates: Updates;
  readonly system: System;
  /** An error that a window did not expect, by the place in its code. */
  readonly onWindowError: (where: string) => void;
}

/** Turns commands and events into changes, and shows the snapshot in the windows and the tray. */
export class App {
  readonly #parts: AppParts;
  /** Messages that are shown once, beside everything else. */
  readonly notices = new Notices();
  readonly #requests: PopupRequests;
  readonly #prompts: Prompts;
  readonly #undo: UndoOffer;
  readonly #comparer: DayComparer;
  readonly #presenter: Presenter;
  readonly #late: LateAlarm;
  readonly #say: Say;
  readonly #strip: Strip;
  readonly #due: DueReminder;
  readonly #attention: AttentionAlarm;
  readonly #openPopup = () => this.#parts.desktop.shell.openPopup();
  readonly #alarm = (said: Parameters<Say>[0]) => void this.#say(said, () => void this.#openPopup());
  readonly #signInAlarm = new SignInAlarm(this.#alarm);
  readonly #watchNetwork: () => void;

  constructor(parts: AppParts) {
    this.#parts = parts;
    const { storage, core, desktop, system } = parts;
    const { shell } = desktop;
    this.#say = sayOn(desktop, storage.settings, () => this.#words);
    this.#strip = new Strip({ window: desktop.strip, storage, after: system.after });
    this.#late = new LateAlarm(system.after, () => this.refresh(), this.#alarm);
    this.#requests = new PopupRequests(system.now);
    this.#prompts = new Prompts({
      core,
      system,
      keeper: storage.facts,
      settings: () => momentSettings(storage.settings),
      window: desktop.promptWindow,
      quit: desktop.quit,
      power: desktop.power,
      onUsedAfter: (gap) => parts.records.checkedOut.usedAfter(gap),
      say: this.#say,
    });
    this.#due = new DueReminder({
      core,
      storage,
      records: parts.records,
      after: system.after,
      say: this.#say,
      requests: this.#requests,
      openPopup: () => void this.#openPopup(),
    });
    this.#attention = new AttentionAlarm(
      (said, onChoice) => void this.#say(said, () => void this.#openPopup(), onChoice),
      () => shell.isLookedAt,
      () => void this.#openPopup(),
    );
    this.#comparer = new DayComparer(core, storage, system.after);
    this.#undo = new UndoOffer({
      core,
      settings: storage.settings,
      prompts: this.#prompts,
      requests: this.#requests,
      desktop,
      words: () => this.#words,
    });
    this.#presenter = new Presenter({
      snapshot: () => this.snapshot(),
      now: () => core.clock.now(),
      showWindows: (snapshot) => {
        shell.broadcast(snapshot);
        this.#signInAlarm.watch(snapshot);
        this.#attention.watch(snapshot);
        this.#strip.watch(snapshot.current !== null);
      },
      showTray: (shown, now) => {
        const { current, recent } = shown;
        shell.showTray(trayView(this.#words, current, needsAttention(shown), now, recent));
      },
    });
    this.#watchNetwork = desktop.watchNetwork(
      () => core.outbox.offlineSince !== null,
      () => core.outbox.kick(),
    );
    this.#listen();
  }

  #listen(): void {
    const { storage, core, records, desktop, updates } = this.#parts;
    const { shell } = desktop;
    const own = [this.notices, this.#requests, this.#prompts, this.#comparer];
    for (const part of [core, records, storage.settings, updates, ...own])
      part.onChange(() => this.refresh());
    storage.settings.onChange(() => this.#prompts.moments.changed());
    records.onOrdersRead(() => this.#due.look());
    core.onClockDifference((ms) => this.notices.clock(ms));
    this.#prompts.onPopupWanted((field) => {
      if (field) this.#requests.askBackAt();
      void shell.openPopup();
    });
    this.#prompts.onActed(() => this.#undo.offer());
    shell.onTrayAction((action) => this.#onTrayAction(action));
    shell.onAsked(() => void this.#prompts.seen());
    shell.onFocus(() => {
      core.outbox.kick();
      records.opened();
      // A keychain that was locked may be asked again: a person is there to unlock it.
      void core.session.restore();
    });
    desktop.power.onEvent(({ type }) => {
      if (type !== 'unlock' && type !== 'wake') return;
      void core.session.restore();
      void records.checkedOut.look();
    });
  }

  #fillIn(workOrder: string): void {
    this.#requests.fillIn(workOrder);
    void this.#openPopup();
  }

  #onTrayAction(action: TrayAction): void {
    if (action.type === 'check-out') {
      this.#requests.askCheckOut();
      void this.#openPopup();
    } else if (action.type === 'fill-in') {
      this.#fillIn(String(action.workOrderId));
    } else if (
      actFromTray(action, this.#prompts.moments, this.notices, () => this.#alarm({ what: 'tray-not-done' }))
    )
      this.#undo.offer();
  }

  /** Something that is shown has changed. */
  refresh(): void {
    const { core } = this.#parts;
    this.#requests.belongTo(core.session.owner);
    this.#presenter.refresh();
    this.#watchNetwork();
    this.#late.watch(core.reported, core.clock.now());
    this.#due.watch();
  }

  /** Shows the tray, and takes up links and absences. */
  async start(): Promise<void> {
    const { storage, core, desktop } = this.#parts;
    desktop.shell.onLink((workOrder) => this.#fillIn(workOrder));
    this.notices.clock(core.clock.difference());
    sayWhatIsWrong(this.notices, storage);
    this.#prompts.start(await desktop.idleSource);
    await desktop.shell.start();
    followComputerSettings(storage.settings, desktop, this.notices);
    this.#parts.updates.start();
    this.refresh();
  }

  /** The app ends. */
  stop(): void {
    this.#presenter.stop();
  }

  /** The handlers of every command that windows send. */
  handlers(): Handlers {
    return handlersOf({
      ...this.#parts,
      notices: this.notices,
      prompts: this.#prompts,
      undo: this.#undo,
      comparer: this.#comparer,
      snapshot: () => this.snapshot(),
      refresh: () => this.refresh(),
    });
  }

  get #words(): Words {
    return wordsInForce(this.#parts.storage.settings, this.#parts.desktop.locale);
  }

  /** Everything that windows show, as it is now. */
  snapshot(): Snapshot {
    const { storage, core, records, desktop, system } = this.#parts;
    return snapshotOf({
      session: core.session,
      settings: storage.settings,
      notices: this.notices.all,
      requests: this.#requests,
      undo: this.#undo.view,
      update: this.#parts.updates.view,
      firstCheck: isFirstCheck(storage, core.session),
      visits: {
        visits: core.reported,
        known: (id) => records.known(id),
        isFresh: (id) => records.orders.isFresh(id),
        now: core.clock.now(),
        ...core.outbox.connection,
        clickedAt: system.now(),
      },
      leaving: leavingPart(core, storage.facts),
      record: records.view,
      moments: (current) =>
        this.#prompts.view(current, {
          askComputer: this.#prompts.detectsIdle && computerIsAsked(storage, current),
          backAtAsked: this.#requests.backAtAsked,
        }),
      clockDifference: core.clock.difference(),
      system: desktop.locale,
    });
  }
}
