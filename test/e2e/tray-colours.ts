import { expect } from '@playwright/test';
import { type Colour, pictureOfTrayIcon } from './screen.ts';
import { countOf, trayPixmap } from './tray-pixmap.ts';
import { TRAY_STATES, type TrayState } from './tray-states.ts';

type Colours = Readonly<Record<TrayState | 'badge', Colour>>;
export type Theme = 'light' | 'dark';

/** LOOK.md's colours, by the panel: what the panel is given, and what is seen in it, must hold them. */
const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: {
    off: [0x16, 0x19, 0x1d],
    'on site': [0x12, 0x7a, 0x46],
    paused: [0xb4, 0x53, 0x09],
    travelling: [0x1f, 0x5f, 0xd1],
    badge: [0xb3, 0x26, 0x1e],
  },
  dark: {
    off: [0xf0, 0xf2, 0xf4],
    'on site': [0x5f, 0xd6, 0x98],
    paused: [0xf3, 0xb0, 0x4d],
    travelling: [0x6e, 0xa0, 0xff],
    badge: [0xff, 0x8f, 0x86],
  },
};

/** So many pixels of one colour are a picture, not an edge: of the item's 44 px, and of the panel's 22. */
const LEAST = { item: 100, panel: 12 } as const;
/** The greatest difference of a colour that the panel's scaling makes. */
const TOLERANCE = 6;

/** The states whose colours the tray icon has. */
const shown = (theme: Theme, holds: (colour: Colour) => boolean) => ({
  states: TRAY_STATES.filter((state) => holds(COLOURS[theme][state])),
  badge: holds(COLOURS[theme].badge),
});

async function shownByItem(pid: number, theme: Theme) {
  const pixels = await trayPixmap(pid);
  return shown(theme, (colour) => countOf(pixels, colour) >= LEAST.item);
}

async function shownByPanel(theme: Theme) {
  const seen = await pictureOfTrayIcon();
  const count = (colour: Colour) => seen.width * seen.height - seen.countOther(colour, TOLERANCE);
  return shown(theme, (colour) => count(colour) >= LEAST.panel);
}

/**
 * Waits until the tray item's picture and the panel on the screen show this state and no other, and the badge or none.
 * The panel has the theme too: in a light one a white pin is not told from the ground.
 */
export async function expectIcon(pid: number, theme: Theme, state: TrayState, badge: boolean): Promise<void> {
  const wanted = { states: [state], badge };
  // Neither is there at once when the panel has just started.
  await expect.poll(() => shownByItem(pid, theme).catch(String), { message: 'tray item' }).toEqual(wanted);
  await expect.poll(() => shownByPanel(theme).catch(String), { message: 'panel' }).toEqual(wanted);
}
