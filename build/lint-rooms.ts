// Keeps DESIGN.md's rooms apart: build/lint/rooms.ts says who may import whom.
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { checkRooms } from './lint/check-rooms.ts';
import { root } from './setup/run.mjs';

const paths = globSync('{main,preload,renderer,words}/**/*.{ts,tsx}', { cwd: root });
const sources = new Map(
  paths.map((path) => [path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')] as const),
);
const faults = checkRooms(sources);
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) {
  process.stderr.write(`${faults.length} faults between the rooms.\n`);
  process.exitCode = 1;
}
