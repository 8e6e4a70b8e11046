import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { drawIcons, rendered } from '../../build/icons/draw.ts';
import { ICON_STATES, type IconState, type PictureKind, pictureName } from '../../main/views/tray.ts';

const FOLDER = join(import.meta.dirname, '../../build/icons');
const pictures = drawIcons(FOLDER);

/** Pixels of a drawn picture, RGBA. */
function pixelsOf(name: string): { width: number; height: number; pixels: Buffer } {
  const png = Buffer.from(pictures.get(name) ?? []);
  // Width and height are at fixed places of a PNG's head.
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return { width, height, pixels: rendered(svg).pixels };
}

/** How many pixels have exactly this colour (`#rrggbb`) and are opaque. */
function count(name: string, colour: string): number {
  const { pixels } = pixelsOf(name);
  const wanted = `${colour.slice(1)}ff`;
  return (pixels.toString('hex').match(/.{8}/g) ?? []).filter((pixel) => pixel === wanted).length;
}

const VIEWS = ICON_STATES.flatMap((icon) => [
  { icon, attention: false },
  { icon, attention: true },
]);

const SIZES: readonly (readonly [PictureKind, readonly (readonly [string, number])[]])[] = [
  ...(['light-win32', 'dark-win32'] as const).map(
    (kind) =>
      [
        kind,
        [
          ['', 16],
          ['@1.25x', 20],
          ['@1.5x', 24],
          ['@2x', 32],
        ],
      ] as const,
  ),
  ['darwin', [['', 16] as const, ['@2x', 32] as const]],
  ['light-linux', [['', 44]]],
  ['dark-linux', [['', 44]]],
];

describe("the tray's pictures", () => {
  it.each(SIZES)('%s: every state, with the badge and without it, at every scale', (kind, sizes) => {
    for (const view of VIEWS)
      for (const [end, size] of sizes) {
        const { width, height } = pixelsOf(pictureName(view, kind).replace('.png', `${end}.png`));
        expect([width, height]).toEqual([size, size]);
      }
  });

  it('can be told apart in one colour at 16 px', () => {
    const alphas = VIEWS.map((view) => {
      const name = pictureName(view, 'darwin');
      return { name, alpha: pixelsOf(name).pixels.filter((_, index) => index % 4 === 3) };
    });
    for (const one of alphas)
      for (const other of alphas) {
        if (one === other) continue;
        const differing = one.alpha.filter(
          (value, index) => Math.abs(value - (other.alpha[index] ?? 0)) > 128,
        );
        expect(differing.length, `${one.name} and ${other.name}`).toBeGreaterThanOrEqual(8);
      }
  });

  const LIGHT: Readonly<Record<IconState, string>> = {
    off: '#16191d',
    onsite: '#127a46',
    paused: '#b45309',
    travelling: '#1f5fd1',
  };
  const DARK: Readonly<Record<IconState, string>> = {
    off: '#f0f2f4',
    onsite: '#5fd698',
    paused: '#f3b04d',
    travelling: '#6ea0ff',
  };

  it.each([
    ['light-linux', LIGHT, '#b3261e'],
    ['dark-linux', DARK, '#ff8f86'],
  ] as const)('%s: with the badge both the state and the badge are seen', (kind, colours, badge) => {
    for (const icon of ICON_STATES) {
      const plain = count(pictureName({ icon, attention: false }, kind), colours[icon]);
      const badged = pictureName({ icon, attention: true }, kind);
      expect(plain, icon).toBeGreaterThan(150);
      expect(count(badged, colours[icon]), badged).toBeGreaterThan(plain / 2);
      expect(count(badged, badge), badged).toBeGreaterThan(150);
      expect(count(pictureName({ icon, attention: false }, kind), badge)).toBe(0);
    }
  });

  it.each([
    ['light-linux', 0],
    ['dark-linux', 255],
  ] as const)('%s: on a panel of the other kind no state vanishes', (kind, panel) => {
    for (const view of VIEWS) {
      const { pixels } = pixelsOf(pictureName(view, kind));
      let seen = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
        const difference = Math.max(...[red, green, blue].map((value) => Math.abs(value - panel)));
        if ((difference * alpha) / 255 > 100) seen += 1;
      }
      expect(seen, pictureName(view, kind)).toBeGreaterThan(100);
    }
  });

  it('are not drawn, and the build fails, when one is missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'onsite-icons-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of readdirSync(FOLDER).filter(
      (each) => each.endsWith('.svg') && each !== 'travelling.svg',
    ))
      copyFileSync(join(FOLDER, name), join(folder, name));
    expect(() => drawIcons(folder)).toThrow(/travelling\.svg/);
  });
});
