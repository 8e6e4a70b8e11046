import { pairReports, reportsOf } from './phase.ts';
import { PAIR_STATES, type Pair, type PairState, type Report, type Visit } from './types.ts';

/** The check-out that stands, or null: one that was given up is on no record. */
export const standingOut = ({ checkOut }: Pair) =>
  checkOut && checkOut.delivery.state !== 'discarded' ? checkOut : null;

function stateOf(report: Report, visit: Visit): PairState {
  const { delivery } = report;
  switch (delivery.state) {
    case 'recorded':
      return delivery.by === 'client' ? 'kept' : 'recorded';
    case 'refused':
    case 'unconfirmed':
      return delivery.state;
    case 'replaced': {
      const other = reportsOf(visit).find(({ id }) => id === delivery.by);
      return other && other.delivery.state !== 'replaced' ? stateOf(other, visit) : 'waiting';
    }
    default:
      return 'waiting';
  }
}

/** How far a pair has come: of its two sides the one that has come less far. */
export function pairState(pair: Pair, visit: Visit): PairState {
  const step = visit.steps.findLast(
    (each) => each.kind === 'activity' && each.pairId === pair.id && each.was !== null,
  );
  const states = [...pairReports(pair), ...(step ? [step] : [])]
    .filter(({ delivery }) => delivery.state !== 'discarded')
    .map((report) => PAIR_STATES.indexOf(stateOf(report, visit)));
  return PAIR_STATES[Math.max(0, ...states)] ?? 'recorded';
}
