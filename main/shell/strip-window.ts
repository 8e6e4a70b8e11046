import { type BrowserWindow, screen } from 'electron';
import type { StripWindow } from '../app/ports.ts';
import { Listeners } from '../listeners.ts';
import { type Point, stripBounds, workAreaOf } from '../views/window-size.ts';
import { endWithPage, loadOrLetGo, loadPage, makeWindow } from './windows.ts';

/** The strip above all other windows. It never takes the keyboard from another program by itself. */
export class ElectronStripWindow implements StripWindow {
  readonly #moved = new Listeners<Point>();
  #window: BrowserWindow | null = null;

  onMoved = (listener: (to: Point) => void) => this.#moved.add(listener);

  show(at: Point | null): void {
    if (this.#window && !this.#window.isDestroyed()) return;
    const near = at ?? screen.getPrimaryDisplay().workArea;
    const area = workAreaOf(screen.getDisplayNearestPoint(near));
    const window = makeWindow('strip', {
      ...stripBounds(at, area),
      useContentSize: false,
      frame: false,
      alwaysOnTop: true,
      skipTaskbar: true,
      minimizable: false,
      maximizable: false,
    });
    endWithPage(window);
    this.#window = window;
    window.on('moved', () => this.#tellMove(window));
    // Linux tells of each step of a move only.
    window.on('move', () => this.#tellMove(window));
    void loadOrLetGo(window, () => loadPage(window, 'strip')).then(() => {
      if (!window.isDestroyed()) window.showInactive();
    });
  }

  #tellMove(window: BrowserWindow): void {
    if (!window.isVisible()) return;
    const [x = 0, y = 0] = window.getPosition();
    this.#moved.tell({ x, y });
  }

  hide(): void {
    const window = this.#window;
    this.#window = null;
    if (!window?.isDestroyed()) window?.destroy();
  }
}
