import { type Connection, Session } from '../../main/account/session.ts';
import { Outbox } from '../../main/outbox/outbox.ts';
import { createClient, type Transport } from '../../main/servicechannel/client.ts';
import { createOAuthClient } from '../../main/servicechannel/oauth.ts';
import { createPacer, limitFor } from '../../main/servicechannel/pacing.ts';
import type { System } from '../../main/servicechannel/system.ts';
import type { Pair, State, Visit } from '../../main/visit/types.ts';
import { Visits } from '../../main/visits.ts';
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
  connection: Connection,
  transport: Transport,
  time: VirtualTime,
  chance: () => number,
) {
  const { userId, userName, refreshToken } = member;
  const { apiUrl, loginUrl, clientId } = connection;
  const { now } = time;
  const system: System = { now, after: (ms, run) => time.after(ms, run), random: chance };
  const wait = (ms: number) => new Promise<void>((resolve) => time.after(ms, resolve));
  const deadline = (ms: number) => {
    const controller = new AbortController();
    time.after(ms, () => controller.abort());
    return controller.signal;
  };
  const pacer = createPacer({ perMinute: limitFor(apiUrl), now, wait });
  const common = { transport, pacer, now, timeoutSeconds: TIMEOUT_SECONDS, deadline };
  const person = { userName, userId, name: userName, apiUrl, loginUrl, clientId };
  const session = new Session({
    vault: { get: async () => refreshToken, set: async () => undefined, delete: async () => undefined },
    givenSecret: () => connection.clientSecret,
    remembered: { get: () => person, set: () => undefined },
    oauthFor: (to) => createOAuthClient({ ...to, ...common }),
    clientFor: (to, authorizer) => createClient({ apiUrl: to.apiUrl, authorizer, ...common }),
    pacerFor: () => pacer,
    now,
    onChange: () => outbox.start(),
  });
  const state: State = { visits: [visitOf(member, apiUrl)], nextSeq: 2 };
  let commands = 0;
  const visits = new Visits({ load: () => state, save: () => undefined }, () => ({
    now: now(),
    clickedAt: now(),
    offsetAt: () => -300,
    id: `${userId}-${commands++}`,
    owner: { userId, server: apiUrl },
  }));
  const outbox: Outbox = new Outbox({
    system,
    state: () => visits.state,
    record: (outcome) => {
      const { ok } = visits.do(outcome);
      if (ok && outcome.type === 'recorded' && !outbox.isRush)
        void session.sender?.client.workActivities(member.workOrderId);
      return ok;
    },
    journal: () => undefined,
    sender: () => session.sender,
    requestTimeoutMs: () => TIMEOUT_SECONDS * 1000,
    onChange: () => undefined,
  });
  visits.onChange(() => outbox.pump());
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
