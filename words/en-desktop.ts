import { state } from './en-state.ts';

/** The tray, its menu, and the desktop's notifications. */
export const desktop = {
  ...state,
  tray: {
    tooltip: (state: string) => `OnSite: ${state}`,
    needsAttention: 'needs attention',
    open: 'Open OnSite',
    checkIn: 'Check in…',
    pause: 'Pause',
    resume: 'Resume',
    /** A work order of lately in the menu, with its store where that is known. */
    lately: (workOrderId: number, store: string | null) => [workOrderId, store].filter(Boolean).join(' · '),
    timesheet: 'Timesheet',
    settings: 'Settings',
    quit: 'Quit',
  },
  notification: {
    idle: {
      away: (workOrderId: number, from: string) => ({
        title: 'Still working?',
        body: `You are checked in on ${workOrderId}. This computer was last used at ${from}.`,
      }),
      back: (workOrderId: number, from: string, to: string) => ({
        title: 'Were you working?',
        body: `${from} to ${to} on ${workOrderId}. It counts as work until you say otherwise.`,
      }),
      paused: (workOrderId: number, from: string) => ({
        title: `Paused from ${from}`,
        body: `Nobody answered, so ${workOrderId} was paused from then on.`,
      }),
    },
    'end-of-day': (workOrderId: number) => ({
      title: 'End of the day',
      body: `You are still checked in on ${workOrderId}.`,
    }),
    forgotten: (workOrderId: number) => ({
      title: 'Did you forget to check out?',
      body: `You are still checked in on ${workOrderId}.`,
    }),
    'still-paused': (workOrderId: number, since: string) => ({
      title: `Still paused since ${since}`,
      body: `${workOrderId} is still paused, and you are using this computer. Click to say when you came back.`,
    }),
    resume: (workOrderId: number) => ({
      title: 'Paused until today',
      body: `You can resume ${workOrderId}.`,
    }),
    attention: (workOrderId: number, count: number) => ({
      title: count === 1 ? `Needs you: ${workOrderId}` : `${count} reports need you`,
      body: 'ServiceChannel did not take it as it was. Click to see why, and what to do.',
    }),
    due: (workOrderId: number, store: string | null, time: string, begun: boolean) => ({
      title: begun ? `Since ${time}: ${workOrderId}` : `Due at ${time}: ${workOrderId}`,
      body: `${store ? `${store}. ` : ''}You are not checked in. Are you there?`,
    }),
    'tray-not-done': {
      title: 'Not done',
      body: 'What you chose in the tray’s menu was not done. Click to see why.',
    },
    late: (workOrderId: number, days: number) => ({
      title: `Not sent for ${days} days`,
      body:
        days < 7
          ? `A report on ${workOrderId} waits. ServiceChannel takes it up to 7 days after. Connect this computer to the network, or tell your office.`
          : `A report on ${workOrderId} waits. ServiceChannel takes times up to 7 days back, and this one is older. Ask your office to enter the hours.`,
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
