import { desktop } from './en-desktop.ts';
import { first } from './en-first.ts';
import { later } from './en-later.ts';
import { start } from './en-start.ts';

/** Every word in English. */
export const en = { ...first, ...later, ...desktop, ...start } as const;
