import type { state as en } from './en-state.ts';
import type { Shape } from './shape.ts';

/** How a visit stands, as tray and windows call it, in French. */
export const state: Shape<typeof en> = {
  states: {
    'on site': 'Sur place',
    travelling: 'En route',
    paused: 'En pause',
    over: 'Pas de pointage',
  },
  leave: {
    form: 'Pointer le départ…',
    'at-once': 'Pointer le départ',
    'stop-driving': 'Terminer le trajet',
  },
  stripTitle: 'OnSite – Bandeau',
};
