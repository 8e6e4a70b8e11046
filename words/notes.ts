import type { ProblemView } from '../preload/contract.ts';
import { counted } from './en-numbers.ts';

/** The note that a client is offered, filled in: what happened, when, and how many were there. */
function noteDraft(of: Pick<ProblemView, 'kind' | 'problem' | 'stay' | 'mistaken'>, when: string): string {
  if (of.mistaken)
    return `Our check-in of ${when} on this work order was a mistake: nobody was here. Please remove it.`;
  if (of.kind === 'restore')
    return 'We checked in on this work order by mistake. Please put its status back to what it was.';
  const stay = `On site ${when}, ${counted(of.stay?.techsCount ?? 1, 'technician')}.`;
  switch (of.problem?.reason) {
    case 'completed':
    case 'closed-for-check-in':
      return `${stay} This could not be recorded because the work order was closed meanwhile. Please add it.`;
    case 'not-checked-in':
      return `${stay} ServiceChannel shows other times. Please correct them.`;
    default:
      return `${stay} ServiceChannel did not take this. Please add it.`;
  }
}

/**
 * Notes that go to the client, through ServiceChannel. They are English whatever the language of the windows: the
 * client's people read them. The technician sees each before it is sent, and can write another.
 */
export const notes = {
  noteDraft,
  trueTimeNote: (arrived: string, counted: string) =>
    `Arrived ${arrived}, before this work order begins. Checked in at ${counted} instead.`,
  /** Asks the administrators of clients, where they are known, for the permission. */
  permissionLetter: (clients: readonly string[]) =>
    `Subject: XML check-in/out permission\n\nDear ServiceChannel administrator${clients.length > 0 ? ` of ${clients.join(', ')}` : ''},\n\nour technicians report their check-ins and check-outs from the computers they work on, without GPS, through ServiceChannel’s own interface (Provider Check-In/Out). For that our company needs the “XML check-in/out” permission on your work orders. Please grant it to us, or tell us who can.\n\nThank you`,
  /** `time` where one was chosen. */
  lateNote: (time: string | null) =>
    time === null ? 'We are running late.' : `We are running late. Expected at ${time}.`,
  /** A stay as it should be, and as ServiceChannel shows it. */
  askNote: (times: string, count: number, shownTimes: string, shownCount: number) =>
    `Please correct our time on this work order: ${times}, ${counted(count, 'technician')}. ServiceChannel shows ${shownTimes}, ${counted(shownCount, 'technician')}.`,
  /** A new activity records one technician. */
  crewNote: (when: string, count: number) =>
    `On site ${when}: ${counted(count, 'technician')}. ServiceChannel’s record shows one. Please correct the number.`,
  mistakenNote: (time: string) => `The check-in at ${time} was made by mistake. No time was worked.`,
} as const;
