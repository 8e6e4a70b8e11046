import * as v from 'valibot';
import { isOpen, livePairs, reportsOf } from '../../main/visit/phase.ts';
import type { Pair, Report, Restore, State, Visit } from '../../main/visit/types.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { RecordedReport } from '../sandbox/state.ts';
import { isByOffice } from './office.ts';
import type { Technician } from './technician.ts';
import { judgeSteps } from './truth-of-steps.ts';
import { PERSON, type World } from './world.ts';

/** The fields of a report at ServiceChannel, listed here again: the app's own list would prove nothing. */
interface Face {
  readonly workOrderId: number;
  readonly kind: string;
  /** Ms; none for a status. */
  readonly at: number | null;
  readonly userId: number | null;
  readonly typeId: number | null;
  readonly count: number | null;
  readonly leaving: string | null;
}

const Body = v.object({
  CheckInTime: v.optional(v.string()),
  CheckOutTime: v.optional(v.string()),
  UserId: v.optional(v.number()),
  WorkTypeId: v.optional(v.number()),
  TechsCount: v.optional(v.number()),
  ActionStatus: v.optional(v.string()),
  PrimaryStatus: v.optional(v.string()),
  Status: v.optional(v.object({ Primary: v.string(), Extended: v.optional(v.string()) })),
});

const AS_STATUS = {
  InProgress: 'IN PROGRESS/',
  WaitingForQuote: 'IN PROGRESS/WAITING FOR QUOTE',
  PartsOnOrder: 'IN PROGRESS/PARTS ON ORDER',
  Incomplete: 'IN PROGRESS/INCOMPLETE',
  Completed: 'COMPLETED/',
} as const;

function leavingOf(report: Report): string | null {
  if (report.kind === 'check-in') return null;
  if (report.kind === 'check-out') {
    return report.leaving.action === 'Cancel' ? 'Cancel' : `Complete ${report.leaving.primaryStatus}`;
  }
  if (report.kind !== 'status') return null;
  const status = AS_STATUS[report.primaryStatus];
  return report.extendedStatus ? `${status.split('/')[0]}/${report.extendedStatus}` : status;
}

/** The reports of a visit that check in, check out and set its status; steps are judged by themselves. */
const own = (visit: Visit) => reportsOf({ ...visit, steps: [] });

const textOf = (face: Face) => JSON.stringify(Object.values(face));

function faceOf(visit: Visit, pair: Pair | undefined, report: Report): string {
  const own = report.kind === 'status' ? undefined : pair;
  return textOf({
    workOrderId: visit.workOrderId,
    kind: report.kind,
    at: own ? report.at.ms : null,
    userId: own?.userId ?? null,
    typeId: own?.workTypeId ?? null,
    count: own?.techsCount ?? null,
    leaving: leavingOf(report),
  });
}

const isOwnRecord = ({ kind }: RecordedReport) => ['check-in', 'check-out', 'status'].includes(kind);

function faceOfRecord({ workOrderId, kind, body }: RecordedReport): string {
  const given = v.parse(Body, JSON.parse(body));
  const time = given.CheckInTime ?? given.CheckOutTime;
  const left = given.ActionStatus === 'Cancel' ? 'Cancel' : `Complete ${given.PrimaryStatus}`;
  const status = given.Status && `${given.Status.Primary}/${given.Status.Extended ?? ''}`;
  return textOf({
    workOrderId,
    kind,
    at: time === undefined ? null : Date.parse(time),
    userId: given.UserId ?? null,
    typeId: given.WorkTypeId ?? null,
    count: given.TechsCount ?? null,
    leaving: kind === 'check-in' ? null : (status ?? left),
  });
}

/** Checked in and out by requests of their own: not what a work activity replaced. */
function isOwnRequest({ pairs, steps }: Visit, report: Report): boolean {
  const pair = pairs.find((each) => each.checkIn === report || each.checkOut === report);
  const standing = steps.filter(({ delivery }) => delivery.state !== 'discarded');
  const step = standing.findLast((each) => each.kind === 'activity' && each.pairId === pair?.id);
  return step?.kind !== 'activity' || (step.change === 'correct' && report.kind === 'check-in');
}

interface Local {
  readonly visit: Visit;
  readonly report: Report;
  readonly face: string;
}

const localOf = (state: State): readonly Local[] =>
  state.visits.flatMap((visit) =>
    own(visit).map((report) => {
      const pair = visit.pairs.find((each) => each.checkIn === report || each.checkOut === report);
      return { visit, report, face: faceOf(visit, pair, report) };
    }),
  );

const count = (faces: readonly string[], face: string) => faces.filter((each) => each === face).length;

/** Whether ServiceChannel holds this very report, beside those of the same face that are recorded already. */
export function isHeld(sandbox: Sandbox, state: State, visit: Visit, report: Report): boolean {
  const all = localOf(state);
  const face = all.find((each) => each.report.id === report.id && each.visit.id === visit.id)?.face ?? '';
  const known = all.filter((each) => each.face === face && each.report.delivery.state === 'recorded').length;
  return count(sandbox.reports.filter(isOwnRecord).map(faceOfRecord), face) > known;
}

