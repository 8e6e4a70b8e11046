import { join } from 'node:path';
import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import type { Face, IconState } from '../views/tray.ts';

/** What the context menu can do; the work is elsewhere. */
export interface TrayActions {
  open(): void;
  pause(visitId: string): void;
  resume(visitId: string): void;
  checkOut(): void;
  settings(): void;
  quit(): void;
}

const FOLDER = join(import.meta.dirname, '../../build/icons/out');

/**
 * Template images on macOS, which colours them; elsewhere drawn for light and dark panels. Linux panels get one bitmap
 * and scale it themselves.
 */
function iconOf(state: IconState) {
  if (process.platform === 'darwin') return nativeImage.createFromPath(join(FOLDER, `${state}Template.png`));
  const panel = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  const scaled = process.platform === 'linux' ? '-linux' : '';
  return nativeImage.createFromPath(join(FOLDER, `${state}-${panel}${scaled}.png`));
}

function primaryItem(face: Face, actions: TrayActions) {
  const { current } = face;
  if (current?.phase === 'on site') return { label: 'Pause', click: () => actions.pause(current.visitId) };
  if (current?.phase === 'paused') return { label: 'Resume', click: () => actions.resume(current.visitId) };
  return { label: 'Check in…', click: () => actions.open() };
}

/** The tray's menu in the order of INTERFACE.md. The timesheet has no window yet. */
export function menuFor(face: Face, actions: TrayActions): Menu {
  const open = face.current && face.current.phase !== 'paused';
  return Menu.buildFromTemplate([
    { label: 'Open OnSite', click: () => actions.open() },
    { type: 'separator' },
    primaryItem(face, actions),
    { label: 'Check out…', enabled: Boolean(open), click: () => actions.checkOut() },
    { type: 'separator' },
    { label: 'Timesheet', enabled: false },
    { label: 'Settings', click: () => actions.settings() },
    { label: 'Quit', click: () => actions.quit() },
  ]);
}

/**
 * The tray as a picture of the state: it is given the whole face and sets only what differs, because setting an
 * image, a tooltip or a menu costs a round to the panel each (MODELS.md: 40 % of a core when done every second).
 */
export class TrayIcon {
  readonly tray: Tray;
  readonly #actions: TrayActions;
  readonly #onMenu: (menu: Menu) => void;
  #face: Face;

  constructor(face: Face, actions: TrayActions, onMenu: (menu: Menu) => void) {
    this.#face = face;
    this.#actions = actions;
    this.#onMenu = onMenu;
    this.tray = new Tray(iconOf(face.icon));
    this.tray.setToolTip(face.tooltip);
    this.#setMenu(face);
    nativeTheme.on('updated', () => this.tray.setImage(iconOf(this.#face.icon)));
  }

  get tooltip(): string {
    return this.#face.tooltip;
  }

  get hasVisit(): boolean {
    return this.#face.current !== null;
  }

  show(face: Face): void {
    const before = this.#face;
    this.#face = face;
    if (before.icon !== face.icon) this.tray.setImage(iconOf(face.icon));
    if (before.tooltip !== face.tooltip) this.tray.setToolTip(face.tooltip);
    const menuChanged =
      before.current?.visitId !== face.current?.visitId || before.current?.phase !== face.current?.phase;
    if (menuChanged) this.#setMenu(face);
  }

  #setMenu(face: Face): void {
    const menu = menuFor(face, this.#actions);
    // libappindicator shows nothing without a menu of its own; elsewhere the popup's engine opens it on right click.
    if (process.platform === 'linux') this.tray.setContextMenu(menu);
    this.#onMenu(menu);
  }
}
