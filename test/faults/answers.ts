import { problemsOf } from '../../main/views/problems.ts';
import type { Changed } from '../../main/visit/change-commands.ts';
import type { Remedy, StatusChoice } from '../../main/visit/commands.ts';
import { findReport } from '../../main/visit/edit.ts';
import { openVisit, reportsOf } from '../../main/visit/phase.ts';
import type { Leaving, Pair, Report, State, Step, Visit } from '../../main/visit/types.ts';
import type { ChangeView, ProblemView, RemedyName } from '../../preload/contract.ts';
import type { WorkActivity } from '../sandbox/records.ts';
import { leaving } from './acts.ts';
import type { App } from './app.ts';
import type { Lived } from './lived.ts';
import { reopens } from './office.ts';
import { orderSource } from './order-source.ts';
import { isHeld } from './truth.ts';
import { isStepHeld } from './truth-of-steps.ts';
import { PERSON, type World } from './world.ts';

/** So often one report is answered for before it is given up. */
const PATIENCE = 3;

/** When a client does something about what it was told, ms after that. */
const ENTERED_AFTER = 10 * 60_000;

const isThatOf = (each: WorkActivity, { workOrderId }: Visit, { checkIn }: Pair): boolean =>
  each.workOrderId === workOrderId && each.userId === PERSON.userId && each.timeIn === checkIn.at.ms;

const isOpenOf = (each: WorkActivity, visit: Visit, pair: Pair): boolean =>
  isThatOf(each, visit, pair) && each.timeOut === null;

/** The stay whose times the report was to put right. */
const isCorrectedBy = (each: WorkActivity, { workOrderId }: Visit, report: Report): boolean =>
  report.kind === 'activity' &&
  report.was !== null &&
  each.workOrderId === workOrderId &&
  each.userId === PERSON.userId &&
  each.timeIn === report.was.from.ms &&
  each.timeOut === report.was.until.ms;

const isStep = (report: Report): report is Step => !['check-in', 'check-out', 'status'].includes(report.kind);

/** The change of a refused report to something that this ServiceChannel takes. */
function changed(view: ChangeView): Changed | null {
  switch (view.kind) {
    case 'check-in':
      return { kind: view.kind, workTypeId: 1, techsCount: view.techsCount };
    case 'check-out':
      return { kind: view.kind, choice: view.pause ? null : leaving(1) };
    case 'status':
      return { kind: view.kind, choice: leaving(1) };
    case 'codes':
      return { kind: view.kind, codes: view.codes };
    case 'note':
      return { kind: view.kind, text: `${view.text}, said again` };
    case 'activity':
      return null;
  }
}

/** Work that is no repair carries no status. */
const isChoice = (leaving: Leaving | undefined, choice: StatusChoice | null): boolean =>
  leaving?.action !== 'Complete' ||
  choice === null ||
  leaving.primaryStatus === choice.primaryStatus ||
  leaving.primaryStatus === 'NoStatusChange';

/** How a person answers what the app asks about its reports: truthfully, and by its own remedies. */
export class Answers {
  readonly #world: World;
  readonly #lived: Lived;
  readonly #answered = new Map<string, number>();
  /** The last change of each report. */
  readonly #changed = new Map<string, Changed>();
  /** Reports that the technician gave up, knowing it. */
  readonly gaveUp = new Set<string>();

  constructor(world: World, lived: Lived) {
    this.#world = world;
    this.#lived = lived;
  }

