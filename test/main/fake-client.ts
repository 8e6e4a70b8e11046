import type { Client, WorkOrder } from '../../main/servicechannel/client.ts';

const unexpected = (what: string) => () => Promise.reject(new Error(`Nobody should ask for ${what} here`));

/** A ServiceChannel that is asked for nothing but what a test lets it answer. */
export const fakeClient = (answers: Partial<Client>): Client => ({
  checkIn: unexpected('a check-in'),
  checkOut: unexpected('a check-out'),
  setStatus: unexpected('a status'),
  setScheduledDate: unexpected('a scheduled date'),
  addActivity: unexpected('a new activity'),
  correctActivity: unexpected('a corrected activity'),
  deleteActivity: unexpected('a deletion'),
  addNote: unexpected('a note'),
  notes: unexpected('notes'),
  notesPage: unexpected('a page of notes'),
  workOrder: unexpected('a work order'),
  ordersOf: unexpected('a list of work orders'),
  statuses: unexpected('statuses'),
  workTypes: unexpected('work types'),
  profile: unexpected('a profile'),
  checkInActivity: unexpected('check-ins'),
  workActivities: unexpected('work activities'),
  ownActivities: unexpected('own activities'),
  ...answers,
});

export const OFFLINE = { kind: 'unsent', why: 'offline', retryAfterMs: null, detail: 'no route' } as const;

export const workOrder = (id: number, over: Partial<WorkOrder> = {}): WorkOrder => ({
  id,
  number: String(id),
  store: 'Store 12',
  storeId: '12',
  street: '1 Main Street',
  addition: 'Rear door',
  city: 'Springfield',
  state: 'IL',
  zip: '62701',
  trade: 'HVAC',
  category: 'REPAIR',
  priority: 'P1 - 4 hours',
  description: 'No cold air',
  statusPrimary: 'IN PROGRESS',
  statusExtended: 'ON SITE',
  subscriberId: 2000,
  subscriberName: 'Client',
  callDate: null,
  scheduledDate: null,
  expirationDate: null,
  timeZone: 'America/Chicago',
  isCheckInDenied: false,
  checkInDeniedReason: null,
  isInvoiced: false,
  isExpired: null,
  nte: null,
  caller: null,
  problemCode: null,
  phone: null,
  ...over,
});
