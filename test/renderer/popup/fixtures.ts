import type { Snapshot, VisitView, WorkOrderView } from '../../../preload/contract.ts';

export const WORK_ORDER: WorkOrderView = {
  id: 107002896,
  store: 'Main Street store',
  address: null,
  trade: null,
  priority: null,
  description: null,
  status: null,
  subscriber: null,
  lacksPermission: false,
  deniedReason: null,
  workTypes: [
    { id: 1, name: 'Repair' },
    { id: 2, name: 'Travel' },
    { id: 7, name: 'Inspection' },
  ],
};

export const VISIT: VisitView = {
  id: 'v1',
  workOrderId: 107002896,
  phase: 'on site',
  workTypeId: 1,
  workTypeName: 'Repair',
  techsCount: 1,
  since: { ms: 0, offset: 0 },
  pausedAt: null,
  closed: [],
  open: { kind: 'on site', from: 0 },
  hasForm: true,
  byPhone: false,
  workOrder: null,
};

export const SNAPSHOT: Snapshot = {
  account: { state: 'signed-in', userName: 'demo', name: 'Demo' },
  connection: {
    clientId: '',
    hasSecret: false,
    environment: 'sandbox',
    locked: { clientId: false, clientSecret: false, environment: false },
  },
  current: null,
  paused: [],
  recent: [],
  problems: [],
  late: null,
  differing: [],
  delivery: { kind: 'recorded', count: 0, offlineSince: null },
  moments: {
    open: null,
    askComputer: false,
    stillPaused: null,
    resume: null,
    detectsIdle: true,
    backAtAsked: null,
  },
  elsewhere: [],
  receipt: null,
  notices: [],
  defaults: { workTypeId: 1, techsCount: 1 },
  clockDifference: 0,
  locale: 'en-GB',
  language: 'en',
  prefill: null,
  checkOutAsked: null,
};
