import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './drive.ts';
import { windowId } from './in-main.ts';

const run = promisify(execFile);

/** A part of the desktop, in the screen's own pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Red, green and blue, 0–255 each. */
export type Colour = readonly [number, number, number];

/** A picture of a part of the screen, in the screen's own pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** @throws RangeError outside the picture */
  at(x: number, y: number): Colour;
  /** A part of it; what lies outside is left out. */
  crop(region: Region): Picture;
  /** How many pixels are not of this colour, by more than `tolerance` in one of the three. */
  countOther(colour: Colour, tolerance?: number): number;
  /** Writes it as a PNG file, such as `testInfo.outputPath('desktop.png')`. */
  save(path: string): Promise<void>;
}

/** @param rgb three bytes a pixel, row by row */
function pictureOf(width: number, height: number, rgb: Buffer): Picture {
  const at = (x: number, y: number): Colour => {
    if (x < 0 || y < 0 || x >= width || y >= height) throw new RangeError(`no pixel at ${x}, ${y}`);
    const start = (y * width + x) * 3;
    return [rgb.readUInt8(start), rgb.readUInt8(start + 1), rgb.readUInt8(start + 2)];
  };
  return {
    width,
    height,
    at,
    crop: (region) => {
      const x = Math.max(0, region.x);
      const y = Math.max(0, region.y);
      const right = Math.min(width, region.x + region.width);
      const bottom = Math.min(height, region.y + region.height);
      const row = (n: number) => rgb.subarray((n * width + x) * 3, (n * width + right) * 3);
      const rows = Array.from({ length: Math.max(0, bottom - y) }, (_, n) => row(y + n));
      return pictureOf(Math.max(0, right - x), rows.length, Buffer.concat(rows));
    },
    countOther: (colour, tolerance = 0) => {
      let count = 0;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++)
          if (at(x, y).some((part, n) => Math.abs(part - (colour[n] ?? 0)) > tolerance)) count++;
      return count;
    },
    save: (path) =>
      new Promise((resolve, reject) => {
        const args = ['-depth', '8', '-size', `${width}x${height}`, 'rgb:-', `png:${path}`];
        const child = execFile('convert', args, (error) => (error ? reject(error) : resolve()));
        child.stdin?.end(rgb);
      }),
  };
}

/** The whole desktop as a person sees it now: panel, windows, notifications. */
export async function pictureOfDesktop(): Promise<Picture> {
  const { stdout } = await run('import', ['-window', 'root', '-depth', '8', 'ppm:-'], {
    encoding: 'buffer',
    maxBuffer: 64e6,
  });
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 64).toString('latin1'));
  if (!header) throw new Error('`import` gave no picture of the desktop');
  return pictureOf(Number(header[1]), Number(header[2]), stdout.subarray(header[0].length));
}

/** Takes a picture of the screen where a window is, whatever covers it included. */
export async function pictureOfWindow(app: RunningApp, page: Page): Promise<Picture> {
  const region = await regionOfWindow(app, page);
  return (await pictureOfDesktop()).crop(region);
}

/** Takes a picture of the panel where the tray icon is. */
export async function pictureOfTrayIcon(): Promise<Picture> {
  const region = await regionOfTrayIcon();
  return (await pictureOfDesktop()).crop(region);
}

/** Where a window's content is on the desktop, by the X server's own word: the window manager's frame is not in it. */
export async function regionOfWindow({ electron }: RunningApp, page: Page): Promise<Region> {
  const { stdout } = await run('xwininfo', ['-id', String(await windowId(electron, page.url()))]);
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(-?\\d+)`).exec(stdout)?.[1]);
  return {
    x: read('Absolute upper-left X'),
    y: read('Absolute upper-left Y'),
    width: read('Width'),
    height: read('Height'),
  };
}

async function trayIcons(): Promise<Region | null> {
  const { stdout } = await run('xwininfo', ['-root', '-tree']);
  const windows = stdout.matchAll(/"wrapper-2\.0".*?(\d+)x(\d+)\+-?\d+\+-?\d+\s+\+(-?\d+)\+(-?\d+)/g);
  const regions = [...windows].map(([, width, height, x, y]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));
  // Its helper windows are smaller than the panel is high, or beside the screen.
  return regions.find(({ width, height, x, y }) => width > 20 && height > 20 && x >= 0 && y >= 0) ?? null;
}

/**
 * Where the panel draws the tray's icons, as soon as it does: an icon is registered before it is drawn. The panel runs
 * its tray in a process of its own, so this is a window.
 */
export async function regionOfTrayIcon(): Promise<Region> {
  const found: Region[] = [];
  const find = async () => {
    const region = await trayIcons();
    if (region) found.push(region);
    return region;
  };
  await expect.poll(find, { message: 'the panel shows a tray icon', timeout: 10_000 }).not.toBeNull();
  const [region] = found;
  if (!region) throw new Error('the panel shows no tray icon');
  return region;
}
