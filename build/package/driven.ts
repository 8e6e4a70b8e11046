import { cpSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Package } from './find.ts';
import { setFuses } from './fuses.ts';

/**
 * Copies a package into one that a test can drive: its archive and its fuses as shipped, but for the one that refuses a
 * debugger. The program is called `electron`, by which the app takes itself for not packaged and lets the driver's switches
 * pass, as it does for developers.
 * @param to the folder of the copy, made anew
 * @returns the program
 */
export async function makeDriven({ directory, binary }: Package, to: string): Promise<string> {
  rmSync(to, { recursive: true, force: true });
  cpSync(directory, to, { recursive: true, verbatimSymlinks: true });
  const copied = join(to, relative(directory, binary));
  const program = join(dirname(copied), process.platform === 'win32' ? 'electron.exe' : 'electron');
  renameSync(copied, program);
  await setFuses(program, { EnableNodeCliInspectArguments: true });
  return program;
}
