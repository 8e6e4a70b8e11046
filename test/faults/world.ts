import * as v from 'valibot';
import { tokenAccount } from '../../main/account/live.ts';
import type { Person, SignInTarget } from '../../main/account/session.ts';
import { authIdOf, DEMO_CLIENT, DEMO_USER } from '../sandbox/data-users.ts';
import type { WorkActivity } from '../sandbox/records.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { RecordedReport } from '../sandbox/state.ts';
import type { App } from './app.ts';
import { chanceFrom } from './chance.ts';
import { Computer } from './computer.ts';
import { Disk } from './disk.ts';
import { Facts } from './facts.ts';
import { Network, type Sent } from './network.ts';
import { reopenAll } from './office.ts';
import { LATEST_ARRIVAL, LATEST_WITHOUT_SENDER, type Plan } from './plan.ts';
import { VirtualTime } from './virtual-time.ts';

/** A Wednesday noon, in a week without a clock change. */
const START = Date.parse('2026-05-13T17:00:00Z');

export const SERVER = 'https://sandbox.example/v3';
export const CONNECTION: SignInTarget = {
  apiUrl: SERVER,
  loginUrl: 'https://sandbox.example',
  clientId: DEMO_CLIENT.id,
  clientSecret: DEMO_CLIENT.secret,
};
export const PERSON: Person = {
  userName: DEMO_USER.userName,
  userId: DEMO_USER.id,
  authUserId: authIdOf(DEMO_USER),
  profileName: DEMO_USER.userName,
  name: DEMO_USER.fullName,
  apiUrl: SERVER,
  loginUrl: CONNECTION.loginUrl,
  clientId: CONNECTION.clientId,
};
export const TOKEN_ACCOUNT = tokenAccount(CONNECTION.loginUrl, PERSON.userName);

/** A resolution code and a root cause that every client has, and one that none has. */
export const CODE = 4001;
export const CAUSE = 5001;
export const NO_CAUSE = 5999;
const LISTED = {
  codes: [{ key: CODE, value: 'Cleaned coil', hasFreeText: false }],
  rootCauses: [{ key: CAUSE, value: 'Wear', hasFreeText: false }],
};
const LISTS = ['Plumbing', 'HVAC', 'Electrical', 'Doors', 'General maintenance'].map((trade) => ({
  trade,
  category: 'REPAIR',
  ...LISTED,
}));

/** The work orders of a plan, by their index there. */
export const ORDERS = [107_002_896, 107_002_931, 107_002_911, 107_003_016, 107_003_010, 107_003_011] as const;

/** The last but one is called for so long after the beginning, ms: earlier check-ins are premature. */
const CALLED_FOR_LATER = 40 * 60_000;

const FIRST_REFRESH_TOKEN = 'rt-first';

/** Everything that is not the app: time, disk, keychain, network, ServiceChannel; and what is to be seen there. */
export class World {
  readonly plan: Plan;
  readonly chance: () => number;
  readonly time: VirtualTime;
  readonly sandbox: Sandbox;
  readonly disk = new Disk();
  readonly keychain = new Map<string, string>();
  readonly network: Network;
  readonly facts = new Facts();
  /** When the technician used the computer last (true time, ms). */
  lastUse = START;
  readonly trace: string[] = [];
  readonly violations: string[] = [];
  readonly person: Person = PERSON;
  /** Minutes east of UTC where the computer is. */
  zone = -300;
  readonly computer: Computer;
  /** Check-ins that the office has taken off the record, and the work orders whose pairs it has touched. */
  readonly takenAway: RecordedReport[] = [];
  readonly meddled = new Set<number>();
  /** Pairs that the office has closed, at an instant (ms). */
  readonly closedByOffice: { readonly workOrderId: number; readonly at: number }[] = [];
  /** Work activities that the office has given other times, and when they began and ended before (ms). */
  readonly changed: { readonly activity: WorkActivity; readonly from: number; readonly to: number }[] = [];
  /** Work activities that the office has taken off the record. */
  readonly gone: WorkActivity[] = [];
  /** Work activities that the app goes on with, and that were begun on the phone. */
  readonly continued: WorkActivity[] = [];
  /** Work activities that were begun on the phone. */
  readonly madeElsewhere: WorkActivity[] = [];
  /** When each of them began, ms: the office may give it other times since. */
  readonly calledAt = new Map<WorkActivity, number>();
  /** The refresh token that ServiceChannel gave out last, and whether the app could know it. */
  latestToken = FIRST_REFRESH_TOKEN;
  tokenMayBeLost = false;
  #saves = 0;
  #calm = false;

  constructor(plan: Plan) {
    this.plan = plan;
    this.chance = chanceFrom(plan.seed);
    this.time = new VirtualTime(START, this.chance);
    this.computer = new Computer(this.time.now, plan.fastBy);
    this.sandbox = createSandbox({ now: this.time.now, config: plan.server });
    const later = this.sandbox.state.workOrders.find(({ id }) => id === ORDERS[4]);
    if (later) later.callDate = START + CALLED_FOR_LATER;
    for (const subscriber of this.sandbox.state.subscribers) subscriber.codes = LISTS;
    this.network = new Network(this);
    this.keychain.set(TOKEN_ACCOUNT, FIRST_REFRESH_TOKEN);
    this.sandbox.state.refreshTokens.set(FIRST_REFRESH_TOKEN, {
      userId: PERSON.userId,
      clientId: PERSON.clientId,
      expiresAt: Number.POSITIVE_INFINITY,
    });
  }

  /** From now on nothing fails any more. */
  calm(): void {
    this.#calm = true;
    reopenAll(this.sandbox);
    this.network.calm();
  }

  get isCalm(): boolean {
    return this.#calm;
  }

  /** Whether the disk refuses the write that is about to be made. */
  diskFails(): boolean {
    const index = this.#saves++;
    return (
      !this.#calm && this.plan.diskErrors.some(({ from, count }) => index >= from && index < from + count)
    );
  }

  /**
   * How late a request may still reach ServiceChannel; no client can allow for one that comes at any time. One whose
   * sender has ended: while a next run may still reckon with it by the instant it left, which needs a clock that was
   * not set ahead meanwhile.
   */
  mayArrive(run: { readonly endedAt: number | null }, sent: Sent): boolean {
    if (run.endedAt === null) return true;
    if (sent.kind !== 'report') return false;
    const now = this.time.now();
    if (this.computer.steppedForward && now > run.endedAt + LATEST_ARRIVAL) return false;
    return now <= sent.leftAt + LATEST_WITHOUT_SENDER;
  }

  note(what: string): void {
    const at = new Date(this.time.now()).toISOString().slice(5, 23);
    this.trace.push(`${at}  ${what}`);
  }

  violate(what: string): void {
    this.note(`VIOLATION ${what}`);
    this.violations.push(what);
  }

  /** The app has been told its new refresh token. */
  given(body: string): void {
    const { refresh_token } = v.parse(v.object({ refresh_token: v.string() }), JSON.parse(body));
    this.latestToken = refresh_token;
    this.tokenMayBeLost = false;
  }

  /** Tokens that the app was given must be where a next run finds them. */
  checkToken(app: App | null): void {
    if (this.tokenMayBeLost || this.keychain.get(TOKEN_ACCOUNT) === this.latestToken) return;
    if (app?.isAlive === false) this.tokenMayBeLost = true;
    else this.violate('a refresh token that was given out is not in the keychain');
  }
}
