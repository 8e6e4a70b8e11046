import { expect } from '@playwright/test';
import { count, type Picture, panelPixels, trayPixels } from './pixels.ts';
import { TRAY_STATES, type TrayState } from './tray-states.ts';

/** LOOK.md's colours, by the panel: what the panel is given, and what is seen in it, must hold them. */
const COLOURS = {
  light: { off: '#16191d', 'on site': '#127a46', paused: '#b45309', travelling: '#1f5fd1', badge: '#b3261e' },
  dark: { off: '#f0f2f4', 'on site': '#5fd698', paused: '#f3b04d', travelling: '#6ea0ff', badge: '#ff8f86' },
} as const;
export type Theme = keyof typeof COLOURS;

/** So many pixels of one colour are a picture, not an edge: of the item's 44 px, and of the panel's 22. */
const SEEN = { item: 100, panel: 12 } as const;

const holds = (picture: Picture, theme: Theme, least: number) => ({
  states: TRAY_STATES.filter((state) => count(picture, COLOURS[theme][state]) >= least),
  badge: count(picture, COLOURS[theme].badge) >= least,
});

/**
 * Waits until the tray item's picture and the panel on the screen show this state and no other, and the badge or none.
 * The panel has the theme too: in a light one a white pin is not told from the ground.
 */
export async function expectIcon(pid: number, theme: Theme, state: TrayState, badge: boolean): Promise<void> {
  const wanted = { states: [state], badge };
  const item = async () => holds(await trayPixels(pid), theme, SEEN.item);
  await expect.poll(item, { message: 'tray item' }).toEqual(wanted);
  const seen = async () => holds(await panelPixels(), theme, SEEN.panel);
  await expect.poll(seen, { message: 'panel' }).toEqual(wanted);
}
