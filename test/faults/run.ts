import { isSettled, reportsOf } from '../../main/visit/phase.ts';
import type { State } from '../../main/visit/types.ts';
import { App } from './app.ts';
import { onThePhone } from './elsewhere.ts';
import { office } from './office.ts';
import type { Crash, Plan, Step } from './plan.ts';
import { NOTHING, type Sabotage } from './sabotage.ts';
import { Technician } from './technician.ts';
import { judge } from './truth.ts';
import { World } from './world.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Once nothing fails any more, this many minutes are enough for everything that waits. */
const ENOUGH_MINUTES = 90;

export interface Verdict {
  readonly violations: readonly string[];
  /** The events of the run, a line each, by true time. */
  readonly trace: readonly string[];
  /** Requests that reached ServiceChannel. */
  readonly requests: readonly string[];
}

/** Lives through one plan. */
class Life {
  readonly world: World;
  readonly #sabotage: Sabotage;
  readonly #technician: Technician;
  readonly #crashes: Crash[];
  #app: App | null = null;
  #runs = 0;
  /** For how long the app is down that is ended now by its person, ms. */
  #downFor: number | null = null;

  constructor(plan: Plan, sabotage: Sabotage) {
    this.world = new World(plan);
    this.#sabotage = sabotage;
    this.#technician = new Technician(this.world);
    this.#crashes = [...plan.crashes];
  }

  async live(): Promise<void> {
    const { world } = this;
    this.#start();
    for (const step of world.plan.day) {
      if (world.violations.length > 0) return;
      await this.#step(step);
    }
    world.calm();
    world.note('-- from here on nothing fails --');
    await this.#comeToRest();
    if (world.violations.length === 0 && world.plan.dateless) await this.#leave();
    if (world.violations.length === 0) await this.#stayAtRest();
    world.checkToken(null);
    if (world.violations.length === 0) judge(world, world.disk.read(world.computer.now()), this.#technician);
  }

  #start(): void {
    const crash = this.#crashes.shift();
    this.#runs += 1;
    this.world.computer.appStarts();
    this.world.note(`-- start ${this.#runs} --`);
    const app = new App(
      this.world,
      this.#runs,
      crash?.after ?? null,
      () => this.#restart(crash?.down ?? 0),
      this.#sabotage,
    );
    // It may have ended before all of it was built.
    if (!app.isAlive) return;
    this.#app = app;
    // Not awaited: a run that ends in its start never comes to an end of it.
    void app.start();
  }

  #restart(afterCrash: number): void {
    this.#app = null;
    this.world.time.after(this.#downFor ?? afterCrash, () => {
      if (!this.#app) this.#start();
    });
    this.#downFor = null;
  }

  async #step({ doing, gap }: Step): Promise<void> {
    const { world } = this;
    if (doing.what === 'clock') world.computer.set(doing.ms);
    else if (doing.what === 'zone') world.zone = doing.offset;
    else if (doing.what === 'tokens-end') world.sandbox.state.accessTokens.clear();
    else if (doing.what === 'colleague') this.#technician.colleague(this.#app, doing.order);
    else if (doing.what === 'phone') onThePhone(world, this.#app, doing.order);
    else if (doing.what === 'office') office(world, doing.order, doing.deed);
    else if (doing.what === 'restart') this.#endRun(doing);
    else if (doing.what === 'quit') this.#quit(doing);
    else if (this.#app) this.#technician.act(this.#app, doing);
    if (!['check-in', 'pause'].includes(doing.what)) world.note(`${doing.what}`);
    await this.#pass(gap);
  }

  #endRun({ down, reboot }: Extract<Step['doing'], { what: 'restart' }>): void {
    if (reboot) this.world.computer.reboot();
    // One that is down already starts when its crash says.
    this.#downFor = down;
    this.#app?.end('ends');
    this.#downFor = null;
  }

  #quit({ by, down }: Extract<Step['doing'], { what: 'quit' }>): void {
    const questions = this.#app?.questions;
    if (!questions) this.#endRun({ what: 'restart', down, reboot: false });
    else {
      this.#downFor = down;
      questions.quit(by);
    }
  }

  async #pass(ms: number): Promise<void> {
    const { world } = this;
    const notice = () => {
      if (this.#app) this.#technician.notice(this.#app);
      return world.violations.length > 0;
    };
    await world.time.pass(ms, notice);
    if (this.#app) void this.#technician.signIn(this.#app);
  }

  async #comeToRest(): Promise<void> {
    for (let minute = 0; minute < ENOUGH_MINUTES; minute++) {
      await this.#pass(MINUTE);
      if (this.world.violations.length > 0) return;
      if (!this.#app) continue;
      if (isDone(this.#app.visits.state)) return;
      // Not at once: what the app finds out by itself it should not have to ask for.
      if (minute % 3 === 2) this.#technician.answers.answer(this.#app);
      if (minute % 6 === 5) this.#technician.answers.makeWay(this.#app);
    }
  }

  /** A stay that went out by a wrong clock can be put right once it is over. */
  async #leave(): Promise<void> {
    if (this.#app) this.#technician.act(this.#app, { what: 'pause', earlier: 0, status: 0 });
    await this.#comeToRest();
  }

  /** Nothing waits and nothing is clicked: nothing is sent, once the last receipt has been read. */
  async #stayAtRest(): Promise<void> {
    const { requests } = this.world.sandbox;
    await this.world.time.pass(2 * MINUTE);
    const before = requests.length;
    await this.world.time.pass(3 * 60 * MINUTE);
    if (requests.length !== before) this.world.violate(`${requests.length - before} requests at rest`);
  }
}

const isDone = (state: State) => state.visits.flatMap(reportsOf).every(isSettled);

/** Runs a plan on the real parts, sabotaged or not. */
export async function run(plan: Plan, sabotage: Sabotage = NOTHING): Promise<Verdict> {
  const life = new Life(plan, sabotage);
  const { world } = life;
  try {
    await life.live();
  } catch (error) {
    world.violate(`threw: ${error instanceof Error ? error.stack : String(error)}`);
  }
  world.disk.close();
  const requests = world.sandbox.requests.map(({ method, path }) => `${method} ${path}`);
  return { violations: world.violations, trace: world.trace, requests };
}
