import type { Phase } from '../preload/contract.ts';

const phases: Readonly<Record<Phase, string>> = {
  'on site': 'On site',
  travelling: 'Travelling',
  paused: 'Paused',
  over: 'Not checked in',
};

/** How a visit stands, as tray and windows call it. */
export const state = {
  states: phases,
  leave: { form: 'Check out…', 'at-once': 'Check out', 'stop-driving': 'Stop driving' },
  stripTitle: 'OnSite – Strip',
} as const;
