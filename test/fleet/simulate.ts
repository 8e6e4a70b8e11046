import { HOSTS } from '../../main/servicechannel/hosts.ts';
import { chanceFrom } from '../faults/chance.ts';
import { VirtualTime } from '../faults/virtual-time.ts';
import { DEMO_CLIENT } from '../sandbox/data-users.ts';
import type { Reply } from '../sandbox/http.ts';
import { foundCompany } from './company.ts';
import { Limiter } from './limiter.ts';
import { memberApp } from './member-app.ts';

/** 17:30 in Chicago. */
const END_OF_DAY = Date.parse('2026-05-13T22:30:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Fleet {
  readonly technicians: number;
  /** Requests a minute that ServiceChannel allows the client id: 300 in production, 40 in its sandbox. */
  readonly perMinute: 300 | 40;
  /** The apps have a token: they were used in the last minutes. */
  readonly haveToken: boolean;
  readonly seed: number;
}

export interface Outcome {
  /** Check-outs that are recorded with the time of the click. */
  readonly recorded: number;
  /** Until the last was recorded, s. */
  readonly seconds: number;
  /** The time that the rate limit alone costs, with every request in its right place, s. */
  readonly forcedSeconds: number;
  readonly checkOutRequests: number;
  readonly tokenRequests: number;
  readonly receiptRequests: number;
}

const busy = (seconds: number): Reply => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: '',
});

/** An access token's life, s. */
const TOKEN_SECONDS = 600;

/** The time that the limit alone forces for a check-out each and a token each that has none, or none any more, s. */
function forced({ technicians, perMinute, haveToken }: Fleet): number {
  const withToken = haveToken ? Math.min(technicians, (TOKEN_SECONDS / 60) * perMinute) : 0;
  const requests = withToken + 2 * (technicians - withToken);
  return Math.floor((requests - 1) / perMinute) * 60;
}

/** All technicians check out at the same second; lives until all is recorded, in virtual time. */
export async function simulate(fleet: Fleet): Promise<Outcome> {
  const { technicians, perMinute, haveToken, seed } = fleet;
  const chance = chanceFrom(seed);
  const time = new VirtualTime(END_OF_DAY - MINUTE, chance);
  const { sandbox, members } = foundCompany(technicians, time.now);
  const limiter = new Limiter(perMinute, time.now);
  const sent = { checkOut: 0, token: 0, receipt: 0 };
  /** Requests before 17:30 are not part of the rush. */
  let isRush = false;

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const body = await request.text();
    const headers = Object.fromEntries(request.headers);
    const latency = () => new Promise<void>((resolve) => time.after(20 + chance() * 200, resolve));
    await latency();
    if (pathname.endsWith('/universalCheckOut')) sent.checkOut += 1;
    else if (pathname.includes('workactivities')) sent.receipt += 1;
    else sent.token += 1;
    const wait = isRush ? limiter.take() : null;
    const own = () => sandbox.handle({ method: request.method, url: pathname, headers, body }).finish();
    const ending = wait === null ? own() : { kind: 'reply' as const, reply: busy(wait) };
    await latency();
    if (ending.kind === 'dropped') throw new Error('net::ERR_CONNECTION_RESET');
    return new Response(ending.reply.body, ending.reply);
  };

  const hosts = HOSTS[perMinute === 300 ? 'production' : 'sandbox'];
  const connection = { ...hosts, clientId: DEMO_CLIENT.id, clientSecret: DEMO_CLIENT.secret };
  // Each has a network stack, and so a write lane, of its own.
  const apps = members.map((member) =>
    memberApp(
      member,
      connection,
      { read: fetch, write: fetch, beforeWrite: async () => undefined },
      time,
      chance,
    ),
  );
  for (const app of apps) await app.start();
  if (haveToken) for (const app of apps) void app.warmUp();
  await time.pass(MINUTE);
  isRush = true;
  sent.token = 0;
  for (const app of apps) app.checkOut();
  await time.pass(24 * HOUR, () => sandbox.reports.length === technicians);

  const isTrue = (body: string) => body.includes('"CheckOutTime":"2026-05-13T17:30:00-05:00"');
  return {
    recorded: sandbox.reports.filter(({ kind, body }) => kind === 'check-out' && isTrue(body)).length,
    seconds: (time.now() - END_OF_DAY) / 1000,
    forcedSeconds: forced(fleet),
    checkOutRequests: sent.checkOut,
    tokenRequests: sent.token,
    receiptRequests: sent.receipt,
  };
}
