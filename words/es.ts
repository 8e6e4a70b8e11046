import type { en } from './en.ts';
import { desktop } from './es-desktop.ts';
import { first } from './es-first.ts';
import { later } from './es-later.ts';
import { start } from './es-start.ts';
import type { Shape } from './shape.ts';

/** Every word in Spanish. */
export const es: Shape<typeof en> = { ...first, ...later, ...desktop, ...start };
