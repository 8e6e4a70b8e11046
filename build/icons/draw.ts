// Draws the tray's pictures and the app's icon from the SVG files beside it, whenever the app is compiled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Plugin } from 'vite';
import {
  ICON_STATES,
  type IconState,
  type PictureKind,
  pictureName,
  type TrayIconView,
} from '../../main/views/tray.ts';

/** PNG files by their names. */
export type Pictures = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** `halo` is the panel's own colour; null draws none. */
type Colours = Readonly<Record<IconState | 'badge', string>> & { readonly halo: string | null };

/** LOOK.md's colours on light and dark panels: green only on site, amber paused, blue travel, red for what needs a person. */
const LIGHT: Colours = {
  off: '#16191d',
  onsite: '#127a46',
  paused: '#b45309',
  travelling: '#1f5fd1',
  badge: '#b3261e',
  halo: '#fff',
};
const DARK: Colours = {
  off: '#f0f2f4',
  onsite: '#5fd698',
  paused: '#f3b04d',
  travelling: '#6ea0ff',
  badge: '#ff8f86',
  halo: '#000',
};
/** macOS takes a template's shape from its alpha alone. */
const ONE: Colours = {
  off: '#000',
  onsite: '#000',
  paused: '#000',
  travelling: '#000',
  badge: '#000',
  halo: null,
};

/** Sizes in px by the end of the file's name, at which Electron finds the one for a display's scale. */
type Sizes = Readonly<Record<string, number>>;

const WINDOWS: Sizes = { '': 16, '@1.25x': 20, '@1.5x': 24, '@2x': 32 };
/** A Linux panel gets one bitmap and scales it down, to 22 px mostly: twice that stays sharp on a dense display. */
const LINUX: Sizes = { '': 44 };

const KINDS: readonly (readonly [PictureKind, Colours, Sizes])[] = [
  ['darwin', ONE, { '': 16, '@2x': 32 }],
  ['light-win32', LIGHT, WINDOWS],
  ['dark-win32', DARK, WINDOWS],
  ['light-linux', LIGHT, LINUX],
  ['dark-linux', DARK, LINUX],
];

/** A tray picture that is to be drawn. */
type Drawing = { view: TrayIconView; colours: Colours; file: string; size: number };

const VIEWS: readonly TrayIconView[] = ICON_STATES.flatMap((icon) => [
  { icon, attention: false },
  { icon, attention: true },
]);

const DRAWINGS: readonly Drawing[] = KINDS.flatMap(([kind, colours, sizes]) =>
  VIEWS.flatMap((view) =>
    Object.entries(sizes).map(([end, size]) => {
      const file = pictureName(view, kind).replace('.png', `${end}.png`);
      return { view, colours, file, size };
    }),
  ),
);

/** The app's own icon, for the package. */
export const APP_ICON = 'app.png';

/** File names of all pictures. */
export const PICTURE_FILES: readonly string[] = [APP_ICON, ...DRAWINGS.map(({ file }) => file)];

/**
 * Draws an SVG. None of ours has letters: looking for this system's fonts would take ten times as long.
 * @param width in px; as the SVG says when left out
 */
export const rendered = (source: string, width?: number) =>
  new Resvg(source, {
    font: { loadSystemFonts: false },
    ...(width !== undefined && { fitTo: { mode: 'width', value: width } }),
  }).render();

const png = (source: string, size: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(rendered(source, size).asPng());

/** Reads an SVG file by its name. */
type Svg = (name: string) => string;

const inColour = (svg: string, colour: string): string => svg.replaceAll('currentColor', colour);

/** Puts a picture into the empty group of a frame: the badge, the halo. */
function framed(frame: string, picture: string): string {
  const inside = picture.slice(picture.indexOf('>') + 1, picture.lastIndexOf('</svg>'));
  return frame.replace('></g>', `>${inside}</g>`);
}

/** A state's SVG in its colours, with the badge or without it. */
function coloured(svg: Svg, { icon, attention }: TrayIconView, colours: Colours): string {
  const state = inColour(svg(icon), colours[icon]);
  const picture = attention ? framed(inColour(svg('badge'), colours.badge), state) : state;
  return colours.halo === null ? picture : framed(inColour(svg('halo'), colours.halo), picture);
}

/**
 * Draws every picture.
 *
 * @param folder where the SVG files are: the bundled build configuration does not know where this file was
 * @throws when an SVG is missing or cannot be read
 */
export function drawIcons(folder: string): Pictures {
  const svg: Svg = (name) => readFileSync(join(folder, `${name}.svg`), 'utf8');
  return new Map([
    [APP_ICON, png(svg('app'), 1024)],
    ...DRAWINGS.map(
      ({ view, colours, file, size }) => [file, png(coloured(svg, view, colours), size)] as const,
    ),
  ]);
}

/** Puts the pictures beside the compiled main process, under `icons/`: without one of them the build fails. */
export function drawnIcons(folder: string): Plugin {
  return {
    name: 'drawn-icons',
    generateBundle() {
      for (const [name, source] of drawIcons(folder))
        this.emitFile({ type: 'asset', fileName: `icons/${name}`, source });
    },
  };
}
