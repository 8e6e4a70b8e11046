import type { CheckEvent, SandboxData, Status, WorkActivity } from './records.ts';

/** A signed-in user's token; `expiresAt` in milliseconds since 1970. */
export interface Token {
  userId: number;
  clientId: string;
  expiresAt: number;
}

/** A code of the authorize page, waiting to be exchanged. */
export interface AuthorizationCode extends Token {
  redirectUri: string;
  codeChallenge: string | null;
}

/** Something ServiceChannel has recorded because a request asked for it. */
export interface RecordedReport {
  sequence: number;
  kind:
    | 'check-in'
    | 'check-out'
    | 'status'
    | 'note'
    | 'scheduled-date'
    | 'codes'
    | 'root-cause'
    | 'activity-added'
    | 'activity-changed'
    | 'activity-removed';
  workOrderId: number;
  /** The user it is recorded for, and the one whose token asked. */
  userId: number;
  sentBy: number;
  mechanicId: number | null;
  /** ISO 8601, UTC, by the true clock. */
  receivedAt: string;
  method: string;
  path: string;
  /** The exact body as it came. */
  body: string;
}

/** Everything the sandbox remembers. */
export interface SandboxState extends SandboxData {
  events: CheckEvent[];
  reports: RecordedReport[];
  accessTokens: Map<string, Token>;
  refreshTokens: Map<string, Token>;
  codes: Map<string, AuthorizationCode>;
  /** Last token call of each user name, milliseconds since 1970. */
  tokenCalls: Map<string, number>;
  /** Times of the last minute's requests of each client and company. */
  requestTimes: Map<string, number[]>;
  lastIds: Record<IdKind, number>;
}

type IdKind = 'activity' | 'mechanic' | 'event' | 'note' | 'report';

/** A fresh memory holding a copy of `data`. */
export function createState(data: SandboxData): SandboxState {
  const copy = structuredClone(data);
  return {
    ...copy,
    events: [],
    reports: [],
    accessTokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    tokenCalls: new Map(),
    requestTimes: new Map(),
    lastIds: {
      activity: Math.max(880_100_000, ...copy.activities.map((activity) => activity.id)),
      mechanic: 148_797_638,
      event: 51_000,
      note: Math.max(7_000, ...copy.notes.map((note) => note.id)),
      report: 0,
    },
  };
}

/** The next unused id of its kind. */
export function nextId(state: SandboxState, kind: IdKind): number {
  state.lastIds[kind] += 1;
  return state.lastIds[kind];
}

/** "IN PROGRESS / ON SITE", or the primary status alone. */
export function statusText(status: Status): string {
  return status.extended ? `${status.primary} / ${status.extended}` : status.primary;
}

/** Adds a work activity under new ids; `idsAreOne` gives it its MechanicId as Id. */
export function addActivity(
  state: SandboxState,
  activity: Omit<WorkActivity, 'id' | 'mechanicId'>,
  idsAreOne: boolean,
): WorkActivity {
  const mechanicId = nextId(state, 'mechanic');
  const id = idsAreOne ? mechanicId : nextId(state, 'activity');
  const added = { ...activity, id, mechanicId };
  state.activities.push(added);
  return added;
}

/** Adds a line to what Service.CheckInActivity tells. */
export function addEvent(
  state: SandboxState,
  activity: WorkActivity,
  direction: 'in' | 'out',
  at: number,
  statusNew: Status,
): void {
  const { id: activityId, workOrderId, userId, workTypeId } = activity;
  state.events.push({
    id: nextId(state, 'event'),
    activityId,
    workOrderId,
    userId,
    workTypeId,
    direction,
    at,
    statusNew: { ...statusNew },
  });
}

/** Adds a note in the name of a user. */
export function addNote(
  state: SandboxState,
  workOrderId: number,
  text: string,
  createdBy: string,
  createdAt: number,
): number {
  const id = nextId(state, 'note');
  state.notes.push({ id, workOrderId, text, createdAt, createdBy });
  return id;
}
