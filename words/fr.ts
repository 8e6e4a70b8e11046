import type { en } from './en.ts';
import { desktop } from './fr-desktop.ts';
import { first } from './fr-first.ts';
import { later } from './fr-later.ts';
import { start } from './fr-start.ts';
import type { Shape } from './shape.ts';

/** Every word, in French as in Quebec and in France, with `vous`. */
export const fr: Shape<typeof en> = { ...first, ...later, ...desktop, ...start };
