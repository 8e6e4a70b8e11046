import type { IconState, PictureKind } from './tray.ts';

/** The panel that the tray is in. */
export interface TrayPanel {
  readonly system: NodeJS.Platform;
  readonly isDark: boolean;
  /** `XDG_CURRENT_DESKTOP`. */
  readonly desktop: string;
}

/** The kind of picture for a panel. GNOME's bar is dark in every theme; Linux panels get one bitmap and scale it. */
export function pictureKind({ system, isDark, desktop }: TrayPanel): PictureKind {
  if (system === 'darwin') return 'darwin';
  if (system !== 'linux') return isDark ? 'dark-win32' : 'light-win32';
  return isDark || /GNOME|Unity/.test(desktop) ? 'dark-linux' : 'light-linux';
}

/** Blue, green and red of the disc that stands in for a missing picture; they show on light and dark panels. */
const DISC: Readonly<Record<IconState, readonly [number, number, number]>> = {
  off: [140, 130, 120],
  onsite: [85, 160, 40],
  paused: [20, 130, 220],
  travelling: [230, 120, 60],
};
/** The disc's width and height, px. */
export const DISC_SIZE = 22;

/** A plain disc in the state's colour, as BGRA bytes row by row: no icon at all would leave nothing to click. */
export function discPixels(state: IconState): Buffer {
  const pixels = Buffer.alloc(DISC_SIZE * DISC_SIZE * 4);
  const middle = (DISC_SIZE - 1) / 2;
  for (let y = 0; y < DISC_SIZE; y++)
    for (let x = 0; x < DISC_SIZE; x++)
      if (Math.hypot(x - middle, y - middle) <= middle - 1)
        pixels.set([...DISC[state], 255], (y * DISC_SIZE + x) * 4);
  return pixels;
}
