import { expect, test } from 'vitest';
import { sendable, unanswered, waiting, waitingCount } from '../../../main/outbox/next.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import type { Report } from '../../../main/visit/types.ts';
import { certain, Day, USER } from '../visit/support.ts';

const WO = 107002896;
const OTHER = 107002931;

/** The reports that may go now, as `kind work-order`, in order. */
function ready(day: Day): readonly string[] {
  const orderOf = (report: Report) =>
    day.state.visits.find((visit) => reportsOf(visit).includes(report))?.workOrderId;
  return sendable(day.state.visits).map((report) => `${report.kind} ${orderOf(report)}`);
}

const FREE = { signedIn: true, offline: false, between: false, rush: false, isUndoable: () => false };

const firstIn = (day: Day, workOrderId: number) => certain(day.visit(workOrderId).pairs[0]).checkIn;
const firstOut = (day: Day, workOrderId: number) =>
  certain(certain(day.visit(workOrderId).pairs[0]).checkOut);

test('each visit offers the first of its reports that is not done with, the earliest visit first', () => {
  const day = new Day().checkIn(WO).clock('11:00').checkIn(OTHER);
  expect(ready(day)).toEqual([`check-in ${WO}`, `check-in ${OTHER}`]);
  day.sent(firstIn(day, WO), 'recorded');
  expect(ready(day)).toEqual([`check-out ${WO}`, `check-in ${OTHER}`]);
  expect(waitingCount(day.state.visits)).toBe(2);
});

test('nothing follows a report that was sent without an answer, on its work order', () => {
  const day = new Day()
    .checkIn(WO)
    .clock('11:00')
    .do({ type: 'check-in', workOrderId: OTHER, workTypeId: 1, techsCount: 1 });
  day.do({ type: 'sending', reportId: firstIn(day, WO).id, since: day.now });
  expect(ready(day)).toEqual([`check-in ${OTHER}`]);
  expect(unanswered(day.state.visits).map(({ id }) => id)).toEqual([firstIn(day, WO).id]);
});

test.each(['refused', 'unconfirmed'] as const)(
  'a visit whose report is %s holds nobody else back, but a second open check-in on its own order',
  (outcome) => {
    const day = new Day().checkIn(WO).clock('11:00');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Incomplete' });
    day.sent(firstIn(day, WO), 'recorded').sent(firstOut(day, WO), outcome);
    expect(ready(day)).toEqual([]);
    const first = firstOut(day, WO);
    day.clock('12:00').checkIn(OTHER);
    expect(ready(day)).toEqual([`check-in ${OTHER}`]);
    day.sent(firstIn(day, OTHER), 'recorded').clock('13:00').checkIn(WO);
    day.sent(firstOut(day, OTHER), 'recorded');
    expect(ready(day)).toEqual([]);
    expect(waiting(day.mine, FREE)(day.visit(WO), firstIn(day, WO))).toBe('decision');
    day.do({ type: 'discard', reportId: first.id });
    day.do({ type: 'closed-there', reportId: first.id, at: first.at.ms });
    expect(ready(day)).toEqual([`check-in ${WO}`]);
  },
);

test.each([
  ['field', []],
  ['not-checked-in', [`check-in ${WO}`]],
] as const)(
  'a check-out that was refused because of %s and given up later may be open there, or is not',
  (reason, next) => {
    const day = new Day().checkIn(WO).clock('11:00');
    day.do({ type: 'pause', visitId: day.current.id });
    day.sent(firstIn(day, WO), 'recorded').refused(firstOut(day, WO), reason);
    day.clock('12:00').checkIn(OTHER).sent(firstIn(day, OTHER), 'recorded');
    const { id: reportId } = firstOut(day, WO);
    day.clock('13:00').checkIn(WO).sent(firstOut(day, OTHER), 'recorded').do({ type: 'discard', reportId });
    expect(day.visit(WO).pairs[0]?.leftOpen?.stands).toBe('parked');
    expect(ready(day)).toEqual(next);
  },
);

