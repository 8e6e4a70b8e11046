import { livePairs, reportsOf } from '../../main/visit/phase.ts';
import type { Report, State, Visit } from '../../main/visit/types.ts';

/** When something happened, by a clock that is neither the app's nor the computer's. */
export interface Instant {
  /** True time, ms. */
  readonly at: number;
  /** It was typed, to the minute. */
  readonly typed: boolean;
}

const idsOf = ({ visits }: State): ReadonlySet<string> =>
  new Set(visits.flatMap(reportsOf).map(({ id }) => id));

/** The day as the technician lived it: of each report, when it really happened. */
export class Lived {
  readonly #instants = new Map<string, Instant>();
  /** A click that was not acknowledged: the program ended in it. It may be on disk or not. */
  #unsure: { readonly before: State; readonly instant: Instant; readonly moved: boolean } | null = null;

  /** When the report's check-in or check-out happened; undefined for what the app made by itself. */
  of(report: Report): Instant | undefined {
    return this.#instants.get(report.id);
  }

  /** An act that the app acknowledged: all reports that it made say this instant. */
  did(before: State, after: State, instant: Instant): void {
    const known = idsOf(before);
    for (const id of idsOf(after)) if (!known.has(id)) this.#instants.set(id, instant);
  }

  /** An act in which the program ended. @param moved it was a move */
  perhapsDid(before: State, instant: Instant, moved: boolean): void {
    this.#unsure = { before, instant, moved };
  }

  /** The first state that a new run shows. */
  sees(state: State): void {
    const unsure = this.#unsure;
    this.#unsure = null;
    if (!unsure) return;
    if (unsure.moved) this.copied(unsure.before, state);
    else this.did(unsure.before, state, unsure.instant);
  }

  /** A report says another time now, as the technician has chosen. */
  retimed(reportId: string, at: number): void {
    this.#instants.set(reportId, { at, typed: true });
  }

  /** The copies of a visit that was moved happened when the originals did. */
  copied(before: State, after: State): void {
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
