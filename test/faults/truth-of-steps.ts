import * as v from 'valibot';
import { livePairs, orderOf } from '../../main/visit/phase.ts';
import type {
  ActivityReport,
  Codes,
  Deletion,
  Pair,
  Report,
  State,
  Step,
  Visit,
} from '../../main/visit/types.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { PERSON, type World } from './world.ts';

/** Checks the steps of repairs at ServiceChannel, when all is done. */

const Times = v.object({ CheckInDate: v.string(), CheckOutDate: v.string() });

const added = ({ reports }: Sandbox, visit: Visit, pair: Pair): number =>
  reports.filter((report) => {
    const { workOrderId } = visit;
    if (report.kind !== 'activity-added' || report.workOrderId !== workOrderId) return false;
    const { CheckInDate, CheckOutDate } = v.parse(Times, JSON.parse(report.body));
    return (
      pair.checkOut !== null &&
      Date.parse(CheckInDate) === sentAt(visit, pair, pair.checkIn) &&
      Date.parse(CheckOutDate) === sentAt(visit, pair, pair.checkOut)
    );
  }).length;

const activities = ({ state }: Sandbox, workOrderId: number, from: number, to: number | undefined) =>
  state.activities.filter(
    (each) =>
      each.workOrderId === workOrderId &&
      each.userId === PERSON.userId &&
      each.timeIn === from &&
      each.timeOut === to,
  ).length;

const notes = ({ state }: Sandbox, text: string) => state.notes.filter((note) => note.text === text).length;

/** The time that a report was sent with: its pair may have been put right since. */
export function sentAt({ steps }: Visit, { id }: Pair, { kind, at }: Report): number {
  const first = steps.find((step) => step.kind === 'activity' && step.pairId === id && step.was !== null);
  const was = first?.kind === 'activity' ? first.was : null;
  if (!was) return at.ms;
  return kind === 'check-in' ? was.from.ms : was.until.ms;
}

const pairOf = (visit: Visit, step: ActivityReport): Pair | undefined =>
  visit.pairs.find(({ id }) => id === step.pairId);

/** The office has given it other times, and it is still there. */
const isChanged = ({ changed, sandbox }: World, { workOrderId, from }: Deletion): boolean =>
  changed.some(
    ({ activity, from: was }) =>
      was === from.ms && activity.workOrderId === workOrderId && sandbox.state.activities.includes(activity),
  );

/**
 * Gone, but for a pair of ours that has come there with the same times since, or was there beside it; and for another of
 * the same second whose deletion was given up.
 */
function isGone(world: World, state: State, deletion: Deletion): boolean {
  const { workOrderId, from, to } = deletion;
  if (isChanged(world, deletion)) return false;
  const left = state.visits
    .flatMap(({ steps }) => steps)
    .filter(
      (step) =>
        step.kind === 'deletion' &&
        step.delivery.state === 'discarded' &&
        step.workOrderId === workOrderId &&
        step.from.ms === from.ms &&
        step.to.ms === to.ms,
    );
  const ours = state.visits
    .filter((visit) => visit.workOrderId === workOrderId)
    .flatMap(livePairs)
    .filter(({ checkIn, checkOut }) => checkIn.at.ms === from.ms && checkOut?.at.ms === to.ms);
  return activities(world.sandbox, workOrderId, from.ms, to.ms) <= ours.length + left.length;
}

/** Codes may be set again without harm: at most once. */
function heldCodes(sandbox: Sandbox, workOrderId: number, { list, codes }: Codes): number {
  const held = sandbox.state.workOrders.find(({ id }) => id === workOrderId)?.held;
  const there = list === 'resolution' ? held?.codes : held?.rootCauses;
  return codes.every(({ id }) => there?.some((each) => each.key === id)) ? 1 : 0;
}

/** The office has given the stay other times when it had those of the pair. */
const wasChangedSince = ({ changed }: World, { workOrderId }: Visit, { checkIn, checkOut }: Pair): boolean =>
  changed.some(
    ({ activity, from, to }) =>
      activity.workOrderId === workOrderId && from === checkIn.at.ms && to === checkOut?.at.ms,
  );

/** How often ServiceChannel holds what a step asked for; of what may be asked for twice without harm, at most once. */
function held(world: World, state: State, visit: Visit, step: Step): number {
  const { sandbox } = world;
  switch (step.kind) {
    case 'note':
      return notes(sandbox, step.text);
    case 'activity': {
      const pair = pairOf(visit, step);
      if (!pair) return 0;
      if (step.change === 'add') return added(sandbox, visit, pair);
      const to = pair.checkOut?.at.ms;
      if (!step.held && wasChangedSince(world, visit, pair)) return 1;
      return Math.min(1, activities(sandbox, visit.workOrderId, pair.checkIn.at.ms, to));
    }
    case 'codes':
      return heldCodes(sandbox, visit.workOrderId, step);
    case 'deletion':
      return isGone(world, state, step) ? 1 : 0;
    case 'restore': {
      const status = sandbox.state.workOrders.find(({ id }) => id === step.workOrderId)?.status;
      return status?.primary === step.status?.primary && status?.extended === step.status?.extended ? 1 : 0;
    }
  }
}

/** Whether ServiceChannel holds what this step asked for. */
export const isStepHeld = (world: World, state: State, visit: Visit, step: Step): boolean =>
  held(world, state, visit, step) > 0;

/** Each step was taken once, or not at all where it was given up. */
export function judgeSteps(world: World, state: State): void {
  for (const visit of state.visits) {
    for (const step of visit.steps) {
      const there = held(world, state, visit, step);
      // Given up, or in the client's hands.
      const given =
        step.delivery.state === 'discarded' ||
        (step.delivery.state === 'recorded' && step.delivery.by === 'client');
      const what = `${step.kind} ${step.id} of ${orderOf(visit, step)}`;
      if (step.kind === 'note' || (step.kind === 'activity' && step.change === 'add')) {
        if (there !== (given ? 0 : 1)) world.violate(`${there} of ${what}, ${step.delivery.state}`);
      } else if (!given && there === 0 && isStillMeant(visit, step)) world.violate(`not done: ${what}`);
    }
  }
}

/** A corrected pair may have been moved away since, as codes may, and a status changed by the next check-in. */
const isStillMeant = (visit: Visit, step: Step) =>
  step.kind === 'deletion' || ((step.kind === 'activity' || step.kind === 'codes') && visit.movedTo === null);
