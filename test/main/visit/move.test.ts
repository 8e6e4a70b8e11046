import { describe, expect, test } from 'vitest';
import { sendable } from '../../../main/outbox/next.ts';
import { orderOf, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { stretches } from '../../../main/visit/totals.ts';
import type { Report, Visit } from '../../../main/visit/types.ts';
import { certain, Day, written } from './support.ts';

const WRONG = 7;
const RIGHT = 8;
const OPEN = { primary: 'OPEN', extended: null };

const first = (visit: Visit): Report => certain(reportsOf(visit)[0]);
const lines = (visit: Visit) =>
  reportsOf(visit).map((report) => `${report.kind} ${orderOf(visit, report)} ${report.delivery.state}`);

/** The reports that may go now, as `kind work-order`. */
const ready = (day: Day) =>
  sendable(day.mine).map((report) => {
    const visit = certain(day.mine.find((each) => reportsOf(each).includes(report)));
    return `${report.kind} ${orderOf(visit, report)}`;
  });

/** Sends everything there is, each in its turn, and tells what went, in order. */
function deliver(day: Day): readonly string[] {
  const went: string[] = [];
  for (;;) {
    const [line] = ready(day);
    const [report] = sendable(day.mine);
    if (!line || !report) return went;
    went.push(line);
    day.sent(report, 'recorded');
  }
}

/** On site at the wrong number since 10:00, recorded. */
function mistaken(): Day {
  const day = new Day().clock('10:00');
  day.do({
    type: 'check-in',
    workOrderId: WRONG,
    workTypeId: 1,
    techsCount: 2,
    statusBefore: OPEN,
  });
  return day.sent(first(day.current), 'recorded').clock('10:20');
}

describe('a wrong number that nobody has sent', () => {
  test('becomes the right one, with its times', () => {
    const day = new Day().clock('10:00').checkIn(WRONG).clock('10:20');
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    expect([day.current.workOrderId, written(day.current)]).toEqual([
      RIGHT,
      ['2026-05-13T10:00:00-04:00 – open'],
    ]);
    expect(day.mine).toHaveLength(1);
  });

  test('that was refused is sent again under the right one', () => {
    const day = new Day().clock('10:00').checkIn(WRONG).clock('10:20');
    const { id } = day.current;
    day.refused(first(day.current), 'not-found');
    day.do({ type: 'move', visitId: id, workOrderId: RIGHT });
    expect(lines(day.current)).toEqual([`check-in ${RIGHT} queued`]);
  });

  test('goes on with a visit of the right one that was paused', () => {
    const day = new Day().clock('09:00').checkIn(RIGHT).clock('10:00').checkIn(WRONG).clock('10:20');
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    expect(day.mine.map(phaseOf)).toEqual(['over', 'on site']);
  });
});

describe('a wrong number that was recorded', () => {
  test('is closed at its own second, the right one gets the time, then the wrong one is tidied up', () => {
    const day = mistaken();
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    expect(written(day.current)).toEqual(['2026-05-13T10:00:00-04:00 – open']);
    expect(deliver(day)).toEqual([
      `check-out ${WRONG}`,
      `check-in ${RIGHT}`,
      `deletion ${WRONG}`,
      `restore ${WRONG}`,
    ]);
    const left = day.visit(WRONG);
    expect(left.pairs[0]?.checkOut).toMatchObject({
      at: left.pairs[0]?.checkIn.at,
      leaving: { action: 'Cancel' },
    });
    expect(stretches(left, day.now)).toEqual([]);
  });

  test('is not tidied up before the right one has the time', () => {
    const day = mistaken();
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    day.sent(certain(day.visit(WRONG).pairs[0]?.checkOut), 'recorded');
    day.refused(first(day.visit(RIGHT)), 'completed');
    expect(ready(day)).toEqual([]);
    day.do({ type: 'discard', reportId: first(day.visit(RIGHT)).id });
    expect(deliver(day)).toEqual([`deletion ${WRONG}`, `restore ${WRONG}`]);
  });

  test('is not tidied up while nobody knows whether it was closed', () => {
    const day = mistaken();
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    day.sent(certain(day.visit(WRONG).pairs[0]?.checkOut), 'unconfirmed');
    expect(deliver(day)).toEqual([`check-in ${RIGHT}`]);
  });

  test('whose closing met no open check-in has nothing left to close', () => {
    const day = mistaken();
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    const closing = certain(day.visit(WRONG).pairs[0]?.checkOut);
    day.refused(closing, 'not-checked-in');
    expect(day.fault({ type: 'correct-record', reportId: closing.id })).toEqual({ reason: 'not-now' });
    day.do({ type: 'check-in-doubted', reportId: closing.id, since: day.now });
    expect(day.deliveryOf(closing)).toEqual({ state: 'discarded' });
    expect(deliver(day)).toEqual([`check-in ${RIGHT}`, `deletion ${WRONG}`, `restore ${WRONG}`]);
  });

  test('whose removal is refused holds back neither the status nor the visit', () => {
    const day = mistaken();
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    for (const kind of ['check-out', 'check-in'])
      day.sent(certain(sendable(day.mine).find((report) => report.kind === kind)), 'recorded');
    day.refused(certain(sendable(day.mine)[0]), 'permission');
    day.do({ type: 'pause', visitId: day.current.id });
    expect(deliver(day)).toEqual([`restore ${WRONG}`, `check-out ${RIGHT}`]);
  });

  test('takes along a pause that was recorded and one that was not', () => {
    const day = mistaken().clock('11:00');
    day.do({ type: 'pause', visitId: day.current.id });
    day.sent(certain(day.current.pairs[0]?.checkOut), 'recorded').clock('12:00');
    day.do({ type: 'resume', visitId: day.current.id }).clock('12:10');
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    expect(written(day.visit(RIGHT))).toEqual([
      '2026-05-13T10:00:00-04:00 – 2026-05-13T11:00:00-04:00',
      '2026-05-13T12:00:00-04:00 – open',
    ]);
    expect(lines(day.visit(WRONG))).toEqual([
      `check-in ${WRONG} recorded`,
      `check-out ${WRONG} recorded`,
      `check-in ${WRONG} discarded`,
    ]);
    expect(deliver(day)).toEqual([
      `check-in ${RIGHT}`,
      `check-out ${RIGHT}`,
      `check-in ${RIGHT}`,
      `deletion ${WRONG}`,
      `restore ${WRONG}`,
    ]);
  });

  test('gets the status back that was read while its check-in was on its way', () => {
    const day = new Day().clock('10:00').checkIn(WRONG);
    const seen = (status: typeof OPEN | { primary: string; extended: string }) =>
      day.do({ type: 'status-seen', workOrderId: WRONG, status });
    seen({ primary: 'IN PROGRESS', extended: 'ON SITE' });
    expect(day.current.statusBefore).toBeNull();
    seen(OPEN);
    seen({ primary: 'COMPLETED', extended: '' });
    expect(day.current.statusBefore).toEqual(OPEN);
  });

  test('asks for a word to the client where nobody knows the status before', () => {
    const day = new Day().clock('10:00').checkIn(WRONG);
    day.sent(first(day.current), 'recorded').clock('10:20');
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    const restore = certain(day.current.steps.find((step) => step.kind === 'restore'));
    expect(restore.delivery).toMatchObject({ state: 'refused', problem: { reason: 'status-unknown' } });
    day.do({ type: 'tell-client', reportId: restore.id, text: 'A mistake of ours.' });
    day.sent(certain(day.current.steps.at(-1)), 'recorded');
    expect(day.deliveryOf(restore)).toEqual({ state: 'discarded' });
  });

  test('leaves the status alone that a new check-in there has set', () => {
    const day = mistaken();
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT }).clock('10:30').checkIn(WRONG);
    const restore = certain(day.visit(RIGHT).steps.find((step) => step.kind === 'restore'));
    expect(day.deliveryOf(restore)).toEqual({ state: 'discarded' });
  });

  test('is not moved back before it is tidied up', () => {
    const day = mistaken();
    day.do({ type: 'move', visitId: day.current.id, workOrderId: RIGHT });
    for (const kind of ['check-out', 'check-in'])
      day.sent(certain(sendable(day.mine).find((report) => report.kind === kind)), 'recorded');
    const back = { type: 'move', visitId: day.current.id, workOrderId: WRONG } as const;
    expect(day.fault(back)).toEqual({ reason: 'in-question' });
    deliver(day);
    expect(day.do(back).current.workOrderId).toBe(WRONG);
  });

  test('waits while a report is on its way or in question', () => {
    const day = mistaken();
    day.do({ type: 'pause', visitId: day.current.id });
    const pause = certain(day.current.pairs[0]?.checkOut);
    const move = { type: 'move', visitId: day.current.id, workOrderId: RIGHT } as const;
    day.do({ type: 'sending', reportId: pause.id, since: day.now });
    expect(day.fault(move)).toEqual({ reason: 'in-question' });
    day.do({ type: 'unconfirmed', reportId: pause.id, since: day.now });
    expect(day.fault(move)).toEqual({ reason: 'in-question' });
    expect(day.fault({ ...move, workOrderId: WRONG })).toEqual({ reason: 'same-number' });
  });
});

test('no check-in on the wrong order at the second that is being taken off it: it would go with it', () => {
  const day = new Day().clock('10:00').checkIn(7);
  const { checkIn } = certain(day.current.pairs[0]);
  day.sent(checkIn, 'recorded');
  const at = day.instant('10:00');
  day.clock('10:05').do({ type: 'move', visitId: day.current.id, workOrderId: 8 });
  const again = { type: 'check-in', workOrderId: 7, workTypeId: 1, techsCount: 1 } as const;
  expect(day.fault({ ...again, at })).toEqual({ reason: 'in-question' });
  expect(day.fault(again)).toBeUndefined();
});
