import type { Phase } from '../preload/contract.ts';

const phases: Readonly<Record<Phase, string>> = {
  'on site': 'On site',
  travelling: 'Travelling',
  paused: 'Paused',
  over: 'Not checked in',
};

/** The tray, its menu, and the desktop's notifications. */
export const desktop = {
  states: phases,
  leave: { form: 'Check out…', 'at-once': 'Check out', 'stop-driving': 'Stop driving' },
  tray: {
    tooltip: (state: string) => `OnSite: ${state}`,
    needsAttention: 'needs attention',
    open: 'Open OnSite',
    checkIn: 'Check in…',
    pause: 'Pause',
    resume: 'Resume',
    timesheet: 'Timesheet',
    settings: 'Settings',
    quit: 'Quit',
  },
  notification: {
    idle: (workOrderId: number) => ({
      title: 'Still working?',
      body: `Work order ${workOrderId} is on site. OnSite has a question when you are back.`,
    }),
    'end-of-day': (workOrderId: number) => ({
      title: 'End of the day',
      body: `Work order ${workOrderId} is still on site.`,
    }),
    forgotten: (workOrderId: number) => ({
      title: 'Did you forget to check out?',
      body: `Work order ${workOrderId} is still checked in.`,
    }),
    'still-paused': (workOrderId: number, since: string) => ({
      title: `Still paused since ${since}`,
      body: `Work order ${workOrderId}. Click to say when you came back.`,
    }),
    resume: (workOrderId: number) => ({
      title: 'Paused until today',
      body: `Work order ${workOrderId} can be resumed.`,
    }),
    'signed-out': {
      title: 'Your sign-in has ended',
      body: 'Nothing is sent to ServiceChannel until you sign in again. Your visit goes on, and reports wait here.',
    },
    'keychain-locked': {
      title: 'The keychain does not answer',
      body: 'Nothing is sent to ServiceChannel until you unlock it or sign in again. Your visit goes on, and reports wait here.',
    },
  },
} as const;
