import type { CheckInCommand } from './commands.ts';
import { lastPair, reportsOf } from './phase.ts';
import { startOfSecond } from './time.ts';
import {
  type ChosenStatus,
  type Context,
  type Delivery,
  type Leaving,
  type Owner,
  type Pair,
  REPAIR,
  type Report,
  type SetAgain,
  type Stamp,
  type State,
  type Step,
  TRAVEL,
  type Visit,
} from './types.ts';

/** Small immutable edits that the rules are made of. */

/** The state with this visit in the place of the one with its id. */
export const replaceVisit = (state: State, visit: Visit): State => ({
  ...state,
  visits: state.visits.map((known) => (known.id === visit.id ? visit : known)),
});

/** The work type after arriving: the repair type where the given one is travel. */
export const arrivalOf = (typeId: number): number => (typeId === TRAVEL ? REPAIR : typeId);

type Beginning = Pick<CheckInCommand, 'workOrderId' | 'workTypeId' | 'arrivalTypeId' | 'statusBefore'>;

/** A visit that begins: it has no check-in yet. A colleague's is one of several that one command makes. */
export function newVisit(
  ctx: Context,
  { userId, server }: Owner,
  command: Beginning,
  technician = userId,
): Visit {
  return {
    id: technician === userId ? ctx.id : `${ctx.id}.u${technician}`,
    workOrderId: command.workOrderId,
    userId,
    server,
    arrivalTypeId: arrivalOf(command.arrivalTypeId ?? command.workTypeId),
    pairs: [],
    finish: null,
    steps: [],
    statusBefore: command.statusBefore ?? null,
    movedTo: null,
    endedAt: null,
  };
}

/** The visit as it stands in a state made from an earlier one. */
export const again = (state: State, visit: Visit): Visit =>
  state.visits.find((known) => known.id === visit.id) ?? visit;

/** It waits to be sent. */
export const QUEUED = { state: 'queued' } as const;

/** It is not reported any more. */
export const GIVEN_UP = { state: 'discarded' } as const;

/** Told to ServiceChannel by the technician's phone: never sent from here. */
export const BY_PHONE: Delivery = { state: 'recorded', mechanicId: null, by: 'phone' };

/** The client was told, and enters it by hand: never sent from here. */
export const BY_CLIENT: Delivery = { state: 'recorded', mechanicId: null, by: 'client' };

/** Checked in by phone: what follows is phoned as well. */
export const isByPhone = (visit: Visit): boolean => lastPair(visit)?.reportedBy === 'phone';

const firstDelivery = (phoned: boolean): Delivery => (phoned ? BY_PHONE : QUEUED);

/** The fields that every new report has. */
export const freshReport = (state: State, ctx: Context, at: Stamp) => ({
  id: `${ctx.id}.${state.nextSeq}`,
  seq: state.nextSeq,
  at,
  clickedAt: ctx.clickedAt,
  // An earlier time was chosen; the click's own, or the report's before it where the clock went back, follows the clock.
  correction: at.ms >= startOfSecond(ctx.now) ? ctx.now - ctx.clickedAt : null,
  delivery: QUEUED,
});

/** The report at a time that a person gave: it follows no clock, even where that is the second of the click. */
export const asTyped = <R extends Report>(report: R): R => ({ ...report, correction: null });

/** Appends a pair, opened by a check-in at `at`. Its user is that of the pairs before it, else the given one, else the owner. */
export function openPair(
  state: State,
  visit: Visit,
  ctx: Context,
  at: Stamp,
  pair: Pick<Pair, 'workTypeId' | 'techsCount'> & Partial<Pick<Pair, 'userId'>>,
): State {
  const phoned = isByPhone(visit);
  const opened: Pair = {
    id: `${ctx.id}.p${state.nextSeq}`,
    workTypeId: pair.workTypeId,
    techsCount: pair.techsCount,
    userId: visit.pairs[0]?.userId ?? pair.userId ?? visit.userId,
    reportedBy: phoned ? 'phone' : 'app',
    checkIn: { kind: 'check-in', ...freshReport(state, ctx, at), delivery: firstDelivery(phoned) },
    checkOut: null,
    noted: false,
    doubted: false,
    givenUp: [],
    leftOpen: null,
    edits: [],
  };
  const pairs = [...visit.pairs, opened];
  return { ...replaceVisit(state, { ...visit, pairs }), nextSeq: state.nextSeq + 1 };
}