  /** Answers what is open now, having looked at what ServiceChannel really holds. */
  answer(app: App): void {
    for (const { id } of app.visits.state.visits) {
      const visit = app.visits.state.visits.find((each) => each.id === id);
      if (!visit) continue;
      for (const problem of problemsOf(visit, orderSource(this.#world))) this.#answerOne(app, visit, problem);
    }
  }

  #answerOne(app: App, visit: Visit, problem: ProblemView): void {
    const { reportId } = problem;
    const times = this.#answered.get(reportId) ?? 0;
    this.#answered.set(reportId, times + 1);
    this.#saysWhatItWasChangedTo(visit, problem);
    const remedy = this.#remedyFor(app.visits.state, visit, problem, times);
    if (!remedy) return;
    this.#do(app, remedy, reportId);
  }

  /** A report that was changed and is refused again says by now what it was changed to. */
  #saysWhatItWasChangedTo({ pairs }: Visit, { reportId, state }: ProblemView): void {
    const to = this.#changed.get(reportId);
    const pair = pairs.find(({ checkIn, checkOut }) => checkIn.id === reportId || checkOut?.id === reportId);
    if (!to || !pair || state !== 'refused') return;
    const says =
      to.kind === 'check-in'
        ? pair.workTypeId === to.workTypeId
        : to.kind !== 'check-out' || isChoice(pair.checkOut?.leaving, to.choice);
    if (!says) this.#world.violate(`changed, and says what it said before: ${reportId}`);
  }

  #do(app: App, remedy: Remedy, reportId: string): void {
    if (remedy.type === 'discard' || remedy.type === 'client-enters' || remedy.type === 'by-phone')
      this.gaveUp.add(reportId);
    const done = app.act(remedy);
    this.#world.note(`answer ${JSON.stringify(remedy)}: ${JSON.stringify(done)}`);
    if (done.ok && remedy.type === 'client-enters') this.#clientEnters(app.visits.state, reportId);
    if (done.ok && remedy.type === 'tell-client') this.#clientReopens(app.visits.state, reportId);
    if (done.ok && remedy.type === 'change') this.#changed.set(reportId, remedy.to);
    else this.#changed.delete(reportId);
    const left = findReport(app.visits.state.visits, reportId)?.report.delivery.state;
    if (done.ok && left === 'discarded') this.#lived.gaveUp(reportId);
    if (done.ok && remedy.type === 'check-in-at') this.#lived.retimed(reportId, remedy.at);
    if (!done.ok && 'fault' in done && remedy.type !== 'discard')
      this.#do(app, { type: 'discard', reportId }, reportId);
  }

