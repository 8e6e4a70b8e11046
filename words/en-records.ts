/** The words of what ServiceChannel holds. */
export const records = {
  stillOpen: 'now',
  receiptRecorded: 'Recorded ✓',
  receiptDiffers: 'ServiceChannel holds something else',
  holds: 'ServiceChannel holds',
  nothingHeld: 'Nothing',
  heldInstead: (held: string, reported: string) => `${held}. You reported ${reported}.`,
  copy: 'Copy',
  elsewhere: (workOrderId: number, since: string | null) =>
    since === null
      ? `You are checked in on ${workOrderId}. You checked in somewhere else, and ServiceChannel does not say in which time zone.`
      : `You have been on ${workOrderId} since ${since}. You checked in somewhere else.`,
  /** @param here on the same work order; @param open it has no check-out yet */
  stoppedElsewhere: (workOrderId: number, time: string, here: boolean, open: boolean) => {
    const waits = `Your check-in on ${workOrderId} at ${time} has not been sent.`;
    if (here) return `${waits} If you continue, the one that is open counts instead.`;
    return open ? `${waits} If you continue, it is taken back.` : waits;
  },
  checkInAnyway: 'Check in anyway',
  checkedInAt: 'Checked in at',
  chooseOne: 'Choose…',
  checkedOutThere: (time: string) => `ServiceChannel checked you out at ${time}`,
  checkedOutAdvice: (workOrderId: number, time: string) =>
    `Some clients check out by themselves. Here you are still on site on ${workOrderId}. If you were still there, OnSite checks you in again from ${time} on.`,
  wasStillHere: 'I was still here',
  leftThen: 'I left then',
  continueVisit: 'Continue this visit',
  notNow: 'Not now',
} as const;
