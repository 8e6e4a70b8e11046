import { execFile } from 'node:child_process';
import { setTimeout as rest } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Locator } from '@playwright/test';
import type { RunningApp } from './drive.ts';
import { windowId } from './in-main.ts';
import { type Region, regionOfTrayIcon, regionOfWindow } from './screen.ts';

/**
 * The keyboard and the pointer of this test's own desktop, through the X server, as a person uses them. Keys go to the
 * window that has the desktop's focus and clicks to the topmost window under the pointer, so these tests also see what
 * a DOM event cannot show: a lost focus, a window below another, key repeat, a scaled screen.
 *
 * Keys are named as X names them: `Return`, `Escape`, `Tab`, `space`, `Up`, `a`, `ctrl+Return`, `alt+F4`.
 */

const run = promisify(execFile);

const xdotool = async (...args: readonly string[]): Promise<void> => {
  await run('xdotool', args);
};

/** A place on the desktop, in the screen's own pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Does a page's window get the keys, by the X server's own word? Electron says so of a window that it has just asked the
 * window manager to focus, and what is pressed by then goes elsewhere.
 * @param url a part of the page's address
 */
export async function getsKeys({ electron }: Pick<RunningApp, 'electron'>, url: string): Promise<boolean> {
  const { stdout } = await run('xdotool', ['getwindowfocus']).catch(() => ({ stdout: '' }));
  return stdout.trim() === String(await windowId(electron, url));
}

/** Presses a key and keeps it down; the X server repeats it by itself after half a second. */
export const keyDown = (key: string): Promise<void> => xdotool('keydown', key);

/** Lets go of a key. */
export const keyUp = (key: string): Promise<void> => xdotool('keyup', key);

/** Holds a key down for so many ms: one press and its repeats. */
export async function holdKey(key: string, ms: number): Promise<void> {
  await keyDown(key);
  try {
    await rest(ms);
  } finally {
    await keyUp(key);
  }
}

/**
 * Presses a key and lets go of it again.
 * @param times so often
 * @param every ms between two presses
 */
export const pressKey = (key: string, times = 1, every = 40): Promise<void> =>
  xdotool('key', '--delay', String(every), ...Array<string>(times).fill(key));

/** Types a text, a key every so many ms. */
export const typeText = (text: string, every = 20): Promise<void> =>
  xdotool('type', '--delay', String(every), '--', text);

/** Moves the pointer there; nothing is clicked. (`--sync` would wait 15 s for a move where it is there already.) */
export const movePointer = ({ x, y }: Point): Promise<void> => xdotool('mousemove', String(x), String(y));

/** Moves the pointer forth and back where it is: the desktop's idle time starts anew. */
export async function touchPointer(): Promise<void> {
  await xdotool('mousemove_relative', '--', '3', '0');
  await xdotool('mousemove_relative', '--', '-3', '0');
}

export interface ClickOptions {
  /** Clicks in a row. */
  readonly times?: number;
  /** Ms between two clicks. */
  readonly every?: number;
  readonly button?: 'left' | 'middle' | 'right';
}

const BUTTONS = { left: '1', middle: '2', right: '3' } as const;

/** Moves the pointer there and clicks. */
export async function clickAt(point: Point, options: ClickOptions = {}): Promise<void> {
  const { times = 1, every = 60, button = 'left' } = options;
  await movePointer(point);
  await xdotool('click', '--repeat', String(times), '--delay', String(every), BUTTONS[button]);
}

/** Presses the left button where the pointer is, and keeps it down. */
export const pointerDown = (): Promise<void> => xdotool('mousedown', '1');

/** Lets go of the left button. */
export const pointerUp = (): Promise<void> => xdotool('mouseup', '1');

const middleOf = ({ x, y, width, height }: Region): Point => ({
  x: Math.round(x + width / 2),
  y: Math.round(y + height / 2),
});

/**
 * The part of the desktop that an element covers, at any device scale factor. It is scrolled into view first.
 * @throws when the element is not drawn
 */
export async function regionOf(app: RunningApp, element: Locator): Promise<Region> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`not drawn: ${element}`);
  const page = element.page();
  const window = await regionOfWindow(app, page);
  const scale = await page.evaluate(() => devicePixelRatio);
  return {
    x: window.x + Math.round(box.x * scale),
    y: window.y + Math.round(box.y * scale),
    width: Math.round(box.width * scale),
    height: Math.round(box.height * scale),
  };
}

/** Clicks the middle of an element with the real pointer: `clickOn(app, popup.getByRole('button', { name: 'Pause', exact: true }))`. */
export async function clickOn(app: RunningApp, element: Locator, options?: ClickOptions): Promise<void> {
  await clickAt(middleOf(await regionOf(app, element)), options);
}

/** Clicks the icon in the panel with the real pointer. One OnSite runs in the desktop, so its icon is the only one. */
export async function clickTrayIcon(options?: ClickOptions): Promise<void> {
  await clickAt(middleOf(await regionOfTrayIcon()), options);
}
