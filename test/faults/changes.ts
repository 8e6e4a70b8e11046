import type { State } from '../../main/visit/types.ts';

/** The reports whose delivery differs between two states, for the trace. */
export function changes(before: State, after: State): string {
  const states = (state: State) =>
    state.visits
      .flatMap((visit) => [...visit.pairs.flatMap((pair) => [pair.checkIn, pair.checkOut]), visit.finish])
      .flatMap((report) => (report ? [`${report.kind} ${report.id} ${report.delivery.state}`] : []));
  const known = new Set(states(before));
  return states(after)
    .filter((each) => !known.has(each))
    .join(', ');
}
