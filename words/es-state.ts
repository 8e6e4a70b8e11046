import type { state as en } from './en-state.ts';
import type { Shape } from './shape.ts';

/** How a visit stands, as tray and windows call it, in Spanish. */
export const state: Shape<typeof en> = {
  states: {
    'on site': 'En sitio',
    travelling: 'En camino',
    paused: 'En pausa',
    over: 'Sin entrada',
  },
  leave: {
    form: 'Registrar salida…',
    'at-once': 'Registrar salida',
    'stop-driving': 'Terminar traslado',
  },
  stripTitle: 'OnSite – Tira',
};
