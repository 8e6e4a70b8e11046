import { DEMO_PROVIDER, DEMO_SUBSCRIBERS, OTHER_PROVIDER } from './data-companies.ts';
import { demoWorkOrders } from './data-orders.ts';
import {
  ADMIN_USER,
  DEMO_CLIENT,
  DEMO_USER,
  LIMITED_USER,
  SECOND_CLIENT,
  SECOND_USER,
} from './data-users.ts';
import type { SandboxData } from './records.ts';
import { DAY } from './times.ts';

/** Work orders to try, as the command line lists them. */
export const PRINTED_WORK_ORDERS: readonly { id: number; what: string }[] = [
  { id: 107_002_896, what: 'Main Street store, Plumbing' },
  { id: 107_002_931, what: 'Oak Plaza, HVAC' },
  { id: 107_002_911, what: 'Harbor Mall, Electrical' },
  { id: 107_002_760, what: 'Elm Avenue, Doors' },
  { id: 107_003_001, what: 'completed: refuses check-ins' },
  { id: 107_003_011, what: 'its client has not granted the XML check-in/out permission' },
];

/** The demo's world as of `now` (milliseconds since 1970): its dates move along, so it works on any day. */
export function demoData(now: number): SandboxData {
  return {
    clients: [DEMO_CLIENT, SECOND_CLIENT],
    users: [DEMO_USER, SECOND_USER, ADMIN_USER, LIMITED_USER],
    providers: [DEMO_PROVIDER, OTHER_PROVIDER],
    subscribers: DEMO_SUBSCRIBERS,
    workOrders: demoWorkOrders(now),
    activities: [],
    notes: [
      {
        id: 7_001,
        workOrderId: 107_002_896,
        text: 'The key is at the customer service desk.',
        createdAt: now - 5 * DAY,
        createdBy: 'Northwind Stores',
      },
    ],
  };
}
