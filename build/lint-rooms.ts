// Keeps DESIGN.md's rooms apart (build/lint/rooms.ts says who may import whom) and comments plain.
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { checkComments } from './lint/check-comments.ts';
import { checkRooms } from './lint/check-rooms.ts';
import { root } from './setup/run.mjs';

/** Source files by their path, of the folders in a glob's braces. */
const sourcesIn = (folders: string): ReadonlyMap<string, string> =>
  new Map(
    globSync(`{${folders}}/**/*.{ts,tsx,mjs}`, { cwd: root }).map((path) => [
      path.split(sep).join('/'),
      readFileSync(join(root, path), 'utf8'),
    ]),
  );

const house = sourcesIn('main,preload,renderer,words');
const faults = [...checkRooms(house), ...checkComments(house), ...checkComments(sourcesIn('test,build'))];
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) {
  process.stderr.write(`${faults.length} faults.\n`);
  process.exitCode = 1;
}