/** Refused since nobody was checked in there, given up, and checked in anew since: what ended it may be sent again. */
function checkedInSince(leave: 'pause' | 'check-out') {
  const day = new Day().checkIn(WO).clock('11:00');
  const visitId = day.current.id;
  if (leave === 'pause') day.do({ type: 'pause', visitId });
  else day.do({ type: 'check-out', visitId, primaryStatus: 'Incomplete' });
  const out = firstOut(day, WO);
  day.sent(firstIn(day, WO), 'recorded').refused(out, 'not-checked-in');
  day.clock('12:00').checkIn(OTHER).sent(firstIn(day, OTHER), 'recorded');
  day.do({ type: 'discard', reportId: out.id }).clock('13:00').checkIn(WO);
  day.sent(firstOut(day, OTHER), 'recorded').sent(certain(day.visit(WO).pairs.at(-1)).checkIn, 'recorded');
  return { day, out };
}

const AGAIN = {
  'send-again': (reportId: string) => ({ type: 'send-again', reportId }) as const,
  'without-status': (reportId: string) => ({ type: 'without-status', reportId }) as const,
  change: (reportId: string) => {
    const choice = { primaryStatus: 'PartsOnOrder', extendedStatus: '', resolution: '' } as const;
    return { type: 'change', reportId, to: { kind: 'check-out', choice } } as const;
  },
};

test.each([
  ['send-again', 'pause'],
  ['send-again', 'check-out'],
  ['without-status', 'check-out'],
  ['change', 'check-out'],
] as const)('a check-out that goes again (%s after %s) never closes a check-in made since', (how, leave) => {
  const { day, out } = checkedInSince(leave);
  day.do(AGAIN[how](out.id));
  const visit = certain(day.mine.find((each) => reportsOf(each).some(({ id }) => id === out.id)));
  const again = certain(reportsOf(visit).find(({ id }) => id === out.id));
  expect(again.delivery.state).toBe('queued');
  expect(sendable(day.state.visits)).toEqual([]);
  expect(waiting(day.mine, FREE)(visit, again)).toBe('open');
  day.clock('14:00').do({ type: 'pause', visitId: day.current.id });
  const since = certain(certain(day.visit(WO).pairs.at(-1)).checkOut);
  expect(sendable(day.state.visits)).toEqual([since]);
  day.sent(since, 'recorded');
  expect(sendable(day.state.visits).map(({ id }) => id)).toEqual([out.id]);
});

test('a check-out that goes again waits for a person where the check-in made since is in question', () => {
  const { day, out } = checkedInSince('check-out');
  day.do(AGAIN['send-again'](out.id)).clock('14:00').do({ type: 'pause', visitId: day.current.id });
  day.refused(firstOut(day, WO), 'field');
  const visit = certain(day.mine.find((each) => reportsOf(each).some(({ id }) => id === out.id)));
  expect(sendable(day.state.visits)).toEqual([]);
  expect(waiting(day.mine, FREE)(visit, certain(reportsOf(visit)[1]))).toBe('decision');
});

test('a check-out goes although a check-in that was open before it is gone on with here since', () => {
  const day = new Day().clock('10:00').checkIn(WO);
  day.sent(firstIn(day, WO), 'recorded').clock('11:00').do({ type: 'pause', visitId: day.current.id });
  const out = firstOut(day, WO);
  const phoned = { workOrderId: WO, at: day.instant('09:00'), workTypeId: 1, techsCount: 1 };
  day
    .clock('11:30')
    .do({ type: 'mistake', visitId: day.current.id })
    .do({ type: 'continue', ...phoned });
  expect(sendable(day.state.visits).map(({ id }) => id)).toContain(out.id);
});

