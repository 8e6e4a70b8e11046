/** The words of what ServiceChannel holds. */
export const records = {
  stillOpen: 'now',
  receiptRecorded: 'Recorded ✓',
  receiptDiffers: 'ServiceChannel holds something else',
  holds: 'ServiceChannel holds',
  nothingHeld: 'Nothing',
  heldInstead: (held: string, reported: string) => `${held}. You reported ${reported}.`,
  copy: 'Copy',
  elsewhere: (workOrderId: number, since: string) =>
    `You have been on ${workOrderId} since ${since}. You checked in somewhere else.`,
  checkedOutThere: (time: string) => `ServiceChannel checked you out at ${time}`,
  checkedOutAdvice: (workOrderId: number, time: string) =>
    `Some clients check out by themselves. Here you are still on site on ${workOrderId}. If you were still there, OnSite checks you in again from ${time} on.`,
  wasStillHere: 'I was still here',
  leftThen: 'I left then',
  continueVisit: 'Continue this visit',
  notNow: 'Not now',
} as const;
