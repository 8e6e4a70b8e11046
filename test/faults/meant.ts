import type { Mistake, Move } from '../../main/visit/commands.ts';
import { lastPair, livePairs, reportsOf } from '../../main/visit/phase.ts';
import type { Pair, Report, State, Visit } from '../../main/visit/types.ts';
import { REPAIR } from '../../main/visit/types.ts';
import { isCorrection, judgeCorrection } from './corrections.ts';
import type { Deed } from './lived.ts';
import type { World } from './world.ts';

/** Checks that an act made what the technician meant by it: the work order, the type, the count and the status. */

interface Made {
  readonly visit: Visit;
  readonly pair: Pair | undefined;
  readonly report: Report;
}

function madeIn(before: State, after: State): readonly Made[] {
  const known = new Set(before.visits.flatMap(reportsOf).map(({ id }) => id));
  return after.visits.flatMap((visit) =>
    reportsOf(visit)
      .filter(({ id }) => !known.has(id))
      .map((report) => ({
        visit,
        report,
        pair: visit.pairs.find(({ checkIn, checkOut }) => checkIn === report || checkOut === report),
      })),
  );
}

/** An act as one word for each report that it makes. */
function wordOf({ visit, pair, report }: Made): string {
  const where = `${visit.workOrderId}`;
  if (report.kind === 'check-in') return `${where} in ${pair?.workTypeId} ${pair?.techsCount}`;
  if (report.kind === 'status') return `${where} ${report.primaryStatus} ${report.resolution ?? ''}`;
  if (report.kind !== 'check-out') return '';
  const { leaving } = report;
  if (leaving.action === 'Cancel') return `${where} pause`;
  // Only a repair's check-out carries a status.
  return pair?.workTypeId === REPAIR
    ? `${where} ${leaving.primaryStatus} ${leaving.resolution ?? ''}`
    : `${where} out`;
}

/** The word of the report that the act is about; null where it makes none of its own, or several alike. */
function meantBy(before: State, act: Deed): string | null {
  if (act.type === 'check-in') return `${act.workOrderId} in ${act.workTypeId} ${act.techsCount}`;
  const visit = 'visitId' in act ? before.visits.find(({ id }) => id === act.visitId) : undefined;
  const last = visit && lastPair(visit);
  if (!visit || !last) return null;
  switch (act.type) {
    case 'arrived':
      return `${visit.workOrderId} in ${visit.arrivalTypeId} ${last.techsCount}`;
    case 'pause':
      return `${visit.workOrderId} pause`;
    case 'resume':
      return `${visit.workOrderId} in ${last.workTypeId} ${last.techsCount}`;
    case 'change-crew':
      return last.techsCount === act.techsCount
        ? null
        : `${visit.workOrderId} in ${last.workTypeId} ${act.techsCount}`;
    case 'check-out':
      return last.workTypeId === REPAIR
        ? `${visit.workOrderId} ${act.primaryStatus} ${act.resolution ?? ''}`
        : `${visit.workOrderId} out`;
    case 'finish':
      return act.primaryStatus === 'NoStatusChange'
        ? null
        : `${visit.workOrderId} ${act.primaryStatus} ${act.resolution ?? ''}`;
    default:
      return null;
  }
}

/** The visit, or the one that took its place, is on the work order that was typed. */
function judgeMove(world: World, { visits }: State, { visitId, workOrderId }: Move): void {
  const visit = visits.find(({ id }) => id === visitId);
  const right = visits.find(({ id }) => id === (visit?.movedTo ?? visitId));
  if (right?.workOrderId !== workOrderId)
    world.violate(`meant ${workOrderId}, and moved to ${right?.workOrderId}`);
}

/** Nothing of a visit that was none counts any more. */
function judgeMistake(world: World, { visits }: State, { visitId }: Mistake): void {
  const visit = visits.find(({ id }) => id === visitId);
  if (visit && livePairs(visit).length > 0) world.violate(`no visit, and still one: ${visitId}`);
}

/** Judges one act that was acknowledged. */
export function judgeMeant(world: World, before: State, after: State, act: Deed): void {
  if (act.type === 'move') judgeMove(world, after, act);
  if (act.type === 'mistake') judgeMistake(world, after, act);
  if (isCorrection(act)) judgeCorrection(world, before, after, act);
  const meant = meantBy(before, act);
  if (meant === null) return;
  const made = madeIn(before, after).map(wordOf);
  if (!made.includes(meant)) world.violate(`meant “${meant}”, and made “${made.join(', ')}”`);
}
