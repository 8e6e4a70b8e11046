import { join } from 'node:path';
import { type NativeImage, nativeImage, nativeTheme } from 'electron';
import { pictureName, type TrayIconView } from '../views/tray.ts';
import { DISC_SIZE, discPixels, pictureKind } from '../views/tray-picture.ts';

/** The build draws the pictures there: build/icons/draw.ts. */
const FOLDER = join(import.meta.dirname, 'icons');

/** Windows' taskbar has a theme of its own, which newer Electrons tell. */
const panelIsDark = (): boolean =>
  process.platform === 'win32' && 'shouldUseDarkColorsForSystemIntegratedUI' in nativeTheme
    ? nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
    : nativeTheme.shouldUseDarkColors;

/**
 * The tray's picture for a state, on this system and panel. A disc stands in for one that is missing.
 *
 * @param onFault is told which one is
 */
export function trayPicture(view: TrayIconView, onFault: (error: Error) => void): NativeImage {
  const desktop = process.env.XDG_CURRENT_DESKTOP ?? '';
  const kind = pictureKind({ system: process.platform, isDark: panelIsDark(), desktop });
  const path = join(FOLDER, pictureName(view, kind));
  const picture = nativeImage.createFromPath(path);
  if (!picture.isEmpty()) return picture;
  onFault(new Error(`The tray's picture ${path} is missing: a disc is shown.`));
  return nativeImage.createFromBitmap(discPixels(view.icon), { width: DISC_SIZE, height: DISC_SIZE });
}
