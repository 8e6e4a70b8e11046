import type { Ruled } from './commands.ts';
import type { State } from './types.ts';

/** What asked for it is no longer so, or never was. */
export const NOT_NOW: Ruled = { ok: false, fault: { reason: 'not-now' } };

export const done = (state: State): Ruled => ({ ok: true, state });
