import type { Answer } from '../../main/servicechannel/answers.ts';
import type { CheckInActivity, Client, Transport, WorkActivity } from '../../main/servicechannel/client.ts';
import { setDelivery } from '../../main/visit/edit.ts';
import { reportsOf } from '../../main/visit/phase.ts';
import type { Delivery, State } from '../../main/visit/types.ts';
import type { Sabotage } from './sabotage.ts';

const UNSENT = { kind: 'unsent', why: 'offline', retryAfterMs: null, detail: 'sabotage' } as const;

/** Changes every answer to a report. */
function withAnswers(client: Client, change: <T>(answer: Answer<T>) => Answer<T>): Client {
  return {
    ...client,
    checkIn: async (...given) => change(await client.checkIn(...given)),
    checkOut: async (...given) => change(await client.checkOut(...given)),
    setStatus: async (...given) => change(await client.setStatus(...given)),
  };
}

/** Changes what read-backs say. */
function withReadings(
  client: Client,
  activity: (answer: Answer<CheckInActivity[]>) => Answer<CheckInActivity[]>,
  work: (answer: Answer<WorkActivity[]>) => Answer<WorkActivity[]>,
): Client {
  return {
    ...client,
    checkInActivity: async (...given) => activity(await client.checkInActivity(...given)),
    workActivities: async (...given) => work(await client.workActivities(...given)),
  };
}

/** Changes the responses to writes. */
const withResponses = (
  transport: Transport,
  change: (response: Response) => Promise<Response>,
): Transport => ({
  ...transport,
  write: async (input, init) => change(await transport.write(input, init)),
});

/** Remembers what a read said the first time, for as long as two looks lie apart, and says it again. */
function firstSaid<T>(read: (id: number) => Promise<T>, now: () => number) {
  const said = new Map<number, { readonly at: number; readonly answer: T }>();
  return async (id: number): Promise<T> => {
    const known = said.get(id);
    if (known && now() - known.at < 30_000) return known.answer;
    const answer = await read(id);
    said.set(id, { at: now(), answer });
    return answer;
  };
}

/** The state with every report in one state of delivery put into another. */
const redelivered = (state: State, from: Delivery['state'], to: Delivery): State => ({
  ...state,
  visits: state.visits.map((visit) =>
    reportsOf(visit)
      .filter((report) => report.delivery.state === from)
      .reduce((changed, report) => setDelivery(changed, report.id, to), visit),
  ),
});

/** Every id but the UserId is a stranger's. */
const byOneId = <T extends { readonly userId: number | null }>(entry: T): T =>
  entry.userId !== null && entry.userId > 8_000_000 ? { ...entry, userId: 1 } : entry;

const MADE_UP = '{"MechanicId":1}';
const recordedResponse = () =>
  new Response(MADE_UP, { status: 200, headers: { 'content-type': 'application/json' } });

