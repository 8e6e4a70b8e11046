const and = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** The words of what ServiceChannel holds. */
export const records = {
  /** `08:00–12:00 and 12:30–15:00` */
  all: and,
  stillOpen: 'now',
  nothing: 'nothing of this visit',
  holds: (held: string) => `ServiceChannel holds ${held}`,
  holdsInstead: (held: string, reported: string) => `ServiceChannel holds ${held}. You reported ${reported}.`,
  copy: 'Copy',
  elsewhere: (workOrderId: number, since: string) =>
    `You are checked in on ${workOrderId} since ${since}, from somewhere else.`,
  checkedOutThere: (time: string) => `ServiceChannel checked you out at ${time}`,
  checkedOutAdvice: (workOrderId: number, time: string) =>
    `Some clients check out by themselves. Here you are still on site on ${workOrderId}. If you were still there, OnSite checks you in again from ${time} on.`,
  wasStillHere: 'I was still here',
  leftThen: 'I left then',
  continueVisit: 'Continue this visit',
  notNow: 'Not now',
} as const;
