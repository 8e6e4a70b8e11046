import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeTheme, Tray } from 'electron';
import type { TrayAction } from '../app/ports.ts';
import type { TrayView } from '../views/tray.ts';
import { trayPicture } from './tray-picture.ts';

/** The context menu's actions, implemented elsewhere. */
export interface TrayActions {
  open(): void;
  act(action: TrayAction): void;
  settings(): void;
  timesheet(): void;
  quit(): void;
  /** Something of the tray is not as it should be; it is there all the same. */
  fault(error: Error): void;
}

function primaryItem(view: TrayView, actions: TrayActions) {
  const { current } = view;
  const words = view.words.tray;
  const act = (type: 'pause' | 'resume', visitId: string) => () => actions.act({ type, visitId });
  if (current?.phase === 'on site')
    return { label: words.pause, enabled: current.leaveBy !== null, click: act('pause', current.visitId) };
  if (current?.phase === 'paused') return { label: words.resume, click: act('resume', current.visitId) };
  return { label: words.checkIn, click: () => actions.open() };
}

/** Leaves what is open: in the popup's form, or at once. Before it counts the popup says what can be done. */
function leaveItem({ current, words }: TrayView, actions: TrayActions) {
  const by = current?.leaveBy ?? 'form';
  const open = current !== null && current.phase !== 'paused';
  const click = () => {
    if (by === 'form') actions.act({ type: 'check-out' });
    else if (current) actions.act({ type: 'leave', visitId: current.visitId });
  };
  return { label: words.leave[by], enabled: open, click };
}

/** The work orders of lately, for whom one of them is next. Of an `&` in a name the system would make a key. */
function latelyItems({ lately }: TrayView, actions: TrayActions): MenuItemConstructorOptions[] {
  if (lately.length === 0) return [];
  const items = lately.map(({ workOrderId, text }) => ({
    label: text.replaceAll('&', '&&'),
    click: () => actions.act({ type: 'fill-in', workOrderId }),
  }));
  return [...items, { type: 'separator' }];
}

const textsOf = ({ lately }: TrayView): string => lately.map(({ text }) => text).join('\n');

/** The tray's menu in the order of INTERFACE.md. */
export function menuFor(view: TrayView, actions: TrayActions): Menu {
  const words = view.words.tray;
  return Menu.buildFromTemplate([
    { label: words.open, click: () => actions.open() },
    { type: 'separator' },
    primaryItem(view, actions),
    leaveItem(view, actions),
    { type: 'separator' },
    ...latelyItems(view, actions),
    { label: words.timesheet, click: () => actions.timesheet() },
    { label: words.settings, click: () => actions.settings() },
    { label: words.quit, click: () => actions.quit() },
  ]);
}

/**
 * The tray as a picture of the state: it is given the whole view and sets only what differs, because setting an
 * image, a tooltip or a menu costs a round to the panel each (MODELS.md: 40 % of a core when done every second).
 */
export class TrayIcon {
  readonly tray: Tray;
  readonly #actions: TrayActions;
  readonly #onMenu: (menu: Menu) => void;
  #view: TrayView;

  constructor(view: TrayView, actions: TrayActions, onMenu: (menu: Menu) => void) {
    this.#view = view;
    this.#actions = actions;
    this.#onMenu = onMenu;
    this.tray = new Tray(this.#picture());
    this.tray.setToolTip(view.tooltip);
    this.#setTitle(view);
    this.#setMenu(view);
    nativeTheme.on('updated', () => this.#draw());
  }

  get tooltip(): string {
    return this.#view.tooltip;
  }

  get hasVisit(): boolean {
    return this.#view.current !== null;
  }

  show(view: TrayView): void {
    const before = this.#view;
    this.#view = view;
    const pictureChanged = before.icon !== view.icon || before.attention !== view.attention;
    if (pictureChanged) this.#draw();
    if (before.tooltip !== view.tooltip) this.tray.setToolTip(view.tooltip);
    if (before.title !== view.title) this.#setTitle(view);
    const menuChanged =
      before.words !== view.words ||
      textsOf(before) !== textsOf(view) ||
      before.current?.visitId !== view.current?.visitId ||
      before.current?.phase !== view.current?.phase ||
      before.current?.leaveBy !== view.current?.leaveBy;
    if (menuChanged) this.#setMenu(view);
  }

  #picture(): NativeImage {
    return trayPicture(this.#view, this.#actions.fault);
  }

  #draw(): void {
    this.tray.setImage(this.#picture());
  }

  /** macOS alone has room beside an icon. */
  #setTitle({ title }: TrayView): void {
    if (process.platform === 'darwin') this.tray.setTitle(title, { fontType: 'monospacedDigit' });
  }

  #setMenu(view: TrayView): void {
    const menu = menuFor(view, this.#actions);
    // libappindicator shows nothing without a menu of its own; elsewhere the popup's engine opens it on right click.
    if (process.platform === 'linux') this.tray.setContextMenu(menu);
    this.#onMenu(menu);
  }
}
