// Draws the tray and app icons from build/icons/*.svg: `npm run icons`. The pictures are committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { root } from './setup/run.mjs';

const sources = join(root, 'build/icons');
const pictures = join(sources, 'out');

const states = ['off', 'onsite', 'paused', 'attention'] as const;
type State = (typeof states)[number];

/** LOOK.md's colours, by the panel the icon lies on: green only on site, amber paused, red for what needs a person. */
const panels = {
  light: { off: '#16191d', onsite: '#127a46', paused: '#b45309', attention: '#16191d', badge: '#b3261e' },
  dark: { off: '#f0f2f4', onsite: '#5fd698', paused: '#f3b04d', attention: '#f0f2f4', badge: '#ff8f86' },
} as const;

/** Windows scales its tray by these; Electron finds the files by the names' ends. */
const windowsScales = [
  ['', 16],
  ['@1.25x', 20],
  ['@1.5x', 24],
  ['@2x', 32],
] as const;

/** Linux panels get one bitmap and scale it down, to 22 px mostly: twice that stays sharp on a dense screen too. */
const linuxSize = 44;

function draw(svg: string, size: number, file: string): void {
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
  writeFileSync(file, picture.asPng());
}

/** macOS reads a template's shape from its alpha alone and colours it itself. */
function drawTemplate(state: State, svg: string): void {
  const black = svg.replaceAll('currentColor', '#000');
  draw(black, 16, join(pictures, `${state}Template.png`));
  draw(black, 32, join(pictures, `${state}Template@2x.png`));
}

function drawForPanels(state: State, svg: string): void {
  for (const [panel, colours] of Object.entries(panels)) {
    const coloured = svg
      .replace(/(class="badge"[^>]*)currentColor/, `$1${colours.badge}`)
      .replaceAll('currentColor', colours[state]);
    for (const [end, size] of windowsScales)
      draw(coloured, size, join(pictures, `${state}-${panel}${end}.png`));
    draw(coloured, linuxSize, join(pictures, `${state}-${panel}-linux.png`));
  }
}

mkdirSync(pictures, { recursive: true });
for (const state of states) {
  const svg = readFileSync(join(sources, `${state}.svg`), 'utf8');
  drawTemplate(state, svg);
  drawForPanels(state, svg);
}
const app = readFileSync(join(sources, 'app.svg'), 'utf8');
draw(app, 512, join(pictures, 'app.png'));
draw(app, 1024, join(root, 'build/icon.png'));
