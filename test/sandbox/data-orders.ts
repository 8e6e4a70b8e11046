import {
  CONTOSO,
  DEMO_PROVIDER,
  NO_XML_LOCATION,
  NO_XML_PERMISSION,
  NO_XML_UNAUTHORIZED,
  NORTHWIND,
  OTHER_PROVIDER,
} from './data-companies.ts';
import { CHICAGO, place } from './data-places.ts';
import {
  STATUSES,
  STATUSES_NEEDING_CODES,
  STATUSES_NEEDING_RESOLUTION,
  STATUSES_TO_CONFIRM,
  STATUSES_WITHOUT_PARTS,
} from './data-statuses.ts';
import type { ForcedRefusal, WorkOrder } from './records.ts';
import { DAY, HOUR } from './times.ts';

/** A demo work order by what is special about it; all else is a plain open one, called 6 days ago. */
interface Special extends Partial<WorkOrder> {
  id: number;
}

function refusal(status: number, code: number | null, message: string): ForcedRefusal {
  return { status, code, message };
}

const IN_RANGE = "Can't do check in/out: out of 0.5 mile range";

/** The seed work orders: four plain ones, then one for each thing that can stand in the way. */
export function demoWorkOrders(now: number): WorkOrder[] {
  const completed = { primary: 'COMPLETED', extended: null };
  const specials: Special[] = [
    ...plainOrders(now),
    { id: 107_003_001, description: 'Completed', status: completed },
    {
      id: 107_003_002,
      description: 'Completed, pending confirmation: still takes check-ins',
      status: { primary: 'COMPLETED', extended: 'PENDING CONFIRMATION' },
    },
    {
      id: 107_003_003,
      description: 'Invoiced',
      isInvoiced: true,
      status: { primary: 'IN PROGRESS', extended: null },
    },
    { id: 107_003_004, description: 'Voided', isVoided: true },
    { id: 107_003_005, description: 'Cancelled', status: { primary: 'CANCELLED', extended: null } },
    { id: 107_003_006, description: 'Premature: called for the day after tomorrow', callDate: now + 2 * DAY },
    {
      id: 107_003_007,
      description: 'Maintenance, expired yesterday',
      isMaintenance: true,
      expirationDate: now - DAY,
    },
    { id: 107_003_008, description: 'Maintenance, premature', isMaintenance: true, callDate: now + DAY },
    {
      id: 107_003_009,
      description: 'Maintenance, open this week',
      isMaintenance: true,
      expirationDate: now + 5 * DAY,
    },
    {
      id: 107_003_010,
      description: 'Called 30 days ago: older times are out of date',
      callDate: now - 30 * DAY,
      scheduledDate: now - 29 * DAY,
    },
    { id: 107_003_011, description: 'No XML permission: location needed', subscriberId: NO_XML_LOCATION },
    { id: 107_003_012, description: 'No XML permission: 804', subscriberId: NO_XML_PERMISSION },
    { id: 107_003_013, description: 'No XML permission: 401 with 504', subscriberId: NO_XML_UNAUTHORIZED },
    { id: 107_003_014, description: 'Client not in the GPS programme', inGpsProgramme: false },
    { id: 107_003_015, description: 'Parts on order does not belong', statusList: STATUSES_WITHOUT_PARTS },
    { id: 107_003_016, description: 'Needs a resolution', statusList: STATUSES_NEEDING_RESOLUTION },
    {
      id: 107_003_017,
      description: 'Out of mile range',
      refusesCheckIn: refusal(400, 941, IN_RANGE),
      refusesCheckOut: refusal(400, 942, IN_RANGE),
    },
    {
      id: 107_003_018,
      description: 'Already processed',
      refusesCheckIn: refusal(405, null, 'The request has already been processed'),
      refusesCheckOut: refusal(405, null, 'The request has already been processed'),
    },
    {
      id: 107_003_019,
      description: 'Invalid tracking number',
      refusesCheckIn: refusal(400, 917, 'Tracking number is invalid'),
      refusesCheckOut: refusal(400, 917, 'Tracking number is invalid'),
    },
    {
      id: 107_003_020,
      description: 'GPS app denied: a warning, check-ins work',
      isCheckInDenied: true,
      checkInDeniedReason: 'Location has no GPS coordinates',
    },
    longOrder(now),
    { id: 107_003_025, description: 'Completed only for confirmation', statusList: STATUSES_TO_CONFIRM },
    { id: 107_003_026, description: 'Has resolution codes', trade: 'Refrigeration' },
    {
      id: 107_003_027,
      description: 'Completed only with a resolution code',
      trade: 'Refrigeration',
      statusList: STATUSES_NEEDING_CODES,
    },
    { id: 107_003_022, description: 'Most location fields missing', location: { Id: 901 } },
    { id: 107_003_023, description: "Another company's", providerId: OTHER_PROVIDER.id },
    {
      id: 107_003_024,
      description: 'Created 120 days ago',
      createdAt: now - 120 * DAY,
      callDate: now - 120 * DAY,
    },
  ];
  return specials.map((special) => ({ ...plain(now, special.id), ...special }));
}

