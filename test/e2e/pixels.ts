import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { itemProperty } from './tray.ts';

const run = promisify(execFile);

/** Red, green, blue and alpha of each pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly pixels: Buffer;
}

/** The picture that a process gives the panel: the largest of its StatusNotifierItem's `IconPixmap`. */
export async function trayPixels(pid: number): Promise<Picture> {
  const answer = await itemProperty(pid, 'IconPixmap');
  const pictures = [...answer.matchAll(/\((\d+), (\d+), \[byte ([^\]]*)\]\)/g)].map(
    ([, width, , bytes = '']) => ({
      width: Number(width),
      argb: Buffer.from(bytes.split(', ').map(Number)),
    }),
  );
  const largest = pictures.toSorted((a, b) => b.width - a.width)[0];
  if (!largest) throw new Error(`no picture: ${answer.slice(0, 200)}`);
  // ARGB, most significant byte first.
  const pixels = Buffer.alloc(largest.argb.length);
  for (let at = 0; at < pixels.length; at += 4)
    for (const [to, from] of [1, 2, 3, 0].entries()) pixels[at + to] = largest.argb[at + from] ?? 0;
  return { width: largest.width, pixels };
}

/** What is on the screen at the top, where the panel is (px). */
export async function panelPixels(height = 28): Promise<Picture> {
  const { stdout } = await run(
    'import',
    ['-window', 'root', '-crop', `0x${height}+0+0`, '-depth', '8', 'rgba:-'],
    { encoding: 'buffer', maxBuffer: 64e6 },
  );
  return { width: stdout.length / 4 / height, pixels: stdout };
}

/** How many opaque pixels have this colour (`#rrggbb`), give or take what a panel's scaling changes. */
export function count({ pixels }: Picture, colour: string): number {
  const wanted = Buffer.from(colour.slice(1), 'hex');
  let found = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const near = wanted.every((value, index) => Math.abs(value - (pixels[at + index] ?? 0)) <= 6);
    if (near && (pixels[at + 3] ?? 0) > 250) found += 1;
  }
  return found;
}
