import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Region } from './screen.ts';

const run = promisify(execFile);

/** Windows on the screen, by their ids. A menu is one without a name. */
export async function windows(): Promise<ReadonlyMap<string, Region>> {
  const { stdout } = await run('xwininfo', ['-root', '-children']);
  const lines = stdout.matchAll(/^\s+(0x[0-9a-f]+) .*?(\d+)x(\d+)\+-?\d+\+-?\d+\s+\+(-?\d+)\+(-?\d+)$/gm);
  return new Map(
    [...lines].map(([, id = '', width, height, x, y]) => [
      id,
      { x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
    ]),
  );
}

/** The menu that has opened since these windows were there; null: none. */
export async function menuSince(before: ReadonlyMap<string, Region>): Promise<Region | null> {
  return [...(await windows())].find(([id, { width }]) => !before.has(id) && width > 50)?.[1] ?? null;
}
