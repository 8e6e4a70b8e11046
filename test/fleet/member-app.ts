import type { SignInTarget } from '../../main/account/session.ts';
import { Core } from '../../main/core.ts';
import type { Transport } from '../../main/servicechannel/client.ts';
import type { Pair, State, Visit } from '../../main/visit/types.ts';
import type { VirtualTime } from '../faults/virtual-time.ts';
import type { Member } from './company.ts';

const TIMEOUT_SECONDS = 30;

/** The visit as an app that has been on site for hours holds it. */
function visitOf(member: Member, server: string): Visit {
  const { userId, workOrderId, checkedInAt } = member;
  const delivery = { state: 'recorded', mechanicId: null, by: 'answer' } as const;
  const checkIn = {
    kind: 'check-in',
    id: `${userId}.in`,
    seq: 1,
    at: { ms: checkedInAt, offset: -300 },
    clickedAt: checkedInAt,
    correction: 0,
    delivery,
  } as const;
  const pair: Pair = {
    id: `${userId}.pair`,
    workTypeId: 1,
    userId,
    techsCount: 1,
    checkIn,
    reportedBy: 'app',
    checkOut: null,
    noted: false,
    doubted: false,
    givenUp: [],
    leftOpen: null,
    edits: [],
  };
  const id = `${userId}.visit`;
  return {
    id,
    workOrderId,
    userId,
    server,
    arrivalTypeId: 1,
    pairs: [pair],
    finish: null,
    steps: [],
    statusBefore: null,
    movedTo: null,
    endedAt: null,
  };
}

/** One technician's app: real rules, outbox, session and client with a pacer of its own; its disk is not what is asked about. */
export function memberApp(
  member: Member,
  connection: SignInTarget,
  transport: Transport,
  time: VirtualTime,
  chance: () => number,
) {
  const { userId, userName, refreshToken } = member;
  const { apiUrl, loginUrl, clientId } = connection;
  const who = { userName, userId, authUserId: null, profileName: null, name: userName };
  const person = { ...who, apiUrl, loginUrl, clientId };
  const state: State = { visits: [visitOf(member, apiUrl)], nextSeq: 2, lastAct: null, insisted: [] };
  let commands = 0;
  const core = new Core({
    system: { now: time.now, after: (ms, run) => time.after(ms, run), random: chance },
    offsetAt: () => -300,
    newId: () => `${userId}-${commands++}`,
    store: { load: () => state, save: () => undefined },
    journal: () => undefined,
    vault: { get: async () => refreshToken, set: async () => undefined, delete: async () => undefined },
    transport,
    tokenTransport: { ...transport },
    remembered: { get: () => person, set: () => undefined },
    leftOver: { get: () => [], set: () => undefined },
    browser: { open: async () => undefined, words: () => ({ title: '', text: '' }) },
    givenSecret: () => connection.clientSecret,
    undoSeconds: () => 0,
    timeoutSeconds: () => TIMEOUT_SECONDS,
    deadline: (ms) => {
      const controller = new AbortController();
      time.after(ms, () => controller.abort());
      return controller.signal;
    },
  });
  const { session, visits, outbox } = core;
  // The receipt: one read after the last report, unless others wait for the same limit.
  core.onOutcome(({ type }) => {
    if (type === 'recorded' && !outbox.isRush) void session.sender?.client.workActivities(member.workOrderId);
  });
  return {
    start: () => session.restore(),
    /** Fetches a token, as any use of the app does. */
    warmUp: () => session.sender?.ready(),
    checkOut: () =>
      visits.do({
        type: 'check-out',
        visitId: `${userId}.visit`,
        primaryStatus: 'Completed',
        resolution: 'Done',
      }),
  };
}