function plainOrders(now: number): Special[] {
  return [
    {
      id: 107_002_896,
      trade: 'Plumbing',
      description: 'Water leaks under the sink in the staff kitchen.',
      location: place(101, '0101', 'Main Street store', '1 Main Street'),
    },
    {
      id: 107_002_931,
      trade: 'HVAC',
      priority: 'P1 - Emergency',
      description: 'No cooling on the sales floor.',
      subscriberId: CONTOSO,
      location: { ...place(102, 'OP-7', 'Oak Plaza', '700 Oak Street'), Address1: 'Unit 12' },
    },
    {
      id: 107_002_911,
      trade: 'Electrical',
      description: 'Half of the parking lot lights are out.',
      subscriberId: CONTOSO,
      status: { primary: 'IN PROGRESS', extended: 'PARTS ON ORDER' },
      scheduledDate: now - 3 * DAY,
      location: place(103, 'HM-2', 'Harbor Mall', '25 Harbor Road'),
    },
    {
      id: 107_002_760,
      number: 'E-2760',
      trade: 'Doors',
      description: 'The back door does not lock.',
      location: place(104, '0104', 'Elm Avenue', '48 Elm Avenue'),
    },
  ];
}

function longOrder(now: number): Special {
  return {
    id: 107_003_021,
    trade: 'Refrigeration, walk-in coolers and freezers, display cases and ice machines',
    priority: 'P3 - Within five business days, outside of trading hours',
    description: 'The walk-in cooler behind the bakery alarms every night between two and four. '.repeat(25),
    scheduledDate: now - 2 * DAY,
    location: place(
      121,
      'INTL-000000000121',
      'The Springfield International Distribution and Fulfilment Center for Fresh and Frozen Goods, North Building',
      '12345 Southwest Old Interstate Frontage Road Extension, Building C, Third Dock',
    ),
  };
}

function plain(now: number, id: number): WorkOrder {
  return {
    id,
    number: String(id),
    purchaseNumber: `PO-${id % 100_000}`,
    status: { primary: 'OPEN', extended: null },
    statusList: STATUSES,
    trade: 'General maintenance',
    category: 'REPAIR',
    priority: 'P2 - 24 hours',
    description: '',
    nte: 500,
    caller: 'Store manager',
    problemCode: 'General',
    createdAt: now - 6 * DAY - HOUR,
    callDate: now - 6 * DAY,
    scheduledDate: now - 5 * DAY,
    expirationDate: null,
    subscriberId: NORTHWIND,
    providerId: DEMO_PROVIDER.id,
    location: { ...place(100, '0100', 'Test store', '100 Test Street'), TimeZoneIanaName: CHICAGO },
    isCheckInDenied: false,
    checkInDeniedReason: null,
    isInvoiced: false,
    isVoided: false,
    isMaintenance: false,
    inGpsProgramme: true,
    refusesCheckIn: null,
    refusesCheckOut: null,
    assets: [],
    held: { codes: [], rootCauses: [] },
  };
}
