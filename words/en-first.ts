import type { DeliverySummary } from '../preload/contract.ts';
import { counted, form, list } from './en-numbers.ts';
import { state } from './en-state.ts';
import { duration } from './numbers.ts';

function delivery(of: Pick<DeliverySummary, 'kind' | 'count'>): string {
  switch (of.kind) {
    case 'recorded':
      return 'Everything recorded';
    case 'told':
      return `${of.count} ${form(of.count, 'waits', 'wait')} for the client`;
    case 'sending':
      return 'Sending…';
    case 'waiting':
      return `${of.count} waiting to send`;
    case 'attention':
      return `${of.count} ${form(of.count, 'needs', 'need')} attention`;
  }
}

/** The words of the popup's first paint, which every window has. */
export const first = {
  ...state,
  duration,
  openOrders: 'Open work orders',
  notAllOrders: 'ServiceChannel did not send all of them. Type the number of one that is missing.',
  /** `there` is the store's own time, where it differs. */
  orderDue: (time: string, over: boolean, there: string | null) => {
    const due = over ? `overdue since ${time}` : `due ${time}`;
    return there === null ? due : `${due} (${there} there)`;
  },
  /** The words that are understood behind an order in its field, in lower case. */
  /** Under the field: Enter does it. `order` is its number, with its store where it was searched for. */
  /** Enter only fills it in. */
  details: 'Details',
  signInTitle: 'Sign in',
  countsFrom: (time: string) => `Counts from ${time}`,
  wrongNumber: 'Wrong number…',
  appName: 'OnSite',
  menu: 'Menu',
  back: 'Back',
  earlier: 'Earlier…',
  /** Behind the name of a button: `Check in · 19:17`. */
  atTime: (time: string) => ` · ${time}`,
  arrivedAt: 'Arrived at',
  leftAt: 'Left at',
  backAt: 'Back at',

  workOrder: 'Work order',
  workOrderHint: 'Type the number from your dispatch.',
  workOrderHintPick: 'Type the number from your dispatch, or pick one below.',
  technicians: 'Technicians',
  techniciansCount: (count: number) => counted(count, 'technician'),
  changeCrewOpens: 'Change crew…',
  workType: 'Work type',
  repair: 'Repair',
  travel: 'Travel',
  workTypeNumber: (id: number) => `Type ${id}`,
  checkIn: 'Check in',
  driveTo: 'Drive to…',
  recent: 'Paused and recent',
  pausedTag: 'paused',
  switchTitle: 'Switch work order',
  switchPauses: (workOrderId: number) => `checking in pauses ${workOrderId}`,

  since: (time: string) => `since ${time}`,
  pausedFor: (time: string) => `paused ${time}`,
  onSite: 'on site',
  pausedSince: (time: string) => `paused since ${time}`,
  pausedAt: (time: string, ago: string) => `paused at ${time}, ${ago} ago`,
  pause: 'Pause',
  arrived: 'Arrived',
  resume: 'Resume',
  finishOpens: 'Finish…',
  switch: 'Switch work order…',
  withColleagues: 'With',
  withYou: 'With you',
  unnamedColleague: (userId: number) => `UserId ${userId}`,
  pausedVisits: 'Paused visits',
  resumeNumber: (workOrderId: number) => `Resume ${workOrderId}`,

  delivery: 'Delivery',
  deliverySummary: delivery,
  between: (detail: string) =>
    `something between this computer and ServiceChannel answered (${detail}). Is there a sign-in page? It is tried again by itself`,
  offlineSince: (time: string) => `no connection since ${time}`,
  showDelivery: 'Show delivery',
  todayShort: (onSite: string) => `Today ${onSite}`,
  today: (onSite: string, orders: number) =>
    orders > 1 ? `Today ${onSite} on ${orders} work orders` : `Today ${onSite} on site`,
  stretchInQuestion: (stretch: string) => `${stretch}, in question`,
  dayLine: (parts: readonly string[]) => `The day: ${list(parts)}`,
  stretch: (kind: 'on site' | 'travel' | 'paused', from: string, to: string) => `${kind} ${from} to ${to}`,
} as const;
