import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sendable } from '../../../main/outbox/next.ts';
import {
  isInOrder,
  isSettled,
  mayBeOpenThere,
  needsPerson,
  orderOf,
  pairReports,
  reportsOf,
  technicianOf,
} from '../../../main/visit/phase.ts';
import type { Report, Visit } from '../../../main/visit/types.ts';
import { days, play } from '../visit/sequences.ts';

/** The rule as it reads, without any index: every report is held against every other visit. */
function byComparingAll(visits: readonly Visit[]): readonly Report[] {
  const inOrder = (a: Report, b: Report) => a.at.ms - b.at.ms || a.seq - b.seq;
  const onItsWay = ({ delivery }: Report) => delivery.state === 'queued' || delivery.state === 'sending';
  const inLine = ({ pairs, steps, finish }: Visit): readonly Report[] => [
    ...pairs.flatMap((pair) => [
      ...pairReports(pair),
      ...steps.filter((step) => step.kind === 'activity' && step.pairId === pair.id),
    ]),
    ...(finish ? [finish] : []),
  ];
  const isMoving = (visit: Visit) => inLine(visit).some(onItsWay) && !inLine(visit).some(needsPerson);
  const closesOpen = (report: Report) =>
    report.kind === 'check-out' || (report.kind === 'activity' && report.change === 'correct');
  const makesSecondOpen = (visit: Visit, report: Report) =>
    report.kind === 'check-in' &&
    visits.some(
      (other) =>
        other.workOrderId === visit.workOrderId &&
        other.pairs.some(
          (pair) =>
            pair.userId === technicianOf(visit) && pair.checkIn.id !== report.id && mayBeOpenThere(pair),
        ),
    );
  const isBehind = (visit: Visit, report: Report) =>
    visits.some(
      (other) =>
        other.id !== visit.id &&
        isMoving(other) &&
        (other.movedTo === visit.id ||
          (other.workOrderId === orderOf(visit, report) &&
            inLine(other).some((each) => onItsWay(each) && inOrder(each, report) < 0))),
    );
  const mustWait = (visit: Visit, report: Report) =>
    report.kind !== 'note' &&
    !closesOpen(report) &&
    (makesSecondOpen(visit, report) || isBehind(visit, report));
  const isLeft = (visit: Visit) =>
    visits.every((other) => other.movedTo !== visit.id || inLine(other).every(isSettled));
  const mayTidy = (visit: Visit, step: Report) =>
    isLeft(visit) &&
    reportsOf(visit)
      .filter((each) => each.seq < step.seq && each.kind !== 'note')
      .every((each) => isSettled(each) || (!isInOrder(each) && needsPerson(each)));
  const closesFirst = (visit: Visit, head: Report | undefined) =>
    head?.kind === 'check-in' &&
    visit.pairs
      .filter((pair) => pair.checkIn.id !== head.id && mayBeOpenThere(pair) && isSettled(pair.checkIn))
      .flatMap((pair) => [
        ...(pair.checkOut ? [pair.checkOut] : []),
        ...visit.steps.filter((step) => step.kind === 'activity' && step.pairId === pair.id),
      ])
      .find((report) => report.delivery.state === 'queued' && closesOpen(report));
  const ready = (visit: Visit) => {
    const first = inLine(visit).find((report) => !isSettled(report));
    const head = closesFirst(visit, first) || first;
    const asides = visit.steps.filter(
      (step) => !isInOrder(step) && (step.kind === 'note' || mayTidy(visit, step)),
    );
    return [...(head ? [head] : []), ...asides].filter(
      (report) => report.delivery.state === 'queued' && !mustWait(visit, report),
    );
  };
  return visits.flatMap(ready).sort(inOrder);
}

test('what may go is found in one pass as by comparing all visits with each other', () => {
  fc.assert(
    fc.property(days, (day) => {
      for (const { after } of play(day))
        expect(sendable(after.visits).map(({ id }) => id)).toEqual(
          byComparingAll(after.visits).map(({ id }) => id),
        );
    }),
  );
});
