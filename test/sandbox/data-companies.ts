import type { CodeLists, Subscriber } from './records.ts';

/** The company all demo users work for, and one they don't. */
export const DEMO_PROVIDER = { id: 2_000_090_505, name: 'Springfield Facility Services' };
export const OTHER_PROVIDER = { id: 2_000_090_777, name: 'Shelbyville Repairs' };

/** Subscribers by what they answer. Northwind and Contoso have different custom work types. */
export const NORTHWIND = 2_014_917_001;
export const CONTOSO = 2_014_917_002;
export const NO_XML_LOCATION = 2_014_917_003;
export const NO_XML_PERMISSION = 2_014_917_004;
export const NO_XML_UNAUTHORIZED = 2_014_917_005;

const REPAIR_AND_TRAVEL = [
  { id: 1, name: 'Repair' },
  { id: 2, name: 'Travel' },
];

const named = (first: number, values: readonly string[], withText: readonly string[]) =>
  values.map((value, index) => ({ key: first + index, value, hasFreeText: withText.includes(value) }));

/** More than a page of codes for one trade, none for the others. */
const NORTHWIND_CODES: CodeLists[] = [
  {
    trade: 'Refrigeration',
    category: 'REPAIR',
    codes: named(
      4001,
      [
        'Adjusted controls',
        'Cleaned coil',
        'Repaired leak',
        'Replaced compressor',
        'Replaced door gasket',
        'Replaced fan motor',
        'Replaced part',
        'Replaced thermostat',
        'Recharged refrigerant',
        'Reset breaker',
        'No problem found',
        'Other',
      ],
      ['Replaced part', 'Other'],
    ),
    rootCauses: named(5001, ['Wear', 'Misuse', 'Power failure', 'Other cause'], ['Other cause']),
  },
];

/** The clients of the demo. */
export const DEMO_SUBSCRIBERS: Subscriber[] = [
  {
    id: NORTHWIND,
    name: 'Northwind Stores',
    workTypes: [...REPAIR_AND_TRAVEL, { id: 11, name: 'Inspection' }, { id: 12, name: 'Parts pick-up' }],
    codes: NORTHWIND_CODES,
    xmlPermission: 'granted',
  },
  {
    id: CONTOSO,
    name: 'Contoso Malls',
    workTypes: [...REPAIR_AND_TRAVEL, { id: 21, name: 'Snow removal' }],
    codes: [],
    xmlPermission: 'granted',
  },
  {
    id: NO_XML_LOCATION,
    name: 'Fabrikam Retail',
    codes: [],
    xmlPermission: 'locationNeeded',
    workTypes: REPAIR_AND_TRAVEL,
  },
  {
    id: NO_XML_PERMISSION,
    name: 'Tailspin Toys',
    codes: [],
    xmlPermission: 'noPermission',
    workTypes: REPAIR_AND_TRAVEL,
  },
  {
    id: NO_XML_UNAUTHORIZED,
    name: 'Wingtip Shoes',
    codes: [],
    xmlPermission: 'unauthorized',
    workTypes: REPAIR_AND_TRAVEL,
  },
];
