import { needsPerson, reportsOf } from '../../main/visit/phase.ts';
import type { State } from '../../main/visit/types.ts';
import { addCheckInElsewhere } from '../sandbox/control-edits.ts';
import { DEMO_USER, SECOND_USER } from '../sandbox/data-users.ts';
import { commandOf, instantOf } from './acts.ts';
import { Answers } from './answers.ts';
import type { App } from './app.ts';
import { correctionOf, isCorrection } from './corrections.ts';
import { openOnThePhone } from './elsewhere.ts';
import { type Deed, type Instant, Lived } from './lived.ts';
import { judgeMeant } from './meant.ts';
import type { Doing } from './plan.ts';
import { judgeOwnRefusal } from './truth-of-refusals.ts';
import { CONNECTION, ORDERS, type World } from './world.ts';

/** A person says when something happened: an app that does not know yet how wrong its clock is takes what cannot be. */
const saysTime = (world: World, doing: Doing, command: Deed): boolean =>
  isCorrection(command) || instantOf(world, doing).typed;

/** A person at the computer: clicks, signs in when asked to, and answers questions truthfully. */
export class Technician {
  readonly #world: World;
  #signingIn: App | null = null;
  readonly lived = new Lived();
  readonly answers: Answers;
  /** Reports whose click was acknowledged. */
  readonly promised = new Set<string>();
  /** Reports that were taken back, and that was acknowledged. */
  readonly takenBack = new Set<string>();
  /** Visits that ever waited for a person: others may have gone ahead of them. */
  readonly questioned = new Set<string>();
  /** Visits that were for another work order: they come to the right one later than others. */
  readonly moved = new Set<string>();

  constructor(world: World) {
    this.#world = world;
    this.answers = new Answers(world, this.lived);
  }

  /** Does one act of a plan, if it can be done now. */
  act(app: App, doing: Doing): void {
    this.lived.sees(app.visits.state);
    this.#world.lastUse = this.#world.time.now();
    if (doing.what === 'answer') {
      app.questions?.answer();
      this.answers.answer(app);
    }
    if (doing.what === 'look') app.outbox.kick();
    if (doing.what === 'lock') app.core.endUndo();
    if (doing.what === 'undo') this.#undo(app);
    const command = commandOf(this.#world, app, doing) ?? correctionOf(this.#world, app, this.lived, doing);
    if (!command || (this.#world.plan.dateless && saysTime(this.#world, doing, command))) return;
    this.#world.note(`click ${JSON.stringify(command)}`);
    const before = app.visits.state;
    const instant = instantOf(this.#world, doing);
    const begun = openOnThePhone(this.#world);
    const done = app.act(command);
    if (done.ok && app.isAlive && command.type === 'continue' && begun) this.#world.continued.push(begun);
    if (command.type === 'mistake') this.#noteMistaken(before, command.visitId);
    if (!app.isAlive) this.lived.perhapsDid(before, { command, instant });
    else if (done.ok) this.#acknowledged(app, command, before, instant);
    else this.#world.note(`not done: ${JSON.stringify(done)}`);
  }

  #acknowledged(app: App, command: Deed, before: State, instant: Instant): void {
    judgeMeant(this.#world, before, app.visits.state, command);
    const isMoved = command.type === 'move' || command.type === 'mistake';
    if (isMoved) this.#noteMoved(app, command.visitId);
    if (command.type === 'continue') this.#noteGivenUp(app.visits.state);
    this.lived.did(before, app.visits.state, { command, instant });
    for (const report of app.visits.state.visits.flatMap(reportsOf)) this.promised.add(report.id);
  }

  #undo(app: App): void {
    const ids = app.visits.state.lastAct?.reportIds ?? [];
    // Until the click is acknowledged it may have worked or not.
    for (const id of ids) this.promised.delete(id);
    const done = app.act({ type: 'undo' });
    this.#world.note(`undo ${ids.join(' ')}: ${JSON.stringify(done)}`);
    if (!app.isAlive) return;
    for (const id of ids) (done.ok ? this.takenBack : this.promised).add(id);
  }

  /** Nothing of it is to be reported: what has not left is given up by the technician. */
  #noteMistaken(before: State, visitId: string): void {
    const mistaken = before.visits.filter(({ id }) => id === visitId);
    for (const { id } of mistaken.flatMap(reportsOf)) this.answers.gaveUp.add(id);
  }

  /** Going on with the check-in made elsewhere says that our own, which was stopped for it, was a mistake. */
  #noteGivenUp({ visits }: State): void {
    for (const { id, delivery } of visits.flatMap(reportsOf))
      if (delivery.state === 'discarded') this.answers.gaveUp.add(id);
  }

  #noteMoved(app: App, visitId: string): void {
    for (const { id, movedTo } of app.visits.state.visits)
      if (id === visitId) for (const each of [id, movedTo]) if (each) this.moved.add(each);
  }

  /** Signs in when the session has ended. */
  async signIn(app: App): Promise<void> {
    if (app.session.sender || app.session.restoring || this.#signingIn === app) return;
    this.#signingIn = app;
    const answer = await app.session.signIn(CONNECTION, DEMO_USER.userName, DEMO_USER.password);
    this.#world.note(`sign-in: ${answer.kind}`);
    this.#signingIn = null;
  }

  /** Notes who waits for an answer. */
  notice(app: App): void {
    this.lived.sees(app.visits.state);
    app.questions?.judge();
    for (const visit of app.visits.state.visits) {
      const isGivenUp = visit.pairs.some(({ leftOpen }) => leftOpen !== null);
      const open = reportsOf(visit).filter(needsPerson);
      if (isGivenUp || open.length > 0) this.questioned.add(visit.id);
      for (const report of open) judgeOwnRefusal(this.#world, visit, report);
      // One that was given up makes room for another.
      if (visit.finish?.delivery.state === 'discarded') this.promised.delete(visit.finish.id);
    }
  }

  /** Checks in a colleague at the same second, on the colleague's own record. */
  colleague(app: App | null, order: number): void {
    const workOrderId = ORDERS[order] ?? ORDERS[0];
    const reports =
      app?.visits.state.visits.filter((v) => v.workOrderId === workOrderId).flatMap(reportsOf) ?? [];
    const time = reports.at(-1)?.at.ms ?? this.#world.time.now();
    const at = new Date(time).toISOString();
    addCheckInElsewhere(this.#world.sandbox, {
      workOrderId,
      userId: SECOND_USER.id,
      timeIn: at,
      timeOut: at,
    });
  }
}