test('a check-out goes although a colleague has checked in there since', () => {
  const colleague = USER + 1;
  const day = new Day().checkIn(WO);
  day.sent(firstIn(day, WO), 'recorded').clock('10:30');
  day.do({ type: 'check-in', workOrderId: WO, workTypeId: 1, techsCount: 1, crew: [colleague] });
  const theirs = certain(day.mine.find((visit) => visit.pairs[0]?.userId === colleague));
  day.sent(certain(theirs.pairs[0]).checkIn, 'recorded').clock('11:00');
  const mine = certain(day.mine.find((visit) => visit.pairs[0]?.userId === USER));
  day.do({ type: 'pause', visitId: mine.id });
  expect(ready(day)).toContain(`check-out ${WO}`);
});

test('a refused check-in holds no later one on its order back: nothing of it is open there', () => {
  const day = new Day().checkIn(WO).sent(certain(reportsOf(new Day().checkIn(WO).current)[0]), 'refused');
  day.clock('12:00').checkIn(WO);
  expect(ready(day)).toEqual([`check-in ${WO}`]);
});

test('a later visit to the same work order waits for an earlier one that is still on its way', () => {
  const day = new Day().checkIn(WO).clock('11:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Incomplete' });
  day.clock('12:00').checkIn(WO);
  expect(ready(day)).toEqual([`check-in ${WO}`]);
  const [pair] = certain(day.state.visits[0]).pairs;
  day.sent(certain(pair).checkIn, 'recorded');
  expect(sendable(day.state.visits)).toEqual([certain(pair).checkOut]);
  day.sent(certain(certain(pair).checkOut), 'recorded');
  expect(sendable(day.state.visits)).toEqual([firstIn(day, WO)]);
});

test('a status that is put behind a stay goes before the check-in that began in the second of its end', () => {
  const day = new Day().clock('10:00').checkIn(WO).clock('11:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
  const [into, out] = certain(day.mine[0]).pairs.flatMap(({ checkIn, checkOut }) => [
    checkIn,
    certain(checkOut),
  ]);
  day.checkIn(WO).sent(certain(into), 'recorded').refused(certain(out), 'not-checked-in');
  // ServiceChannel holds it closed in that second: the status goes by itself.
  day.do({ type: 'held-as-reported', reportId: certain(out).id });
  expect(ready(day)).toEqual([`status ${WO}`]);
  day.sent(certain(certain(day.mine[0]).finish), 'recorded');
  expect(ready(day)).toEqual([`check-in ${WO}`]);
});

test('reports of one second go in the order in which they were made', () => {
  const day = new Day().checkIn(WO);
  day.do({ type: 'change-crew', visitId: day.current.id, techsCount: 3 });
  const order: string[] = [];
  for (let next = sendable(day.state.visits)[0]; next; next = sendable(day.state.visits)[0]) {
    order.push(next.kind);
    day.sent(next, 'recorded');
  }
  expect(order).toEqual(['check-in', 'check-out', 'check-in']);
});

test('a note goes although its visit was refused, and holds nothing back', () => {
  const day = new Day().checkIn(WO);
  day.do({ type: 'pause', visitId: day.current.id }).refused(firstIn(day, WO), 'completed');
  const tell = { type: 'tell-client', reportId: firstIn(day, WO).id, text: 'We were there.' } as const;
  expect(ready(day.do(tell))).toEqual([`note ${WO}`]);
  day.refused(certain(day.visit(WO).steps[0]), 'permission');
  day.do({ type: 'send-again', reportId: firstIn(day, WO).id });
  expect(ready(day)).toEqual([`check-in ${WO}`]);
});

/** A check-in and its check-out, neither sent. */
function twoWaiting() {
  const day = new Day().checkIn(7);
  day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
  const [into, out] = reportsOf(day.visit(7));
  return { day, into: certain(into), out: certain(out) };
}

test.each([
  [FREE, null],
  [{ ...FREE, signedIn: false }, 'sign-in'],
  [{ ...FREE, offline: true }, 'connection'],
  [{ ...FREE, between: true }, 'between'],
  [{ ...FREE, rush: true }, 'limit'],
  [{ ...FREE, isUndoable: () => true, signedIn: false }, 'undo'],
])('the first report waits for what keeps everything: %j', (blockers, kept) => {
  const { day, into } = twoWaiting();
  expect(waiting(day.mine, blockers)(day.visit(7), into)).toBe(kept);
});

test('the next waits for the one before it, and for a person where that one does', () => {
  const { day, into, out } = twoWaiting();
  expect(waiting(day.mine, FREE)(day.visit(7), out)).toBe('earlier');
  day.sent(into, 'refused');
  expect(waiting(day.mine, FREE)(day.visit(7), out)).toBe('decision');
});

test('an earlier check-in that is sent again after a stay begun elsewhere goes when that one is closed', () => {
  const day = new Day().checkIn(WO).clock('10:05');
  day.do({ type: 'pause', visitId: day.current.id });
  day.sent(firstIn(day, WO), 'unconfirmed').clock('11:00');
  day.do({
    type: 'continue',
    workOrderId: WO,
    at: day.instant('10:30'),
    workTypeId: 1,
    techsCount: 1,
  });
  day.do({ type: 'send-again', reportId: firstIn(day, WO).id });
  // Two open check-ins on one work order cannot be told apart by a check-out.
  expect(ready(day)).toEqual([]);
  day.clock('12:00').do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });
  const out = certain(certain(day.visit(WO).pairs[1]).checkOut);
  expect(sendable(day.state.visits)).toEqual([out]);
  day.sent(out, 'recorded');
  expect(sendable(day.state.visits)).toEqual([firstIn(day, WO)]);
});

