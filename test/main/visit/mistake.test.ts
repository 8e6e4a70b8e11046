import { describe, expect, test } from 'vitest';
import { sendable } from '../../../main/outbox/next.ts';
import { livePairs, orderOf, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { stretches } from '../../../main/visit/totals.ts';
import { certain, Day } from './support.ts';

const OPEN = { primary: 'OPEN', extended: null };
const CHECK_IN = {
  type: 'check-in',
  workOrderId: 7,
  workTypeId: 1,
  techsCount: 2,
  statusBefore: OPEN,
} as const;

/** On site since 10:00, 10:20 now. */
const onSite = (over: object = {}): Day =>
  new Day()
    .clock('10:00')
    .do({ ...CHECK_IN, ...over })
    .clock('10:20');
const checkInOf = (day: Day) => certain(reportsOf(day.current)[0]);

/** Says that the visit shown did not take place. */
const mistake = (day: Day): Day => day.do({ type: 'mistake', visitId: day.current.id });

/** Sends everything there is, each in its turn, and tells what went, in order. */
function deliver(day: Day): readonly string[] {
  const went: string[] = [];
  for (let left = 20; left > 0; left--) {
    const [report] = sendable(day.mine);
    const visit = report && certain(day.mine.find((each) => reportsOf(each).includes(report)));
    if (!report || !visit) break;
    went.push(`${report.kind} ${orderOf(visit, report)}`);
    day.sent(report, 'recorded');
  }
  return went;
}

const nothingCounts = (day: Day) => {
  expect(day.mine.flatMap(livePairs)).toEqual([]);
  expect(day.mine.flatMap((visit) => stretches(visit, day.now))).toEqual([]);
  expect(day.mine.map(phaseOf)).toEqual(day.mine.map(() => 'over'));
};

describe('no visit at all', () => {
  test('while it is unsent nothing of it ever goes', () => {
    const day = mistake(onSite());
    expect(sendable(day.mine)).toEqual([]);
    nothingCounts(day);
    expect(day.checkIn(7).current.workOrderId).toBe(7);
  });

  test('a note about it that is on its way is not given up unseen', () => {
    const day = onSite();
    const { id: visitId } = day.current;
    const { id: reportId } = checkInOf(day);
    day.refused(checkInOf(day), 'premature');
    day.do({ type: 'check-in-at', reportId, at: day.instant('11:00'), note: 'There since 10:00' });
    const note = certain(reportsOf(day.current).find(({ kind }) => kind === 'note'));
    day.do({ type: 'sending', reportId: note.id, since: day.now });
    expect(day.fault({ type: 'mistake', visitId })).toEqual({ reason: 'in-question' });
    day.do({ type: 'recorded', reportId: note.id, mechanicId: null, by: 'answer' });
    day.do({ type: 'mistake', visitId });
    expect(certain(reportsOf(certain(day.mine[0])).find(({ id }) => id === note.id)).delivery.state).toBe(
      'recorded',
    );
    nothingCounts(day);
  });

  test('a check-in that was refused is given up, and so is all that waited behind it', () => {
    const day = onSite();
    const { id: visitId } = day.current;
    day.do({ type: 'pause', visitId }).refused(checkInOf(day), 'not-found').do({ type: 'mistake', visitId });
    expect(sendable(day.mine)).toEqual([]);
    nothingCounts(day);
  });

  test('once it is recorded it is closed at its own second, deleted, and the status is put back', () => {
    const day = onSite();
    day.sent(checkInOf(day), 'recorded');
    const { id } = day.current;
    nothingCounts(mistake(day));
    const { checkIn, checkOut } = certain(day.mine.find((visit) => visit.id === id)?.pairs[0]);
    expect([checkOut?.at, checkOut?.leaving]).toEqual([checkIn.at, { action: 'Cancel' }]);
    expect(deliver(day)).toEqual(['check-out 7', 'deletion 7', 'restore 7']);
    expect(day.visit(7).steps.at(-1)).toMatchObject({ status: OPEN });
  });

  test('a paused visit is deleted stay by stay, the newest break included', () => {
    const day = onSite();
    const { id: visitId } = day.current;
    day.do({ type: 'pause', visitId }).clock('10:40').do({ type: 'resume', visitId });
    day.clock('11:00').do({ type: 'pause', visitId });
    deliver(day);
    mistake(day);
    expect(deliver(day)).toEqual(['deletion 7', 'deletion 7', 'restore 7']);
    nothingCounts(day);
  });

  test('where nobody knows the status before, the client can be told', () => {
    const day = onSite({ statusBefore: null });
    mistake(day.sent(checkInOf(day), 'recorded'));
    expect(deliver(day)).toEqual(['check-out 7', 'deletion 7']);
    const restore = certain(day.visit(7).steps.find(({ kind }) => kind === 'restore'));
    expect(restore.delivery).toMatchObject({ state: 'refused', problem: { reason: 'status-unknown' } });
    day.do({ type: 'tell-client', reportId: restore.id, text: 'A mistake of ours.' });
  });

  test('a deletion that is refused leaves a note to the client, and nothing else waits for it', () => {
    const day = onSite();
    mistake(day.sent(checkInOf(day), 'recorded'));
    for (const kind of ['check-out', 'deletion'] as const) {
      const report = certain(sendable(day.mine).find((each) => each.kind === kind));
      if (kind === 'deletion') day.refused(report, 'permission');
      else day.sent(report, 'recorded');
    }
    expect(deliver(day)).toEqual(['restore 7']);
    const deletion = certain(day.visit(7).steps.find(({ kind }) => kind === 'deletion'));
    day.do({ type: 'tell-client', reportId: deletion.id, text: 'Please remove it.' });
    expect(deliver(day)).toEqual(['note 7']);
    expect(day.deliveryOf(deletion)).toEqual({ state: 'discarded' });
  });

  test('the work order is free again, but not at the very second that is being deleted', () => {
    const day = onSite();
    const at = day.instant('10:00');
    mistake(day.sent(checkInOf(day), 'recorded'));
    expect(day.fault({ ...CHECK_IN, at })).toEqual({ reason: 'in-question' });
    expect(day.fault(CHECK_IN)).toBeUndefined();
  });

  test.each(['sending', 'unconfirmed'] as const)('not while the check-in is %s', (type) => {
    const day = onSite();
    const { id: reportId } = checkInOf(day);
    day.do({ type: 'sending', reportId, since: day.now });
    if (type === 'unconfirmed') day.do({ type, reportId, since: day.now });
    expect(day.fault({ type: 'mistake', visitId: day.current.id })).toEqual({ reason: 'in-question' });
  });

  test('neither one that is over nor somebody else’s', () => {
    const day = onSite();
    const command = { type: 'mistake', visitId: day.current.id } as const;
    day.userId += 1;
    expect(day.fault(command)).toEqual({ reason: 'not-now' });
    day.userId -= 1;
    day.do({ type: 'check-out', visitId: command.visitId, primaryStatus: 'Completed' });
    expect(day.fault(command)).toEqual({ reason: 'not-now' });
  });

  test('by phone it was never on our side: nothing is sent', () => {
    const day = onSite();
    const report = checkInOf(day);
    day.refused(report, 'xml-permission').do({ type: 'by-phone', reportId: report.id });
    mistake(day);
    expect(sendable(day.mine)).toEqual([]);
    nothingCounts(day);
  });
});
