import { readWorkOrder } from '../../main/servicechannel/work-order.ts';
import type { KnownWorkOrder } from '../../main/storage/work-orders.ts';
import { type OrderSource, problemsOf } from '../../main/views/problems.ts';
import type { Act, Move, Remedy } from '../../main/visit/commands.ts';
import { needsPerson, openVisit, pausedVisits, reportsOf, visitsOf } from '../../main/visit/phase.ts';
import {
  type OrderStatus,
  PRIMARY_STATUSES,
  type PrimaryStatus,
  type Report,
  type Step,
  type Visit,
} from '../../main/visit/types.ts';
import { addCheckInElsewhere } from '../sandbox/control-edits.ts';
import { DEMO_USER, SECOND_USER } from '../sandbox/data-users.ts';
import type { App } from './app.ts';
import type { Doing } from './plan.ts';
import { isHeld } from './truth.ts';
import { isStepHeld } from './truth-of-steps.ts';
import { CONNECTION, ORDERS, PERSON, SERVER, type World } from './world.ts';

const MINUTE = 60_000;

/** The remedies that this technician uses; the others need a fact that no plan has. */
const REMEDIES = { 'send-again': 1, 'tell-client': 1, 'record-activity': 1, 'correct-record': 1 };

const isStep = (report: Report): report is Step => !['check-in', 'check-out', 'status'].includes(report.kind);

