import { app, BrowserWindow, Menu, shell } from 'electron';
import type { AskingWindow, Shell } from '../app/ports.ts';
import { EarlyListeners, guarded, Listeners } from '../listeners.ts';
import { showOnMap } from '../platform/map.ts';
import { PopupPlace } from '../platform/popup-place.ts';
import { lookForTray } from '../platform/tray-comes.ts';
import { TrayMemory } from '../platform/tray-memory.ts';
import { saveAs } from '../platform/whole-file.ts';
import { ignoreHeldKeys, selectHour } from '../platform/window-keys.ts';
import type { TrayView } from '../views/tray.ts';
import type { MenuChoice, TrayAction } from '../views/tray-menu.ts';
import { linksOfSystem } from './links.ts';
import { wordsKept } from './locale.ts';
import { popupWindow } from './popup.ts';
import { fitQuestion } from './question-page.ts';
import { pdfOf, whereToSave } from './save-file.ts';
import { takeClick } from './security.ts';
import { menuFor, TrayIcon, type TrayListeners } from './tray.ts';
import { broadcast, isDrawn, showWindow } from './windows.ts';

/** The programs that take links of others. */
const otherPrograms = {
  programFor: (scheme: string) => app.getApplicationNameForProtocol(scheme),
  open: (link: string) => shell.openExternal(link),
};

/** The tray with its menu, and the popup below it, or an ordinary window where there is no tray. */
export class ElectronShell implements Shell {
  readonly #links = linksOfSystem();
  readonly #trayActions = new Listeners<TrayAction>();
  readonly #asked = new Listeners();
  /** Clicks on the icon, and choices in its menu: those that come before the record is open wait for it. */
  readonly #clicks = new EarlyListeners();
  readonly #choices = new EarlyListeners<MenuChoice>();
  readonly #focus = new Listeners();
  readonly #faults = new Listeners<Error>();
  readonly #tray: TrayListeners = {
    onChoice: (choice) => this.#choices.tell(choice),
    onFault: (error) => this.#faults.tell(error),
  };
  readonly #memory = new TrayMemory(app.getPath('userData'));
  readonly #place = new PopupPlace(
    { tray: lookForTray(), icon: (view) => new TrayIcon(view, this.#tray), window: popupWindow },
    this.#memory.read(wordsKept()),
  );

  constructor() {
    this.#place.onClick(() => this.#clicks.tell());
    // A tray app has no menu bar; on macOS one is needed for copy and paste.
    if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
    app.on('second-instance', (_event, argv) => {
      if (this.#links.take(argv)) return;
      void this.openPopup();
      this.#clicks.tell();
    });
    app.on('activate', () => void this.openPopup());
    // Closing a window never ends the app: a visit may be on site, and reports may wait.
    app.on('window-all-closed', () => undefined);
    app.on('browser-window-focus', () => this.#focus.tell());
    app.on(
      'browser-window-created',
      guarded((_event, window) => ignoreHeldKeys(window)),
    );
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

  /** Puts the icon into the tray as it was shown last, before anything else is there. Call when the app is ready. */
  appear = (): Promise<void> => this.#place.appear();

  async start(): Promise<void> {
    await this.#place.start();
    this.#clicks.add(() => this.#asked.tell());
    this.#choices.add((choice) => this.#onChoice(choice));
  }

  showTray(view: TrayView): void {
    this.#place.show(view);
    this.#memory.keep(view);
  }

  openPopup = () => this.#place.open();
  hidePopup = () => this.#place.hide();
  togglePopup = () => this.#place.toggle();

  get isLookedAt(): boolean {
    return BrowserWindow.getFocusedWindow() !== null;
  }

  get inTray(): boolean {
    return this.#place.inTray;
  }

  broadcast = broadcast;

  /** A window of ours, for the commands about itself. */
  askingWindow(window: BrowserWindow): AskingWindow {
    const saved = (name: string, make: () => string | Promise<Uint8Array>) =>
      saveAs(whereToSave(window), name, make);
    return {
      selectHour: () => selectHour(window),
      saveFile: (name, content) => saved(name, () => content),
      savePdf: (name) => saved(name, () => pdfOf(window)),
      openMap: async (address) => takeClick(window.webContents) && showOnMap(address, otherPrograms),
      print: () => window.webContents.print({ printBackground: true }),
      fit: (height) => fitQuestion(window, height),
      drawn: () => isDrawn(window),
      // The popup's own menu button opens the tray's menu, for desktops whose tray has none.
      popUpMenu: ({ x, y }) => {
        menuFor(this.#place.view, this.#tray.onChoice).popup({ window, x, y });
      },
    };
  }
}