test('an earlier check-in that is sent again waits for the end of an open stay, whose visit does not wait for it', () => {
  const day = new Day().checkIn(WO).clock('10:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Incomplete' });
  const earlier = firstIn(day, WO);
  day.refused(earlier, 'field').clock('12:00').checkIn(WO).clock('13:00');
  const visitId = day.current.id;
  const later = () => certain(day.mine.find(({ id }) => id === visitId));
  day.do({ type: 'pause', visitId }).clock('14:00').do({ type: 'resume', visitId });
  day.clock('15:00').do({ type: 'pause', visitId });
  day.refused(certain(later().pairs[0]).checkIn, 'out-of-date');
  day.sent(certain(later().pairs[1]).checkIn, 'recorded');
  day.do({ type: 'send-again', reportId: earlier.id });
  day.do({ type: 'record-activity', reportId: certain(later().pairs[0]).checkIn.id });
  for (const kind of ['activity', 'check-out']) {
    const [next, ...others] = sendable(day.state.visits);
    expect([next?.kind, others]).toEqual([kind, []]);
    expect(reportsOf(later())).toContain(next);
    day.sent(certain(next), 'recorded');
  }
  expect(sendable(day.state.visits).map(({ id }) => id)).toEqual([earlier.id]);
});

test('a check-out never goes while it is not known that its own check-in is there', () => {
  const day = new Day().checkIn(WO).clock('11:00');
  day.do({ type: 'pause', visitId: day.current.id });
  day.sent(firstIn(day, WO), 'recorded').sent(firstOut(day, WO), 'recorded').clock('12:00');
  day.do({ type: 'resume', visitId: certain(day.mine[0]).id });
  const again = certain(certain(day.visit(WO).pairs[1]).checkIn);
  day.do({ type: 'sending', reportId: again.id, since: day.now }).clock('12:30');
  day.do({ type: 'pause', visitId: day.current.id });
  const [from, until] = [day.instant('10:20'), day.instant('10:40')];
  day.do({ type: 'add-break', pairId: certain(day.visit(WO).pairs[0]).id, from, until });
  day.sent(certain(day.visit(WO).steps[0]), 'recorded');
  expect(ready(day)).toEqual([]);
});
