/** Open work orders, and the details of one, in English. */
export const orders = {
  openOrders: 'Open work orders',
  notAllOrders: 'ServiceChannel did not send all of them. Type the number of one that is missing.',
  /** `there` is the store's own time, where it differs. */
  orderDue: (time: string, over: boolean, there: string | null) => {
    const due = over ? `overdue since ${time}` : `due ${time}`;
    return there === null ? due : `${due} (${there} at the store)`;
  },
  details: 'Details',
  detailsOf: (workOrderId: number) => `Details of ${workOrderId}`,
  detailNames: {
    address: 'Address',
    phone: 'Phone',
    scheduled: 'Scheduled',
    called: 'Called in',
    expires: 'Expires',
    nte: 'Not to exceed',
    caller: 'Caller',
    problemCode: 'Problem code',
  },
  openInServiceChannel: 'Open in ServiceChannel',
  copyNumber: 'Copy number',
  notes: 'Notes',
  moreNotes: 'Older notes',
  addNote: 'Add note',
  oneOfThese: 'Pick one of these, or type its number.',
  nothingFound: 'None of your open work orders has that. Type the number from your dispatch.',
} as const;