/** A person at the computer: clicks, signs in when asked to, and answers questions truthfully. */
export class Technician {
  readonly #world: World;
  #signingIn: App | null = null;
  readonly #answered = new Map<string, number>();
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
  }

  /** Does one act of a plan, if it can be done now. */
  act(app: App, doing: Doing): void {
    if (doing.what === 'answer') this.answer(app);
    if (doing.what === 'look') app.outbox.kick();
    if (doing.what === 'lock') app.core.endUndo();
    if (doing.what === 'undo') this.#undo(app);
    const command = this.#commandOf(app, doing);
    if (!command) return;
    this.#world.note(`click ${JSON.stringify(command)}`);
    const done = app.act(command);
    if (!done.ok) this.#world.note(`not done: ${JSON.stringify(done)}`);
    if (!done.ok || !app.isAlive) return;
    if (command.type === 'move') this.#noteMoved(app, command.visitId);
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

  #noteMoved(app: App, visitId: string): void {
    for (const { id, movedTo } of app.visits.state.visits)
      if (id === visitId) for (const each of [id, movedTo]) if (each) this.moved.add(each);
  }

  /** The work order's status at ServiceChannel now. */
  #statusOf(workOrderId: number): OrderStatus | null {
    return this.#world.sandbox.state.workOrders.find(({ id }) => id === workOrderId)?.status ?? null;
  }

  #commandOf(app: App, doing: Doing): Act | Move | null {
    const mine = visitsOf(app.visits.state, { userId: PERSON.userId, server: SERVER });
    const open = openVisit(mine);
    const [paused] = pausedVisits(mine);
    const at =
      'earlier' in doing && doing.earlier > 0 ? { at: this.#world.clock() - doing.earlier * MINUTE } : {};
    switch (doing.what) {
      case 'check-in': {
        const workOrderId = ORDERS[doing.order] ?? ORDERS[0];
        const known = { workOrderId, statusBefore: this.#statusOf(workOrderId) };
        return { type: 'check-in', ...known, workTypeId: doing.typeId, techsCount: doing.count, ...at };
      }
      case 'move': {
        const visit = open ?? paused;
        const workOrderId = ORDERS[doing.order] ?? ORDERS[0];
        const statusBefore = this.#statusOf(workOrderId);
        return visit ? { type: 'move', visitId: visit.id, workOrderId, statusBefore } : null;
      }
      case 'arrived':
      case 'pause':
        return open ? { type: doing.what, visitId: open.id, ...at } : null;
      case 'check-out':
        return open ? { type: 'check-out', visitId: open.id, ...leaving(doing.status), ...at } : null;
      case 'change-crew':
        return open ? { type: 'change-crew', visitId: open.id, techsCount: doing.count, ...at } : null;
      case 'resume':
        return paused ? { type: 'resume', visitId: paused.id, ...at } : null;
      case 'finish':
        return paused ? { type: 'finish', visitId: paused.id, ...leaving(doing.status), ...at } : null;
      default:
        return null;
    }
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
    for (const visit of app.visits.state.visits) {
      if (reportsOf(visit).some(needsPerson)) this.questioned.add(visit.id);
    }
  }

  /** Answers what is open now, having looked at what ServiceChannel really holds. */
  answer(app: App): void {
    for (const visit of app.visits.state.visits) {
      for (const report of reportsOf(visit).filter(needsPerson)) this.#answerOne(app, visit, report);
    }
  }

  #answerOne(app: App, visit: Visit, report: Report): void {
    const times = this.#answered.get(report.id) ?? 0;
    this.#answered.set(report.id, times + 1);
    const remedy =
      report.delivery.state === 'unconfirmed'
        ? this.#sworn(app, visit, report)
        : this.#remedyFor(visit, report, times);
    const done = app.act(remedy);
    this.#world.note(`answer ${JSON.stringify(remedy)}: ${JSON.stringify(done)}`);
    if (!done.ok && 'fault' in done) app.act({ type: 'discard', reportId: report.id });
  }

  /** Sends what was given up and is still open there; leaves where an earlier stay waits for that. */
  makeWay(app: App): void {
    const { visits } = app.visits.state;
    for (const { checkOut, leftOpen } of visits.flatMap(({ pairs }) => pairs))
      if (checkOut && leftOpen?.stands === 'parked')
        app.act({ type: 'without-status', reportId: checkOut.id });
    const open = openVisit(visits);
    const waits = visits.some(
      (visit) =>
        visit.id !== open?.id &&
        visit.workOrderId === open?.workOrderId &&
        reportsOf(visit).some(({ delivery }) => delivery.state === 'queued'),
    );
    if (open && waits) app.act({ type: 'check-out', visitId: open.id, ...leaving(5) });
  }

  /** Looks at what ServiceChannel really holds. */
  #sworn(app: App, visit: Visit, report: Report): Remedy {
    const { sandbox } = this.#world;
    const held = isStep(report)
      ? isStepHeld(sandbox, app.visits.state, visit, report)
      : isHeld(sandbox, app.visits.state, visit, report);
    return { type: held ? 'it-was-recorded' : 'send-again', reportId: report.id };
  }

  /** One of the remedies that the popup offers, by chance; the third time it is given up. */
  #remedyFor(visit: Visit, report: Report, times: number): Remedy {
    const reportId = report.id;
    const problem = problemsOf(visit, this.#orders()).find((each) => each.reportId === reportId);
    const known = (problem?.remedies ?? []).filter((name) => name in REMEDIES);
    // A remedy for the whole pair is rarely offered, and so preferred.
    const whole = known.filter((name) => name === 'record-activity' || name === 'correct-record');
    const offered = whole.length > 0 && this.#world.chance() < 0.7 ? whole : known;
    const name = offered[Math.floor(this.#world.chance() * offered.length)];
    if (times >= 3 || !problem || !name) return { type: 'discard', reportId };
    if (name === 'tell-client') return { type: name, reportId, text: `Note ${times} about ${reportId}` };
    if (name === 'record-activity' || name === 'correct-record') return { type: name, reportId };
    return { type: 'send-again', reportId };
  }

  #orders(): OrderSource {
    const known = (id: number): KnownWorkOrder => {
      const status = this.#statusOf(id);
      const given = { Id: id, Status: { Primary: status?.primary, Extended: status?.extended } };
      const order = readWorkOrder(given);
      if (!order) throw new Error(`no work order ${id}`);
      return { order, workTypes: [], lacksPermission: false };
    };
    return { known, isFresh: () => true, now: this.#world.clock() };
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

function leaving(status: number): {
  primaryStatus: PrimaryStatus;
  extendedStatus?: string;
  resolution?: string;
} {
  const primaryStatus = PRIMARY_STATUSES[status] ?? 'Incomplete';
  // A name that no list has: refused with 904.
  if (status >= PRIMARY_STATUSES.length) return { primaryStatus, extendedStatus: 'NO SUCH STATUS' };
  return { primaryStatus, resolution: 'Tightened the valve' };
}
