import { technicianOf, visitsOf } from '../../main/visit/phase.ts';
import type { Owner, State, Visit } from '../../main/visit/types.ts';
import { DEMO_USER, SECOND_USER } from '../sandbox/data-users.ts';
import type { User } from '../sandbox/records.ts';
import { App } from './app.ts';
import type { Crash, Plan } from './plan.ts';
import { NOTHING } from './sabotage.ts';
import { answerTruthfully, judgeCrew } from './truth-of-crew.ts';
import { CONNECTION, ORDERS, SERVER, World } from './world.ts';

/**
 * Two people and a crew of five on one computer, through a day: a foreman and four colleagues on one work order, and
 * another user who signs in between, on the real core with the faults of a plan.
 */

const MINUTE = 60_000;
const LUNCH_MINUTES = 30;
const ENOUGH_MINUTES = 120;

/** The foreman's colleagues. */
const CREW: readonly User[] = [1, 2, 3, 4].map((n) => ({
  ...DEMO_USER,
  id: 1_600_000 + n,
  userName: `crew${n}`,
  fullName: `Crew ${n}`,
}));
const USER_IDS = CREW.map(({ id }) => id);

const [HERE, THERE] = ORDERS;

const ownerOf = (user: User): Owner => ({ userId: user.id, server: SERVER });

/** Lives through the day. */
class CrewDay {
  readonly world: World;
  readonly #crashes: Crash[];
  #app: App | null = null;
  #runs = 0;
  #who: User = DEMO_USER;
  #signingIn: App | null = null;

  constructor(plan: Plan) {
    this.world = new World(plan);
    this.world.sandbox.state.users.push(...CREW);
    this.#crashes = [...plan.crashes];
  }

  /** The world's watch knows one user, and that one signs out here while something is in question. */
  get wrong(): readonly string[] {
    return this.world.violations.filter((what) => !/^(not decided within|a refresh token) /.test(what));
  }

  get state(): State {
    return this.world.disk.read(this.world.computer.now());
  }

  #start(): void {
    const crash = this.#crashes.shift();
    this.#runs += 1;
    const restart = () => {
      this.#app = null;
      this.world.time.after(crash?.down ?? 0, () => {
        if (!this.#app) this.#start();
      });
    };
    const app = new App(this.world, this.#runs, crash?.after ?? null, restart, NOTHING);
    if (!app.isAlive) return;
    this.#app = app;
    void app.start();
  }

  /** Time passes; a user signs in where none is signed in, and answers what is asked. */
  async #pass(minutes: number): Promise<void> {
    for (let n = 0; n < minutes; n++) {
      await this.world.time.pass(MINUTE, () => this.wrong.length > 0);
      await this.#sit();
    }
  }

  async #sit(): Promise<void> {
    const app = this.#app;
    if (!app?.isAlive || this.#signingIn === app) return;
    const { session } = app;
    if (session.person?.userId !== this.#who.id && !session.restoring) {
      this.#signingIn = app;
      if (session.person) void session.signOut();
      const { userName, password } = this.#who;
      void session.signIn(CONNECTION, userName, password).then((answer) => {
        this.world.note(`sign-in of ${userName}: ${answer.kind}`);
        this.#signingIn = null;
      });
      return;
    }
    if (session.sender) answerTruthfully(this.world, app, ownerOf(this.#who));
  }

  /** Does an act until it is done, as a person does who sees that it is not: a crash or a full disk may be in between. */
  async #do(act: (app: App, mine: readonly Visit[]) => boolean): Promise<void> {
    for (let minute = 0; minute < ENOUGH_MINUTES; minute++) {
      const app = this.#app;
      const isMine = app?.session.owner?.userId === this.#who.id;
      if (app?.isAlive && isMine && act(app, visitsOf(app.visits.state, ownerOf(this.#who)))) return;
      await this.#pass(1);
      if (this.wrong.length > 0) return;
    }
    this.world.violate('an act could not be done');
  }

  /** An act at the visit of one user; done where that visit has come to the phase already, by a click before a crash. */
  #at(userId: number, isDone: (visit: Visit) => boolean, act: (app: App, visitId: string) => boolean) {
    return this.#do((app, mine) => {
      const visit = mine.findLast((each) => technicianOf(each) === userId);
      return visit !== undefined && (isDone(visit) || act(app, visit.id));
    });
  }

  async #foremansMorning(): Promise<void> {
    const crew = USER_IDS;
    const checkIn = { type: 'check-in', workOrderId: HERE, workTypeId: 1, techsCount: 2, crew } as const;
    await this.#do((app, mine) => mine.length > 0 || app.act(checkIn).ok);
    await this.#pass(45);
    // One of them leaves early; the others go to lunch together, but for one who stays.
    const [early, stays, ...eat] = USER_IDS;
    await this.#at(
      early ?? 0,
      (visit) => visit.pairs.at(-1)?.checkOut !== null,
      (app, visitId) => app.act({ type: 'check-out', visitId, primaryStatus: 'NoStatusChange' }).ok,
    );
    await this.#at(
      DEMO_USER.id,
      (visit) => visit.pairs.at(-1)?.checkOut !== null,
      (app, visitId) => app.act({ type: 'pause', visitId, crew: eat }).ok,
    );
    await this.#pass(LUNCH_MINUTES);
    await this.#at(
      DEMO_USER.id,
      (visit) => visit.pairs.length > 1,
      (app, visitId) => app.act({ type: 'resume', visitId, crew: [...eat, stays ?? 0] }).ok,
    );
    await this.#pass(20);
  }

  async #othersVisit(): Promise<void> {
    this.#who = SECOND_USER;
    await this.#pass(2);
    const checkIn = { type: 'check-in', workOrderId: THERE, workTypeId: 1, techsCount: 1 } as const;
    await this.#do((app, mine) => mine.length > 0 || app.act(checkIn).ok);
    await this.#pass(25);
    await this.#at(
      SECOND_USER.id,
      (visit) => visit.pairs.at(-1)?.checkOut !== null,
      (app, visitId) =>
        app.act({ type: 'check-out', visitId, primaryStatus: 'InProgress', resolution: 'Done' }).ok,
    );
    await this.#pass(5);
  }

  async live(): Promise<void> {
    const { world } = this;
    this.#start();
    await this.#foremansMorning();
    await this.#othersVisit();
    this.#who = DEMO_USER;
    await this.#pass(3);
    await this.#at(
      DEMO_USER.id,
      (visit) => visit.pairs.at(-1)?.checkOut?.leaving.action === 'Complete',
      (app, visitId) =>
        app.act({
          type: 'check-out',
          visitId,
          crew: USER_IDS,
          primaryStatus: 'InProgress',
          resolution: 'Done',
        }).ok,
    );
    world.calm();
    // Each in turn, until what is theirs is at rest.
    for (const who of [DEMO_USER, SECOND_USER, DEMO_USER]) {
      this.#who = who;
      await this.#pass(40);
    }
    if (this.wrong.length === 0) judgeCrew(world, this.state, [...USER_IDS, DEMO_USER.id, SECOND_USER.id]);
  }
}

/** Runs the day under the faults of a plan. @returns what was wrong, and the trace */
export async function crewDay(plan: Plan) {
  const day = new CrewDay(plan);
  try {
    await day.live();
  } catch (error) {
    day.world.violate(`threw: ${error instanceof Error ? error.stack : String(error)}`);
  }
  day.world.disk.close();
  return { violations: day.wrong, trace: day.world.trace };
}
