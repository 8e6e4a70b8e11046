import { app, BrowserWindow, Menu } from 'electron';
import type { AskingWindow, Shell } from '../app/ports.ts';
import { Listeners } from '../listeners.ts';
import { comesSoon, trayComes } from '../platform/tray-comes.ts';
import type { TrayView } from '../views/tray.ts';
import type { MenuChoice, TrayAction } from '../views/tray-menu.ts';
import { ignoreHeldKeys, selectHour } from './keys.ts';
import { linksOfSystem } from './links.ts';
import { openMap } from './map.ts';
import { type Popup, TrayPopup, windowPopup } from './popup.ts';
import { fitQuestion } from './prompt-window.ts';
import { saveFile, savePdf } from './save-file.ts';
import { takeClick } from './security.ts';
import { menuFor, TrayIcon, type TrayListeners } from './tray.ts';
import { broadcast, showWindow } from './windows.ts';

/** The tray with its menu, and the popup below it, or an ordinary window where there is no tray. */
export class ElectronShell implements Shell {
  readonly #links = linksOfSystem();
  readonly #trayActions = new Listeners<TrayAction>();
  readonly #asked = new Listeners();
  readonly #focus = new Listeners();
  readonly #faults = new Listeners<Error>();
  readonly #tray: TrayListeners = {
    onChoice: (choice) => this.#onChoice(choice),
    onFault: (error) => this.#faults.tell(error),
  };
  readonly #trayComes = trayComes();
  #view: TrayView | null = null;
  #icon: TrayIcon | null = null;
  #popup: Popup | null = null;
  #wanted = false;

  constructor() {
    // A tray app has no menu bar; on macOS one is needed for copy and paste.
    if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
    app.on('second-instance', (_event, argv) => {
      if (this.#links.take(argv)) return;
      void this.openPopup();
      this.#asked.tell();
    });
    app.on('activate', () => void this.openPopup());
    // Closing a window never ends the app: a visit may be on site, and reports may wait.
    app.on('window-all-closed', () => undefined);
    app.on('browser-window-focus', () => this.#focus.tell());
    app.on('browser-window-created', (_event, window) => ignoreHeldKeys(window));
  }

  onTrayAction = (listener: (action: TrayAction) => void) => this.#trayActions.add(listener);
  onAsked = (listener: () => void) => this.#asked.add(listener);
  onFocus = (listener: () => void) => this.#focus.add(listener);
  /** Something of the desktop is not as it should be, which ends nothing. */
  onFault = (listener: (error: Error) => void) => this.#faults.add(listener);
  onLink = (listener: (workOrder: string) => void) => this.#links.onLink(listener);

  #onChoice(choice: MenuChoice): void {
    switch (choice.type) {
      case 'open':
        void this.openPopup();
        break;
      case 'settings':
      case 'timesheet':
        void showWindow(choice.type);
        break;
      case 'quit':
        app.quit();
        break;
      default:
        this.#trayActions.tell(choice);
    }
  }

  async start(view: TrayView): Promise<void> {
    this.#view = view;
    const soon = await comesSoon(this.#trayComes);
    this.#popup = windowPopup();
    if (soon) this.#putIntoTray(view, this.#popup);
    if (!soon || this.#wanted) await this.openPopup();
    if (!soon) void this.#trayComes.then((came) => came && this.#putIntoTray(view, this.#popup));
  }

  /** A window that is open stays the popup, with what is typed in it, until it is closed. */
  #putIntoTray(view: TrayView, before: Popup | null): void {
    let popup: TrayPopup | null = null;
    const icon = new TrayIcon(this.#view ?? view, this.#tray, (menu) => popup?.setMenu(menu));
    this.#icon = icon;
    icon.tray.on('click', () => this.#asked.tell());
    const open = () => void this.openPopup();
    icon.tray.on('click', open);
    before?.whenClosed(() => {
      icon.tray.removeListener('click', open);
      popup = new TrayPopup(icon, menuFor(this.#view ?? view, this.#tray.onChoice));
      this.#popup = popup;
    });
  }

  /** Wanted before it is known whether there is a tray, as by a link that starts the app, it opens as soon as it is. */
  async openPopup(): Promise<void> {
    this.#wanted = true;
    await this.#popup?.show();
  }

  hidePopup(): void {
    this.#popup?.hide();
  }

  togglePopup(): void {
    if (this.#popup?.isShown) this.hidePopup();
    else void this.openPopup();
  }

  get isLookedAt(): boolean {
    return BrowserWindow.getFocusedWindow() !== null;
  }

  get inTray(): boolean {
    return this.#icon !== null;
  }

  showTray(view: TrayView): void {
    if (!this.#view) return;
    this.#view = view;
    this.#icon?.show(view);
  }

  broadcast = broadcast;

  /** A window of ours, for the commands about itself. */
  askingWindow(window: BrowserWindow | null): AskingWindow {
    return {
      selectHour: () => window && selectHour(window),
      saveFile: async (name, content) =>
        window ? saveFile(window, name, content) : { path: null, fault: null },
      savePdf: async (name) => (window ? savePdf(window, name) : { path: null, fault: null }),
      openMap: async (address) => (window && takeClick(window.webContents) ? openMap(address) : false),
      print: () => window?.webContents.print(),
      fit: (height) => window && fitQuestion(window, height),
      // The popup's own menu button opens the tray's menu, for desktops whose tray has none.
      popUpMenu: ({ x, y }) => {
        if (!window || !this.#view) return;
        menuFor(this.#view, this.#tray.onChoice).popup({ window, x, y });
      },
    };
  }
}
