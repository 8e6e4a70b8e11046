/** The proof of time of one work order. */
export const proof = {
  chooseOrder: 'Work order',
  savePdf: 'Save as PDF',
  proofOf: (workOrderId: number) => `Proof of time: work order ${workOrderId}`,
  technicianIs: (name: string) => `Technician: ${name}`,
  madeAt: (when: string) => `Made ${when} by OnSite, from its own record and ServiceChannel’s`,
  beside: 'Time on site',
  noProof: 'Nothing of this work order was reported from this computer.',
  mechanicIds: 'MechanicIds',
  notComparedYet: 'Not compared',
  clickedAt: (what: string, when: string) => `${what} given afterwards, ${when}`,
  onlyThere: 'On ServiceChannel alone',
  whatHappened: 'Reports and answers',
  notesSent: 'Notes to the client',
  noteAt: (when: string, sent: boolean) => (sent ? when : `${when}, waits to be sent`),
} as const;
