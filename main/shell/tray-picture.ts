import { join } from 'node:path';
import { type NativeImage, nativeImage, nativeTheme } from 'electron';
import { type IconState, type PictureKind, pictureName, type TrayIconView } from '../views/tray.ts';

/** The build draws the pictures there: build/icons/draw.ts. */
const FOLDER = join(import.meta.dirname, 'icons');

/** GNOME's bar is dark in every theme; Windows' taskbar has a theme of its own, which newer Electrons tell. */
function panelIsDark(): boolean {
  if (process.platform === 'win32' && 'shouldUseDarkColorsForSystemIntegratedUI' in nativeTheme)
    return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
  return nativeTheme.shouldUseDarkColors || /GNOME|Unity/.test(process.env.XDG_CURRENT_DESKTOP ?? '');
}

/** Linux panels get one bitmap and scale it themselves. */
function kindHere(): PictureKind {
  if (process.platform === 'darwin') return 'template';
  const panel = panelIsDark() ? 'dark' : 'light';
  return process.platform === 'linux' ? `${panel}-linux` : panel;
}

/** Blue, green and red of the disc that stands in for a missing picture; they show on light and dark panels. */
const DISC: Readonly<Record<IconState, readonly [number, number, number]>> = {
  off: [140, 130, 120],
  onsite: [85, 160, 40],
  paused: [20, 130, 220],
  travelling: [230, 120, 60],
};
const DISC_SIZE = 22;

/** A plain disc in the state's colour: no icon at all would leave nothing to click. */
function disc(state: IconState): NativeImage {
  const pixels = Buffer.alloc(DISC_SIZE * DISC_SIZE * 4);
  const middle = (DISC_SIZE - 1) / 2;
  for (let y = 0; y < DISC_SIZE; y++)
    for (let x = 0; x < DISC_SIZE; x++)
      if (Math.hypot(x - middle, y - middle) <= middle - 1)
        pixels.set([...DISC[state], 255], (y * DISC_SIZE + x) * 4);
  return nativeImage.createFromBitmap(pixels, { width: DISC_SIZE, height: DISC_SIZE });
}

/**
 * The tray's picture for a state, on this system and panel. A disc stands in for one that is missing.
 *
 * @param onFault is told which one is
 */
export function trayPicture(view: TrayIconView, onFault: (error: Error) => void): NativeImage {
  const path = join(FOLDER, pictureName(view, kindHere()));
  const picture = nativeImage.createFromPath(path);
  if (!picture.isEmpty()) return picture;
  onFault(new Error(`The tray's picture ${path} is missing: a disc is shown.`));
  return disc(view.icon);
}