/** Closes the visit's open pair at `at`; the check-out carries that pair's user, type and count by being in it. */
export function closePair(state: State, visit: Visit, ctx: Context, at: Stamp, leaving: Leaving): State {
  const open = lastPair(visit);
  const pairs = visit.pairs.map((pair): Pair => {
    if (pair !== open || pair.checkOut) return pair;
    const delivery = firstDelivery(pair.reportedBy === 'phone');
    const checkOut = { kind: 'check-out' as const, ...freshReport(state, ctx, at), delivery, leaving };
    return { ...pair, checkOut, leftOpen: null };
  });
  return { ...replaceVisit(state, { ...visit, pairs }), nextSeq: state.nextSeq + 1 };
}

/** Sets the status that finishes a paused visit, or sets once more what was set already. */
export function addFinish(
  state: State,
  visit: Visit,
  ctx: Context,
  at: Stamp,
  chosen: ChosenStatus,
  setAgain: SetAgain | null = null,
): State {
  const delivery = firstDelivery(isByPhone(visit));
  const finish = { kind: 'status' as const, ...freshReport(state, ctx, at), delivery, ...chosen, setAgain };
  return { ...replaceVisit(state, { ...visit, finish }), nextSeq: state.nextSeq + 1 };
}

/** Adds what repairs the record of a visit. `made` turns a new report's base into the step. */
export function addStep(
  state: State,
  visit: Visit,
  ctx: Context,
  at: Stamp,
  made: (fresh: ReturnType<typeof freshReport>) => Step,
): State {
  const steps = [...visit.steps, made(freshReport(state, ctx, at))];
  return { ...replaceVisit(state, { ...visit, steps }), nextSeq: state.nextSeq + 1 };
}

const isFinal = ({ state }: Delivery) => state === 'recorded' || state === 'discarded';

/** Sets the delivery of one report. A final one is set on the reports that it replaces as well. */
function mapReport<R extends Report>(report: R, id: string, delivery: Delivery): R {
  const { delivery: now } = report;
  const follows = now.state === 'replaced' && now.by === id && isFinal(delivery);
  return report.id === id || follows ? { ...report, delivery } : report;
}

/** The visit with one report's delivery changed; the same object for everything that is not touched. */
export function setDelivery(visit: Visit, reportId: string, delivery: Delivery): Visit {
  const pairs = visit.pairs.map((pair): Pair => {
    const checkIn = mapReport(pair.checkIn, reportId, delivery);
    const checkOut = pair.checkOut && mapReport(pair.checkOut, reportId, delivery);
    return checkIn === pair.checkIn && checkOut === pair.checkOut ? pair : { ...pair, checkIn, checkOut };
  });
  const steps = visit.steps.map((step) => mapReport(step, reportId, delivery));
  return { ...visit, pairs, steps, finish: visit.finish && mapReport(visit.finish, reportId, delivery) };
}

/** The visit with one of its pairs changed. */
export const setPair = (visit: Visit, changed: Pair): Visit => ({
  ...visit,
  pairs: visit.pairs.map((pair) => (pair.id === changed.id ? changed : pair)),
});

export interface FoundReport {
  readonly visit: Visit;
  readonly report: Report;
  /** The pair it belongs to; none for the status that finishes a visit. */
  readonly pair: Pair | undefined;
}

/** The pair that a report belongs to, or records. */
export const pairOf = (visit: Visit, report: Report): Pair | undefined =>
  visit.pairs.find(
    (pair) =>
      pair.checkIn === report ||
      pair.checkOut === report ||
      pair.givenUp.some((each) => each === report) ||
      (report.kind === 'activity' && report.pairId === pair.id),
  );

/** Finds a report of these visits by its id. */
export function findReport(visits: readonly Visit[], reportId: string): FoundReport | undefined {
  for (const visit of visits) {
    const report = reportsOf(visit).find((each) => each.id === reportId);
    if (report) return { visit, report, pair: pairOf(visit, report) };
  }
  return undefined;
}
