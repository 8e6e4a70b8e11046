import type { Phase } from '../../preload/contract.ts';
import { t } from './first-words.ts';

/** The act that changes a visit of this phase least, or comes next: its name here, its command, and its word. */
export const firstAct = (phase: Phase) =>
  ({
    'on site': ['pause', 'visit:pause', t().pause] as const,
    travelling: ['arrived', 'visit:arrived', t().arrived] as const,
    paused: ['resume', 'visit:resume', t().resume] as const,
    over: ['resume', 'visit:resume', t().resume] as const,
  })[phase];
