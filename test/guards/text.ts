import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OFF, without } from './guard.ts';
import { GUARDS } from './list.ts';

const ROOT = join(import.meta.dirname, '../..');

const off = new Set(process.env[OFF]?.split('\n'));

/** A file of the project that is no code, as it is with the guards of this run. @param path from the project's root */
export const projectText = (path: string): string =>
  without(GUARDS, off, path, readFileSync(join(ROOT, path), 'utf8'));
