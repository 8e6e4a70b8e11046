import type { Act, ContinueCommand, Mistake, Move } from '../../main/visit/commands.ts';
import { livePairs, reportsOf } from '../../main/visit/phase.ts';
import type { Report, State, StatusChange, Visit } from '../../main/visit/types.ts';
import { type Correction, isCorrection, saidBy, visitOf } from './corrections.ts';

/** When something happened, by a clock that is neither the app's nor the computer's. */
export interface Instant {
  /** True time, ms. */
  readonly at: number;
  /** It was typed, to the minute. */
  readonly typed: boolean;
}

/** Everything that a technician does at the computer by itself. */
export type Deed = Act | Move | Mistake | Correction;

interface Done {
  readonly command: Deed;
  readonly instant: Instant;
}

const idsOf = ({ visits }: State): ReadonlySet<string> =>
  new Set(visits.flatMap(reportsOf).map(({ id }) => id));

/** The day as the technician lived it: of each report, when it really happened. */
export class Lived {
  readonly #instants = new Map<string, Instant>();
  /** Visits that were put right afterwards: their reports come later than those around them. */
  readonly putRight = new Set<string>();
  /** The statuses of such visits as they were before: a check-in that is put in later sets them once more. */
  readonly statuses: { readonly visit: Visit; readonly report: StatusChange }[] = [];
  /** The instants said before by the reports of a pair whose correction may still be given up; by the correction's id. */
  readonly #before = new Map<string, ReadonlyMap<string, Instant | undefined>>();
  /** A click that was not acknowledged: the program ended in it. It may be on disk or not. */
  #unsure: { readonly before: State; readonly done: Done } | null = null;

  /** When the report's check-in or check-out happened; undefined for what the app made by itself. */
  of(report: Report): Instant | undefined {
    return this.#instants.get(report.id);
  }

  /** A deed that the app acknowledged: the reports that it made say when it happened. */
  did(before: State, after: State, { command, instant }: Done): void {
    if (command.type === 'move' || command.type === 'mistake') this.#copied(before, after);
    else if (isCorrection(command)) this.#corrected(before, after, command);
    else {
      const known = idsOf(before);
      for (const id of idsOf(after)) if (!known.has(id)) this.#instants.set(id, instant);
      if (command.type === 'continue') this.#continued(after, command);
    }
  }

  /** A check-in of the phone that the app goes on with began when it was called in: a check-in of ours that waited there says so from now on. */
  #continued({ visits }: State, { workOrderId, at }: ContinueCommand): void {
    for (const { checkIn } of visits
      .filter((visit) => visit.workOrderId === workOrderId)
      .flatMap(({ pairs }) => pairs))
      if (checkIn.at.ms === at) this.#instants.set(checkIn.id, { at, typed: false });
  }

  /** A deed in which the program ended. */
  perhapsDid(before: State, done: Done): void {
    this.#unsure = { before, done };
  }

  /** The first state that a new run shows. */
  sees(state: State): void {
    const unsure = this.#unsure;
    this.#unsure = null;
    if (unsure) this.did(unsure.before, state, unsure.done);
  }

  #corrected(before: State, after: State, command: Correction): void {
    const said = saidBy(before, after, command, this);
    const visit = visitOf(after, said);
    if (!visit) return;
    if (command.type !== 'break') this.putRight.add(visit.id);
    const { finish } = before.visits.find(({ id }) => id === visit.id) ?? visit;
    if (finish) this.statuses.push({ visit, report: finish });
    const known = idsOf(before);
    for (const step of visit.steps) {
      const pair = visit.pairs.find(({ id }) => step.kind === 'activity' && step.was && step.pairId === id);
      if (known.has(step.id) || !pair) continue;
      const sides = [pair.checkIn, ...(pair.checkOut ? [pair.checkOut] : [])];
      this.#before.set(step.id, new Map(sides.map((side) => [side.id, this.of(side)])));
    }
    for (const [id, instant] of said) this.#instants.set(id, instant);
  }

  /** A report was given up: where that was a correction, its pair says again what it said before. */
  gaveUp(reportId: string): void {
    for (const [id, instant] of this.#before.get(reportId) ?? [])
      if (instant) this.#instants.set(id, instant);
  }

  /** A report says another time now, as the technician has chosen. */
  retimed(reportId: string, at: number): void {
    this.#instants.set(reportId, { at, typed: true });
  }

  /** The copies of a visit that was moved happened when the originals did. */
  #copied(before: State, after: State): void {
    const known = idsOf(before);
    for (const old of after.visits.filter(({ movedTo }) => movedTo !== null)) {
      const right = after.visits.find(({ id }) => id === old.movedTo);
      const was = before.visits.find(({ id }) => id === old.id);
      if (right && was && was.movedTo === null) this.#copy(was, right, known);
    }
  }

  #copy(was: Visit, right: Visit, known: ReadonlySet<string>): void {
    for (const [index, pair] of livePairs(was).entries()) {
      const copy = right.pairs[index];
      for (const [from, to] of [
        [pair.checkIn, copy?.checkIn],
        [pair.checkOut, copy?.checkOut],
      ] as const) {
        const instant = from && this.of(from);
        if (instant && to && !known.has(to.id)) this.#instants.set(to.id, instant);
      }
    }
  }
}
