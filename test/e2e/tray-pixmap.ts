import type { Colour } from './screen.ts';
import { itemProperty } from './tray.ts';

/** A pixel of a tray item's picture. */
interface Pixel {
  readonly alpha: number;
  readonly colour: Colour;
}

/** Bytes of a pixmap: ARGB, the most significant byte first. */
function pixelsOf(bytes: string): Pixel[] {
  const values = bytes.split(', ').map(Number);
  return Array.from({ length: values.length / 4 }, (_, index) => {
    const [alpha = 0, red = 0, green = 0, blue = 0] = values.slice(index * 4, index * 4 + 4);
    return { alpha, colour: [red, green, blue] };
  });
}

/** The picture that a process gives the panel: the largest of its StatusNotifierItem's `IconPixmap`. */
export async function trayPixmap(pid: number): Promise<readonly Pixel[]> {
  const answer = await itemProperty(pid, 'IconPixmap');
  const pictures = [...answer.matchAll(/\(\d+, \d+, \[byte ([^\]]*)\]\)/g)].map(([, bytes = '']) =>
    pixelsOf(bytes),
  );
  return pictures.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** How many opaque pixels have exactly this colour. */
export const countOf = (pixels: readonly Pixel[], colour: Colour): number =>
  pixels.filter(({ alpha, colour: each }) => alpha === 255 && each.every((part, n) => part === colour[n]))
    .length;