  /** Sends what was given up and is still open there; leaves where an earlier stay waits for that. */
  makeWay(app: App): void {
    const { visits } = app.visits.state;
    for (const { checkOut, leftOpen } of visits.flatMap(({ pairs }) => pairs))
      if (checkOut && leftOpen?.stands === 'parked' && leftOpen.reason !== 'not-checked-in')
        app.act({ type: 'without-status', reportId: checkOut.id });
    const open = openVisit(visits);
    const waits = visits.some(
      (visit) =>
        visit.workOrderId === open?.workOrderId &&
        reportsOf(visit).some(({ delivery }) => delivery.state === 'queued'),
    );
    if (!open || !waits) return;
    const before = app.visits.state;
    const instant = { at: this.#world.time.now(), typed: false };
    const command = { type: 'check-out', visitId: open.id, ...leaving(5) } as const;
    const done = app.act(command);
    if (done.ok) this.#lived.did(before, app.visits.state, { command, instant });
  }

  /** One of the remedies that the popup offers, by chance; in the end it is given up. */
  #remedyFor(state: State, visit: Visit, problem: ProblemView, times: number): Remedy | null {
    const { reportId } = problem;
    if (problem.state === 'unconfirmed') return this.#sworn(state, visit, reportId);
    const offered = [...problem.remedies, ...problem.more];
    if (times >= PATIENCE) {
      if (problem.state === 'refused') return { type: 'discard', reportId };
      if (problem.state === 'closed') return { type: 'note-closed', reportId };
      if (offered.includes('tell-client')) return this.#remedy('tell-client', state, visit, problem, times);
      return offered.includes('it-was-recorded') ? this.#closed(visit, reportId) : null;
    }
    const whole = offered.filter((name) => name === 'record-activity' || name === 'correct-record');
    // A remedy for the whole pair is rarely offered, and so preferred.
    const from = whole.length > 0 && this.#world.chance() < 0.6 ? whole : offered;
    const name = from[Math.floor(this.#world.chance() * from.length)];
    return name ? this.#remedy(name, state, visit, problem, times) : null;
  }

  #remedy(
    name: RemedyName,
    state: State,
    visit: Visit,
    { reportId, change, earliest, state: stands }: ProblemView,
    times: number,
  ): Remedy | null {
    switch (name) {
      case 'tell-client':
        return { type: name, reportId, text: `Note ${times} about ${reportId}` };
      case 'check-in-at':
        return earliest && { type: name, reportId, at: earliest.ms, note: `Was there before ${reportId}` };
      case 'change': {
        const to = change && changed(change);
        return to ? { type: name, reportId, to } : { type: 'send-again', reportId };
      }
      case 'it-was-recorded':
        return stands === 'parked' ? this.#closed(visit, reportId) : this.#sworn(state, visit, reportId);
      case 'discard':
      case 'send-again':
      case 'record-activity':
      case 'correct-record':
      case 'by-phone':
      case 'without-status':
      case 'client-enters':
      case 'note-closed':
        return { type: name, reportId };
      default:
        // These open a page or another form.
        return null;
    }
  }

  /** The client enters what it was told of, a while later: an open check-in is closed. */
  #clientEnters(state: State, reportId: string): void {
    const { time, sandbox, closedByOffice } = this.#world;
    const found = findReport(state.visits, reportId);
    const pair = found?.pair;
    if (!found || !pair?.checkOut || pair.reportedBy === 'phone') return;
    const at = pair.checkOut.at.ms;
    const { report } = found;
    time.after(ENTERED_AFTER, () => {
      const other = sandbox.state.activities.find((each) => isCorrectedBy(each, found.visit, report));
      if (other) {
        this.#world.meddled.add(other.workOrderId);
        Object.assign(other, { timeIn: pair.checkIn.at.ms, timeOut: at });
      }
      const open = sandbox.state.activities.find((each) => isOpenOf(each, found.visit, pair));
      if (!open) return;
      open.timeOut = at;
      closedByOffice.push({ workOrderId: open.workOrderId, at });
    });
  }

  /** The client is told of a stay that is open on a completed work order, which takes no check-out. */
  #clientReopens(state: State, reportId: string): void {
    const { visit, pair } = findReport(state.visits, reportId) ?? {};
    if (!visit || pair?.checkOut?.id !== reportId) return;
    this.#world.time.after(ENTERED_AFTER, () => {
      const isOpenThere = this.#world.sandbox.state.activities.some((each) => isOpenOf(each, visit, pair));
      if (isOpenThere) reopens(this.#world, visit.workOrderId);
    });
  }

  /** Says that ServiceChannel has closed the pair, where that is so: not of one that is not there any more. */
  #closed(visit: Visit, reportId: string): Remedy | null {
    const pair = visit.pairs.find(({ checkOut }) => checkOut?.id === reportId);
    const there = this.#world.sandbox.state.activities.filter((each) => pair && isThatOf(each, visit, pair));
    const isClosed = there.length > 0 && there.every(({ timeOut }) => timeOut !== null);
    return isClosed ? { type: 'it-was-recorded', reportId } : null;
  }

  /** Looks at what ServiceChannel really holds. */
  #sworn(state: State, visit: Visit, reportId: string): Remedy | null {
    const { sandbox } = this.#world;
    const report = reportsOf(visit).find(({ id }) => id === reportId);
    if (!report) return null;
    const held = isStep(report)
      ? isStepHeld(this.#world, state, visit, report)
      : isHeld(sandbox, state, visit, report);
    return { type: held ? 'it-was-recorded' : 'send-again', reportId };
  }
}
