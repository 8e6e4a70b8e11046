import * as v from 'valibot';
import { reportsOf } from '../../main/visit/phase.ts';
import type { Pair, Report, Restore, State, Visit } from '../../main/visit/types.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { RecordedReport } from '../sandbox/state.ts';
import { isFromElsewhere } from './elsewhere.ts';
import { isByOffice } from './office.ts';
import type { Technician } from './technician.ts';
import { judgeFailures } from './truth-of-failures.ts';
import { judgeInstants } from './truth-of-instants.ts';
import { count, judgeOrder, type Local } from './truth-of-order.ts';
import { judgeGivenUpRead, judgePairs } from './truth-of-pairs.ts';
import { judgeSteps, sentAt } from './truth-of-steps.ts';
import type { World } from './world.ts';

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
  ExtendedStatus: v.optional(v.string()),
  Resolution: v.optional(v.string()),
  Note: v.nullish(v.string()),
  Status: v.optional(v.object({ Primary: v.string(), Extended: v.optional(v.string()) })),
});

const AS_STATUS = {
  InProgress: 'IN PROGRESS/',
  WaitingForQuote: 'IN PROGRESS/WAITING FOR QUOTE',
  PartsOnOrder: 'IN PROGRESS/PARTS ON ORDER',
  Incomplete: 'IN PROGRESS/INCOMPLETE',
  Completed: 'COMPLETED/',
} as const;

const said = (...parts: readonly (string | null | undefined)[]): string =>
  parts.map((part) => part ?? '').join('/');

function leavingOf(report: Report): string | null {
  if (report.kind === 'check-in') return null;
  if (report.kind === 'check-out') {
    const { leaving } = report;
    return leaving.action === 'Cancel'
      ? 'Cancel'
      : said('Complete', leaving.primaryStatus, leaving.extendedStatus, leaving.resolution);
  }
  if (report.kind !== 'status') return null;
  const [primary, extended] = AS_STATUS[report.primaryStatus].split('/');
  return said(primary, report.extendedStatus ?? extended, report.resolution);
}

/** The reports of a visit that check in, check out and set its status; steps are judged by themselves. */
const own = (visit: Visit) => reportsOf({ ...visit, steps: [] });

const textOf = (face: Face) => JSON.stringify(Object.values(face));

function faceOf(visit: Visit, pair: Pair | undefined, report: Report): string {
  const own = report.kind === 'status' ? undefined : pair;
  return textOf({
    workOrderId: visit.workOrderId,
    kind: report.kind,
    at: own ? sentAt(visit, own, report) : null,
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
  const left =
    given.ActionStatus === 'Cancel'
      ? 'Cancel'
      : said('Complete', given.PrimaryStatus, given.ExtendedStatus, given.Resolution);
  const status = given.Status && said(given.Status.Primary, given.Status.Extended, given.Note);
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
  const step = standing.find((each) => each.kind === 'activity' && each.pairId === pair?.id);
  if (step?.kind !== 'activity') return true;
  return step.change === 'correct' && (report.kind === 'check-in' || step.was !== null);
}

/** Recorded, and by no other than this app. */
const isSentByUs = ({ delivery }: Report): boolean =>
  delivery.state === 'recorded' && delivery.by !== 'phone' && delivery.by !== 'client';

const localOf = (state: State): readonly Local[] =>
  state.visits.flatMap((visit) =>
    own(visit).map((report) => {
      const pair = visit.pairs.find((each) => each.checkIn === report || each.checkOut === report);
      return { visit, report, face: faceOf(visit, pair, report) };
    }),
  );

/** Whether ServiceChannel holds this very report, beside those of the same face that are recorded already. */
export function isHeld(sandbox: Sandbox, state: State, visit: Visit, report: Report): boolean {
  const all = localOf(state);
  const face = all.find((each) => each.report.id === report.id && each.visit.id === visit.id)?.face ?? '';
  const known = all.filter((each) => each.face === face && each.report.delivery.state === 'recorded').length;
  return count(sandbox.reports.filter(isOwnRecord).map(faceOfRecord), face) > known;
}

/** The records that check-ins, check-outs and statuses of ours have made. */
const recordsOf = ({ sandbox }: World): readonly string[] =>
  sandbox.reports.filter(isOwnRecord).map(faceOfRecord);

/** Statuses that were put back by a step of its own, which looks the same; how often does no harm. */
const restoredIn = ({ visits }: State): readonly string[] =>
  visits.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'restore' && step.status ? [restoreFace(step)] : [])),
  );