/** Ways to get delivery wrong. The proof is worth as much as it finds of these. */
export const SABOTAGES: Readonly<Record<string, Sabotage>> = {
  'sends before it is on disk': {
    record:
      (record, { after }) =>
      (outcome) => {
        if (outcome.type !== 'sending') return record(outcome);
        after(20, () => record(outcome));
        return true;
      },
  },
  'says a click is kept before it is': {
    store: (store) => {
      let unsaved: State | null = null;
      return {
        load: () => store.load(),
        save: (before, after, beside) => {
          const isClick = after.nextSeq !== before.nextSeq;
          unsaved ??= before;
          if (isClick) return;
          store.save(unsaved, after, beside);
          unsaved = null;
        },
      };
    },
  },
  'sends again blindly after a timeout': {
    client: (client) =>
      withAnswers(client, (answer) =>
        answer.kind === 'unknown' && answer.why === 'timeout' ? UNSENT : answer,
      ),
  },
  'sends again blindly after a 5xx': {
    client: (client) =>
      withAnswers(client, (answer) =>
        answer.kind === 'unknown' && answer.why === 'server-error' ? UNSENT : answer,
      ),
  },
  'takes a lost answer for a recorded report': {
    client: (client) => ({
      ...client,
      checkIn: async (...given) => {
        const answer = await client.checkIn(...given);
        return answer.kind === 'unknown' ? { kind: 'ok', value: { mechanicId: 1 } } : answer;
      },
    }),
  },
  'lets the network stack resend on a broken connection': {
    transport: (transport) => ({
      ...transport,
      write: (input, init) => {
        const again = input instanceof Request ? input.clone() : input;
        return transport.write(input, init).catch((error: unknown) => {
          if (!/CONNECTION_RESET/.test(String(error))) throw error;
          return transport.write(again, init);
        });
      },
    }),
  },
  'takes a network that went down for a request that never left': {
    transport: (transport) => ({
      ...transport,
      write: (input, init) =>
        transport.write(input, init).catch((error: unknown) => {
          const isDown = /INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE/.test(String(error));
          throw isDown ? new Error('net::ERR_CONNECTION_REFUSED') : error;
        }),
    }),
  },
  'forgets at start what was being sent: sends it again': {
    store: (store) => ({
      load: () => redelivered(store.load(), 'sending', { state: 'queued' }),
      save: store.save,
    }),
  },
  'forgets at start what was being sent: takes it for recorded': {
    store: (store) => ({
      load: () => redelivered(store.load(), 'sending', { state: 'recorded', mechanicId: null, by: 'answer' }),
      save: store.save,
    }),
  },
  'trusts a 200 without a MechanicId': {
    transport: (transport) =>
      withResponses(transport, async (response) => {
        if (response.status !== 200) return response;
        const text = await response.clone().text();
        return /MechanicId|access_token/.test(text) ? response : recordedResponse();
      }),
  },
  'drops a report on a 401': {
    transport: (transport) =>
      withResponses(transport, async (response) => (response.status === 401 ? recordedResponse() : response)),
  },
  'sends the latest first': {
    state: (state) => ({
      ...state,
      visits: state.visits.map((visit) => ({ ...visit, pairs: visit.pairs.toReversed() })),
    }),
  },
  'does not wait for the report before': {
    state: (state) => redelivered(state, 'sending', { state: 'recorded', mechanicId: null, by: 'answer' }),
  },
  'does not wait until reads have caught up': {
    system: (system) => ({
      ...system,
      after: (ms, run) => system.after(ms === 60_000 ? 15_000 : ms, run),
    }),
  },
  'takes one absence for a proof': {
    client: (client, { now }) => ({
      ...client,
      checkInActivity: firstSaid((id) => client.checkInActivity(id), now),
      workActivities: firstSaid((id) => client.workActivities(id), now),
    }),
  },
  'takes an unreadable read-back for an absence': {
    client: (client) =>
      withReadings(
        client,
        (answer) => (answer.kind === 'ok' ? answer : { kind: 'ok', value: [] }),
        (answer) => (answer.kind === 'ok' ? answer : { kind: 'ok', value: [] }),
      ),
  },
  'takes a colleague for the technician': {
    client: (client) =>
      withReadings(
        client,
        (answer) =>
          answer.kind === 'ok'
            ? { kind: 'ok', value: answer.value.map((line) => ({ ...line, userId: 1_544_987 })) }
            : answer,
        (answer) => answer,
      ),
  },
  'knows a user by one id alone': {
    client: (client) =>
      withReadings(
        client,
        (answer) => (answer.kind === 'ok' ? { kind: 'ok', value: answer.value.map(byOneId) } : answer),
        (answer) => (answer.kind === 'ok' ? { kind: 'ok', value: answer.value.map(byOneId) } : answer),
      ),
  },
  'sends again what nobody could tell': {
    record: (record) => (outcome) =>
      record(outcome.type === 'unconfirmed' ? { type: 'not-recorded', reportId: outcome.reportId } : outcome),
  },
  'never asks, and gives up': {
    record: (record) => (outcome) => (outcome.type === 'unconfirmed' ? true : record(outcome)),
  },
  'loses a refresh token that was replaced': {
    vault: (vault) => ({ ...vault, get: (account) => vault.get(account), set: async () => undefined }),
  },
  'ignores Retry-After': {
    pacer: (pacer) => ({ ...pacer, blockUntil: () => undefined }),
    client: (client) =>
      withAnswers(client, (answer) =>
        answer.kind === 'unsent' && answer.why === 'rate-limit' ? { ...answer, retryAfterMs: 0 } : answer,
      ),
  },
  'pairs a check-out with another count': {
    client: (client) => ({
      ...client,
      checkOut: (id, body, options) => client.checkOut(id, { ...body, TechsCount: 1 }, options),
    }),
  },
  'reports the time of sending': {
    client: (client, { now }) => ({
      ...client,
      checkIn: (id, body, options) =>
        client.checkIn(
          id,
          { ...body, CheckInTime: `${new Date(now()).toISOString().slice(0, 19)}Z` },
          options,
        ),
    }),
  },
};
