import type { Command } from '../../../main/visit/commands.ts';
import { findReport } from '../../../main/visit/edit.ts';
import { isOpen, lastPair, reportsOf } from '../../../main/visit/phase.ts';
import type { Pair, Report, State, Step, Visit } from '../../../main/visit/types.ts';
import { certain } from './support.ts';

/** An open check-in that ServiceChannel holds: the report that made it, and its work order and user. */
interface OpenThere {
  readonly checkInId: string;
  readonly of: string;
  readonly from: number;
}

const placeOf = ({ userId, workOrderId }: Pick<Visit, 'userId' | 'workOrderId'>) =>
  `${userId} on ${workOrderId}`;

/** The open check-ins that ServiceChannel holds, as the outcomes of reports tell it. Rules are not asked. */
export class Held {
  open: readonly OpenThere[] = [];
  readonly #ever = new Set<string>();
  /** The words of each request that ServiceChannel should never get. */
  readonly odd: string[] = [];

  isOpen(checkInId: string): boolean {
    return this.open.some((each) => each.checkInId === checkInId);
  }

  /** Was it ever on ServiceChannel's record? */
  wasThere(checkInId: string): boolean {
    return this.#ever.has(checkInId);
  }

  /** The client, or its automatic check-out, closes it; or takes it away. */
  close(checkInId: string): void {
    this.open = this.open.filter((each) => each.checkInId !== checkInId);
  }

  /** A command was done. `truth`: whether an unconfirmed report had been recorded, where that is given up. */
  follow(command: Command, before: State, truth: boolean): void {
    if (!('reportId' in command)) return;
    const { visit, report, pair } = findReport(before.visits, command.reportId) ?? {};
    if (!visit || !report) return;
    // A technician's word of a refused report is a word: it makes ServiceChannel hold nothing new.
    const isSworn = command.type === 'it-was-recorded';
    const isWord = isSworn && report.delivery.state === 'refused';
    // Of a check-out it says that its pair is closed there already.
    if (isWord && report.kind === 'check-out') this.close(certain(pair).checkIn.id);
    const isRecorded = (isSworn && !isWord) || command.type === 'recorded';
    const wasAfterAll = command.type === 'discard' && report.delivery.state === 'unconfirmed' && truth;
    if (isRecorded || wasAfterAll) this.#record(visit, report, pair);
    // The client, or its automatic check-out, had closed it before.
    const isUnmet = command.type === 'refused' && command.problem.reason === 'not-checked-in';
    if (isUnmet && report.kind === 'check-out') this.close(certain(pair).checkIn.id);
  }

  #record(visit: Visit, report: Report, pair: Pair | undefined): void {
    if (report.kind === 'check-in') {
      const of = placeOf(visit);
      if (this.open.some((each) => each.of === of)) this.odd.push(`two open check-ins of ${of}`);
      this.#ever.add(report.id);
      this.open = [...this.open, { checkInId: report.id, of, from: report.at.ms }];
    }
    if (report.kind === 'check-out' && pair) {
      // A check-out closes the latest.
      const latest = this.open.findLast((each) => each.of === placeOf(visit));
      if (latest && latest.checkInId !== pair.checkIn.id) this.odd.push('a check-out closed another pair');
      if (latest) this.close(latest.checkInId);
    }
    if (report.kind === 'activity' && pair) this.close(pair.checkIn.id);
    if (report.kind === 'deletion')
      for (const { checkInId, of, from } of this.open)
        if (of === placeOf({ ...visit, workOrderId: report.workOrderId }) && from === report.from.ms)
          this.close(checkInId);
  }
}

const ON_ITS_WAY = ['queued', 'sending', 'refused', 'unconfirmed'];

const isPending = ({ delivery }: Report | Step) => ON_ITS_WAY.includes(delivery.state);

/** A report that would close the pair there is on its way, or a person is asked about it. */
function isBeingClosed({ checkOut }: Pair, visit: Visit): boolean {
  if (!checkOut) return false;
  const { delivery } = checkOut;
  const by = delivery.state === 'replaced' ? reportsOf(visit).find(({ id }) => id === delivery.by) : checkOut;
  return by !== undefined && isPending(by);
}

const isBeingDeleted = (state: State, { workOrderId }: Visit, { checkIn }: Pair): boolean =>
  state.visits
    .flatMap(({ steps }) => steps)
    .some(
      (step) =>
        step.kind === 'deletion' &&
        step.workOrderId === workOrderId &&
        step.from.ms === checkIn.at.ms &&
        isPending(step),
    );

/** Does a person see here that it is open there: on site, on its way to be closed, asked about, or said to be open? */
function isInSight(state: State, checkInId: string): boolean {
  const { visit, pair } = certain(findReport(state.visits, checkInId));
  if (!pair) return false;
  const isOnSite = !pair.checkOut && isOpen(visit) && lastPair(visit) === pair;
  const isToBeRead = pair.leftOpen?.stands === 'unread' && pair.checkIn.delivery.state === 'discarded';
  const isSaid = pair.leftOpen?.stands === 'parked' || isToBeRead;
  return isOnSite || isSaid || isBeingClosed(pair, visit) || isBeingDeleted(state, visit, pair);
}

/** Check-ins that ServiceChannel holds open and that are not in sight here. */
export const unseen = (state: State, held: Held): readonly string[] =>
  held.open.map(({ checkInId }) => checkInId).filter((id) => !isInSight(state, id));
