import type { Act } from '../../main/visit/commands.ts';
import { needsPerson, openVisit, pausedVisits, reportsOf, visitsOf } from '../../main/visit/phase.ts';
import { PRIMARY_STATUSES, type PrimaryStatus, type Report, type Visit } from '../../main/visit/types.ts';
import { addCheckInElsewhere } from '../sandbox/control-edits.ts';
import { DEMO_USER, SECOND_USER } from '../sandbox/data-users.ts';
import type { App } from './app.ts';
import type { Doing } from './plan.ts';
import { isHeld } from './truth.ts';
import { CONNECTION, ORDERS, PERSON, SERVER, type World } from './world.ts';

const MINUTE = 60_000;

/** A person at the computer: clicks, signs in when asked to, and answers questions truthfully. */
export class Technician {
  readonly #world: World;
  #signingIn: App | null = null;
  readonly #sentAgain = new Map<string, number>();
  /** Reports whose click was acknowledged. */
  readonly promised = new Set<string>();
  /** Visits that ever waited for a person: others may have gone ahead of them. */
  readonly questioned = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Does one act of a plan, if it can be done now. */
  act(app: App, doing: Doing): void {
    if (doing.what === 'answer') this.answer(app);
    if (doing.what === 'look') app.outbox.kick();
    const command = this.#commandOf(app, doing);
    if (!command) return;
    this.#world.note(`click ${JSON.stringify(command)}`);
    const done = app.act(command);
    if (!done.ok) this.#world.note(`not done: ${JSON.stringify(done)}`);
    if (!done.ok || !app.isAlive) return;
    for (const report of app.visits.state.visits.flatMap(reportsOf)) this.promised.add(report.id);
  }

  #commandOf(app: App, doing: Doing): Act | null {
    const mine = visitsOf(app.visits.state, PERSON.userId, SERVER);
    const open = openVisit(mine);
    const [paused] = pausedVisits(mine);
    const at =
      'earlier' in doing && doing.earlier > 0 ? { at: this.#world.clock() - doing.earlier * MINUTE } : {};
    switch (doing.what) {
      case 'check-in': {
        const workOrderId = ORDERS[doing.order] ?? ORDERS[0];
        return { type: 'check-in', workOrderId, workTypeId: doing.typeId, techsCount: doing.count, ...at };
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
    const held =
      report.delivery.state === 'unconfirmed' && isHeld(this.#world.sandbox, app.visits.state, visit, report);
    const times = this.#sentAgain.get(report.id) ?? 0;
    const givesUp = report.delivery.state === 'refused' && times >= 2;
    const type = held ? 'it-was-recorded' : givesUp ? 'discard' : 'send-again';
    if (type === 'send-again') this.#sentAgain.set(report.id, times + 1);
    const done = app.act({ type, reportId: report.id });
    this.#world.note(`answer ${report.id}: ${type} ${JSON.stringify(done)}`);
    if (!done.ok && 'fault' in done && type === 'send-again')
      app.act({ type: 'discard', reportId: report.id });
  }

  /** Somebody else is there at the same second, and is recorded for himself. */
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