/** The records that check-ins, check-outs and statuses of ours have made; a status that was put back is a step's. */
function recordsOf(world: World, state: State): readonly string[] {
  const restored = state.visits.flatMap((visit) =>
    visit.steps.flatMap((step) => (step.kind === 'restore' && step.status ? [restoreFace(step)] : [])),
  );
  return world.sandbox.reports
    .filter(isOwnRecord)
    .map(faceOfRecord)
    .filter((face) => !restored.includes(face));
}

const restoreFace = ({ workOrderId, status }: Restore) =>
  textOf({
    workOrderId,
    kind: 'status',
    at: null,
    userId: null,
    typeId: null,
    count: null,
    leaving: `${status?.primary}/${status?.extended ?? ''}`,
  });

/** Compares what the app believes with what ServiceChannel holds, when all is done. */
export function judge(
  world: World,
  state: State,
  {
    promised,
    takenBack,
    questioned,
    moved,
  }: Pick<Technician, 'promised' | 'takenBack' | 'questioned' | 'moved'>,
): void {
  const all = localOf(state);
  const held = recordsOf(world, state);
  const reports = state.visits.flatMap(reportsOf);
  for (const id of promised) {
    if (!reports.some((report) => report.id === id)) world.violate(`acknowledged, and gone: ${id}`);
  }
  for (const { id } of reports) if (takenBack.has(id)) world.violate(`taken back, and there again: ${id}`);
  for (const report of reports) {
    const { state: delivery } = report.delivery;
    if (delivery !== 'recorded' && delivery !== 'discarded') world.violate(`still ${delivery}: ${report.id}`);
  }
  const recorded = all
    .filter(({ visit, report }) => report.delivery.state === 'recorded' && isOwnRequest(visit, report))
    .map(({ face }) => face);
  const byOffice = all.filter(({ visit, report }) => isByOffice(world, visit, report));
  const gone = [...world.takenAway.map(faceOfRecord), ...byOffice.map(({ face }) => face)];
  for (const face of new Set([...held, ...recorded])) {
    const [there, believed] = [count(held, face), count(recorded, face)];
    // Of what the office took away, or made itself, there is no record.
    const missing = believed - there;
    if (missing < 0 || missing > count(gone, face))
      world.violate(`${believed} believed, ${there} recorded: ${face}`);
  }
  if (world.violations.length > 0) return;
  judgeSteps(world, state);
  judgeOrder(world, all, held, new Set([...questioned, ...moved]));
  judgePairs(world, state, questioned);
  judgeOpen(world, state);
}

/** Reports of one work order came in the order of their times, but for visits that had to wait for a person. */
function judgeOrder(
  world: World,
  all: readonly Local[],
  held: readonly string[],
  questioned: ReadonlySet<string>,
): void {
  const left = [...all].filter(({ report }) => report.delivery.state === 'recorded');
  const last = new Map<string, Local>();
  for (const face of held) {
    const index = left.findIndex((each) => each.face === face);
    const [local] = left.splice(index, 1);
    // Two of one face at one instant: nobody can say which came first.
    if (!local || count(held, face) > 1) continue;
    const { visit, report } = local;
    const keys = [`visit ${visit.id}`, ...(questioned.has(visit.id) ? [] : [`order ${visit.workOrderId}`])];
    for (const key of keys) {
      const before = last.get(key)?.report;
      if (before && before.at.ms > report.at.ms)
        world.violate(`out of order: ${report.id} after ${before.id}`);
      last.set(key, local);
    }
  }
}

/**
 * Checks that every pair that ServiceChannel holds open is on site here, or shown as still open there (DESIGN.md,
 * rule 4).
 */
function judgeOpen(world: World, state: State): void {
  const pairs = state.visits.flatMap((visit) => visit.pairs.map((pair) => ({ visit, pair })));
  for (const { workOrderId, userId, timeIn, timeOut } of world.sandbox.state.activities) {
    if (timeOut !== null || userId !== PERSON.userId) continue;
    const known = pairs.some(({ visit, pair }) => {
      if (visit.workOrderId !== workOrderId || pair.checkIn.at.ms !== timeIn) return false;
      return pair.leftOpen?.stands === 'parked' || (!pair.checkOut && isOpen(visit));
    });
    if (!known)
      world.violate(`open there and not in sight: ${workOrderId} since ${new Date(timeIn).toISOString()}`);
  }
}

/** ServiceChannel's work activities are our pairs, where no refusal has come between. */
function judgePairs(world: World, state: State, questioned: ReadonlySet<string>): void {
  const { activities } = world.sandbox.state;
  for (const visit of state.visits) {
    const here = state.visits.filter((other) => other.workOrderId === visit.workOrderId);
    if (here.some((other) => questioned.has(other.id)) || world.meddled.has(visit.workOrderId)) continue;
    for (const pair of livePairs(visit)) {
      const same = activities.find(
        (each) =>
          each.workOrderId === visit.workOrderId &&
          each.userId === pair.userId &&
          each.workTypeId === pair.workTypeId &&
          each.techsCount === pair.techsCount &&
          each.timeIn === pair.checkIn.at.ms &&
          each.timeOut === (pair.checkOut?.at.ms ?? null),
      );
      if (!same) world.violate(`no such work activity: pair ${pair.id}`);
    }
  }
}
