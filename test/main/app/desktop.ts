import type {
  Computer,
  Desktop,
  IdleSource,
  NotificationAction,
  Notify,
  Power,
  PromptWindow,
  Quit,
  Shell,
  StripWindow,
  Updater,
} from '../../../main/app/ports.ts';
import { Listeners } from '../../../main/listeners.ts';
import type { MomentEvent } from '../../../main/moments/machine.ts';
import type { Moment } from '../../../main/moments/pending.ts';
import type { TrayView } from '../../../main/views/tray.ts';
import type { TrayAction } from '../../../main/views/tray-menu.ts';
import type { Point } from '../../../main/views/window-size.ts';
import type { LoadedUpdate, Snapshot, UpdateFault } from '../../../preload/contract.ts';

/** Tray and popup that note what they show, and are clicked by a test. */
export class FakeShell implements Shell {
  readonly trays: TrayView[] = [];
  readonly shown: Snapshot[] = [];
  popups = 0;
  inTray = true;
  isLookedAt = false;
  readonly trayAction = new Listeners<TrayAction>();
  readonly asked = new Listeners();
  readonly focused = new Listeners();
  readonly link = new Listeners<string>();

  async start(): Promise<void> {}
  showTray(view: TrayView): void {
    this.trays.push(view);
  }
  async openPopup(): Promise<void> {
    this.popups += 1;
  }
  hidePopup(): void {
    this.popups -= 1;
  }
  togglePopup(): void {
    this.popups = this.popups > 0 ? 0 : 1;
  }
  broadcast(snapshot: Snapshot): void {
    this.shown.push(snapshot);
  }
  onTrayAction = (listener: (action: TrayAction) => void) => this.trayAction.add(listener);
  onAsked = (listener: () => void) => this.asked.add(listener);
  onFocus = (listener: () => void) => this.focused.add(listener);
  onLink = (listener: (workOrder: string) => void) => this.link.add(listener);
}

export class FakePromptWindow implements PromptWindow {
  engaged = false;
  open: Moment | null = null;
  readonly log: string[] = [];
  readonly closed = new Listeners<string>();
  readonly reopened = new Listeners();

  show(moment: Moment | null): void {
    this.open = moment;
  }
  showBeside(): void {
    this.log.push('beside');
  }
  bringUp(): void {
    this.log.push('up');
  }
  onClosed = (listener: (momentId: string) => void) => this.closed.add(listener);
  onReopened = (listener: () => void) => this.reopened.add(listener);
}

/** A strip that notes where it is shown. */
export class FakeStrip implements StripWindow {
  shown: Point | 'first place' | null = null;
  readonly moved = new Listeners<Point>();
  show(at: Point | null): void {
    this.shown ??= at ?? 'first place';
  }
  hide(): void {
    this.shown = null;
  }
  onMoved = (listener: (to: Point) => void) => this.moved.add(listener);
}

export class FakePower implements Power {
  readonly told = new Listeners<MomentEvent>();
  readonly leave = new Listeners<'lock' | 'sleep'>();
  shutdown: () => boolean = () => false;
  onEvent = (listener: (event: MomentEvent) => void) => this.told.add(listener);
  onLeave = (listener: (type: 'lock' | 'sleep') => void) => this.leave.add(listener);
  askBeforeShutdown(ask: () => boolean): void {
    this.shutdown = ask;
  }
}

export class FakeQuit implements Quit {
  asks: (why?: 'quit' | 'signal') => boolean = () => false;
  left = 0;
  leaving = false;
  askFirst(ask: (why: 'quit' | 'signal') => boolean): void {
    this.asks = (why = 'quit') => ask(why);
  }
  leave(): void {
    this.left += 1;
  }
}

interface ShownNotification {
  readonly title: string;
  readonly body: string;
  readonly click: () => void;
  readonly actions: readonly NotificationAction[];
  /** It was taken away again. */
  gone: boolean;
}

/** A computer that notes what its settings were set to. */
export class FakeComputer implements Computer {
  atLogin: boolean | null = null;
  /** Why the system does not let it be set; null: it does. */
  denies: string | null = null;
  /** Shortcuts that another program holds. */
  readonly othersHold = new Set<string>();
  shortcut = '';
  press: () => void = () => undefined;
  startAtLogin(on: boolean): void {
    if (this.denies) throw new Error(this.denies);
    this.atLogin = on;
  }
  takeShortcut(accelerator: string, pressed: () => void): boolean {
    this.shortcut = '';
    this.press = () => undefined;
    if (this.othersHold.has(accelerator)) return false;
    this.shortcut = accelerator;
    if (accelerator !== '') this.press = pressed;
    return true;
  }
}

/** A feed that offers what a test says, and notes what was installed. */
export class FakeUpdater implements Updater {
  isSilent = true;
  offers: LoadedUpdate = { state: 'newest' };
  fault: UpdateFault | null = null;
  readonly feeds: string[] = [];
  installed = 0;
  restarted = 0;
  /** Called while an installation is under way. */
  meanwhile: () => void = () => undefined;
  async load(feed: string, onFound: (version: string) => void): Promise<LoadedUpdate> {
    this.feeds.push(feed);
    if (this.offers.state === 'ready') onFound(this.offers.version);
    return this.offers;
  }
  async install(may: () => boolean): Promise<UpdateFault | 'later' | null> {
    if (!may()) return 'later';
    this.installed += 1;
    await Promise.resolve();
    this.meanwhile();
    return this.fault;
  }
  restart(): void {
    this.restarted += 1;
  }
}

/** A desktop in memory: everything the app shows on it is noted, and a test does what a person would. */
export class FakeDesktop implements Desktop {
  readonly shell = new FakeShell();
  readonly promptWindow = new FakePromptWindow();
  readonly strip = new FakeStrip();
  readonly power = new FakePower();
  readonly quit = new FakeQuit();
  /** How long keyboard and pointer have not been used, ms. */
  idleMs = 0;
  /** False: the desktop does not tell that. */
  tellsIdle = true;
  readonly idleSource: Promise<IdleSource> = Promise.resolve({
    detects: true,
    idle: async () => (this.tellsIdle ? this.idleMs : null),
    idleNow: () => (this.tellsIdle ? this.idleMs : null),
  });
  readonly said: ShownNotification[] = [];
  notificationsAct = false;
  readonly notifies = () => true;
  readonly computer = new FakeComputer();
  readonly updater = new FakeUpdater();
  readonly notify: Notify = (title, body, click, actions) => {
    const said = { title, body, click, actions, gone: false };
    this.said.push(said);
    return () => {
      said.gone = true;
    };
  };
  languages: readonly string[] = ['en-GB'];
  readonly locale = { times: () => 'en-GB', languages: () => this.languages };
  clipboard = '';
  readonly copy = (text: string) => {
    this.clipboard = text;
  };
  networkReturns: () => void = () => undefined;
  readonly watchNetwork = (_wanted: () => boolean, returned: () => void) => {
    this.networkReturns = returned;
    return () => undefined;
  };
}
