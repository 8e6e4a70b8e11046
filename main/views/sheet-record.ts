import type { DayRecord, SheetDifference, SheetStay, WeekView } from '../../preload/contract.ts';
import { besideOf, isSameStay } from '../records/beside.ts';
import { type ComparedStays, type Stay, standingOf } from '../records/compare.ts';
import { begunIn } from '../records/day-comparer.ts';
import { pairState } from '../visit/pair-state.ts';
import { MINUTE } from '../visit/time.ts';
import type { Span } from '../visit/week.ts';
import type { SheetSource } from './sheet-source.ts';

/** How a day here stands beside ServiceChannel's record of it. */
export function recordOf(day: Span, source: SheetSource): DayRecord {
  const waiting = begunIn(source.visits, day).filter(
    ({ visit, pair }) => pairState(pair, visit) === 'waiting',
  );
  if (waiting.length > 0) return { kind: 'waiting', count: waiting.length };
  const all = besideOf(day, source);
  if (!all) return { kind: 'not-compared' };
  const standing = standingOf(all);
  if (standing.kind !== 'differs') return standing;
  return { ...standing, standsOut: all.some((each) => standsOut(each, source)) };
}

/** Whether a client disputes an invoice over it. */
function standsOut({ here, there, apart, matches }: ComparedStays, { disputeMinutes }: SheetSource): boolean {
  if (matches) return false;
  return here === null || there === null || Math.round(apart / MINUTE) >= disputeMinutes(here.workOrderId);
}

/** A stay as windows show it. */
export const stayView = ({ from, to, techsCount }: Stay): SheetStay => ({ from, to, techsCount });

/** The stays of a week whose two records are not the same, and when they were read. */
export function differencesOf(source: SheetSource): Pick<WeekView, 'differences' | 'comparedAt'> {
  const { week, kept, disputeMinutes } = source;
  const differences = week.days
    .flatMap((day) => besideOf(day, source) ?? [])
    .flatMap((each): SheetDifference[] => {
      const { own, here, there, matches } = each;
      const { workOrderId } = here ?? there ?? {};
      if (matches || workOrderId === undefined) return [];
      return [
        {
          workOrderId,
          pairId: own && isSameStay(each) ? own.pair.id : null,
          here: here && stayView(here),
          there: there && stayView(there),
          standsOut: standsOut(each, source),
          disputeMinutes: disputeMinutes(workOrderId),
        },
      ];
    });
  const times = week.days.flatMap(({ from }) => kept(from)?.comparedAt ?? []);
  return { differences, comparedAt: times.length > 0 ? Math.min(...times) : null };
}