const restoreFace = ({ workOrderId, status }: Restore) =>
  textOf({
    workOrderId,
    kind: 'status',
    at: null,
    userId: null,
    typeId: null,
    count: null,
    leaving: said(status?.primary, status?.extended, null),
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
    lived,
    answers,
  }: Pick<Technician, 'promised' | 'takenBack' | 'questioned' | 'moved' | 'lived' | 'answers'>,
): void {
  const all = localOf(state);
  const restored = [
    ...restoredIn(state),
    // The part after a break checks in once more, so the status is set again behind it.
    ...all
      .filter(({ visit, report }) => report.kind === 'status' && lived.putRight.has(visit.id))
      .map(({ face }) => face),
    ...lived.statuses.map(({ visit, report }) => faceOf(visit, undefined, report)),
  ];
  const held = recordsOf(world).filter((face) => !restored.includes(face));
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
    .filter(
      ({ visit, report }) =>
        isSentByUs(report) && isOwnRequest(visit, report) && !isFromElsewhere(world, state, visit, report),
    )
    .map(({ face }) => face);
  const byOffice = all.filter(({ visit, report }) => isByOffice(world, visit, report));
  const gone = [...world.takenAway.map(faceOfRecord), ...byOffice.map(({ face }) => face)];
  for (const face of new Set([...held, ...recorded])) {
    const [there, believed] = [count(held, face), count(recorded, face)];
    if (restored.includes(face)) continue;
    // Of what the office took away, or made itself, there is no record.
    const missing = believed - there;
    if (missing < 0 || missing > count(gone, face))
      world.violate(`${believed} believed, ${there} recorded: ${face}`);
  }
  judgeStatuses(world, all, restoredIn(state));
  if (world.violations.length > 0) return;
  judgeSteps(world, state);
  const apart = all.filter(({ visit, report }) => isFromElsewhere(world, state, visit, report));
  const unordered = new Set([...lived.putRight, ...apart.map(({ visit }) => visit.id)]);
  judgeOrder(world, all, held, new Set([...questioned, ...moved]), unordered, lived);
  judgePairs(world, state);
  judgeGivenUpRead(world, state);
  judgeFailures(world, state);
  judgeInstants(world, state, lived);
  judgeGivenUp(world, state, promised, answers.gaveUp);
}

/** Checks that the app believes in the status that ServiceChannel was told last of each work order, where no check-in came since. */
function judgeStatuses(world: World, all: readonly Local[], restored: readonly string[]): void {
  const last = new Map(
    world.sandbox.reports.filter(isOwnRecord).map((record) => [record.workOrderId, record] as const),
  );
  const believed = all.filter(({ report }) => report.delivery.state === 'recorded').map(({ face }) => face);
  for (const record of last.values()) {
    const face = faceOfRecord(record);
    if (record.kind === 'status' && !believed.includes(face) && !restored.includes(face))
      world.violate(`set there, and not here: ${face}`);
  }
}

/** Checks that reports were given up by the technician alone, or by a move. */
function judgeGivenUp(
  world: World,
  { visits }: State,
  promised: ReadonlySet<string>,
  gaveUp: ReadonlySet<string>,
): void {
  for (const visit of visits) {
    if (visit.movedTo !== null || reportsOf(visit).some(({ id }) => gaveUp.has(id))) continue;
    for (const { id, delivery } of own(visit))
      if (delivery.state === 'discarded' && promised.has(id)) world.violate(`given up by nobody: ${id}`);
  }
}
