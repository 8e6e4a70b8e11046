import type { Evidence, MomentView } from '../preload/contract.ts';

const titles: Readonly<Record<MomentView['kind'], string>> = {
  idle: 'OnSite – Idle',
  'end-of-day': 'OnSite – End of day',
  quit: 'OnSite – Quit',
  forgotten: 'OnSite – Forgotten check-out',
};

const evidence: Readonly<Record<Evidence['what'], (time: string) => string>> = {
  'last-use': (time) => `Last use ${time}`,
  sleep: (time) => `Computer slept ${time}`,
  'end-of-day': (time) => `End of the day ${time}`,
  automatic: (time) => `ServiceChannel checked out ${time}`,
  'next-check-in': (time) => `Next check-in ${time}`,
};

/** The words of what OnSite asks by itself. */
export const moments = {
  momentTitles: titles,

  awayTitle: (workOrderId: number) => `Still working on ${workOrderId}?`,
  awayText: (time: string, ago: string) =>
    `This computer was last used at ${time}, ${ago} ago. The time counts as work until you say otherwise.`,
  backTitle: (from: string, to: string, workOrderId: number) => `${from} to ${to} on ${workOrderId}`,
  backText: (duration: string) =>
    `The computer was not used for ${duration}. It counts as work until you say otherwise.`,
  autoPausedTitle: (time: string) => `Paused from ${time}`,
  autoPausedText: (workOrderId: number) =>
    `Nobody was at this computer and nobody answered, so ${workOrderId} was paused from then on.`,
  keepWorking: 'Keep working',
  pauseFrom: (time: string) => `Pause from ${time}`,
  dontAskAgain: 'Don’t ask again for this visit',
  wasWorking: 'I was working',
  hadBreak: 'I had a break',
  keepPause: 'Keep the pause',
  breakFrom: 'From',
  breakTo: 'To',
  saveBreak: 'Save break',
  takesOff: (duration: string) => `Takes ${duration} off your time on site.`,
  breakEmpty: 'A break ends after it begins.',

  endOfDayTitle: (time: string, workOrderId: number) =>
    `It’s ${time}. You are still checked in on ${workOrderId}`,
  onSiteToday: (duration: string) => `${duration} on site`,
  pauseUntilTomorrow: 'Pause until tomorrow',
  staysOnSite: 'While paused, the work order stays In Progress / On Site for the client.',
  stillWorking: 'Still working',
  leftAtTime: (time: string) => `Left at ${time}`,

  quitTitle: (workOrderId: number) => `You are still checked in on ${workOrderId}`,
  quitText:
    'ServiceChannel counts the time until you check out or pause. OnSite cannot ask you while it is closed.',
  shutdownText:
    'The computer is about to shut down. ServiceChannel counts the time until you check out or pause.',
  quitAndStay: 'Quit and stay checked in',
  dontQuit: 'Don’t quit',

  forgottenTitle: 'Did you forget to check out?',
  forgottenText: (workOrderId: number, since: string) =>
    `You have been on ${workOrderId} since ${since}. Nothing is sent before you say when you left.`,
  evidence,
  askingServiceChannel: 'Asking ServiceChannel whether it has checked you out…',
  checkOutThen: 'Check out then',
  stillOnSite: 'I’m still on site',

  askComputer: 'Is this computer with you while you work?',
  yes: 'Yes',
  no: 'No',
  stillPausedSince: (time: string) => `Still paused since ${time}`,
  backAtOpens: 'Back at…',
  pausedUntilToday: (workOrderId: number) => `${workOrderId} was paused until today.`,
  idleSilent:
    'This desktop no longer tells OnSite when the computer is not used. Absences are not noticed: pause by hand.',
  noIdleDetection: 'Idle detection is off: this desktop does not tell OnSite when the computer is not used.',
} as const;
