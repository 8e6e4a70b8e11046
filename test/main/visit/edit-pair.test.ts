import { describe, expect, test } from 'vitest';
import { sendable } from '../../../main/outbox/next.ts';
import { trailOf } from '../../../main/visit/asked.ts';
import { pairState } from '../../../main/visit/pair-state.ts';
import { livePairs, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { DAY } from '../../../main/visit/time.ts';
import { certain, Day, written } from './support.ts';

/** A click is so much later than the second that its act is given, ms (`Day`). */
const CLICK = 17;

/** 7 from 08:00 to 12:00, 8 from 13:00 to 15:00. */
function worked(recorded: boolean): Day {
  const day = new Day().clock('08:00').checkIn(7).clock('12:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });
  day.clock('13:00').checkIn(8).clock('15:00');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });
  if (recorded)
    for (const { checkIn, checkOut } of day.mine.flatMap(({ pairs }) => pairs))
      day.sent(checkIn, 'recorded').sent(certain(checkOut), 'recorded');
  return day.clock('18:00');
}

/** Delivers all that can go, in its order, and says of what kinds it was. */
function deliver(day: Day): readonly string[] {
  const [next] = sendable(day.mine);
  if (!next) return [];
  day.sent(next, 'recorded');
  return [next.kind, ...deliver(day)];
}

const pairOf = (day: Day, workOrderId: number) => certain(day.visit(workOrderId).pairs[0]);
const edit = (day: Day, workOrderId: number, from: string, until: string) =>
  ({
    type: 'edit-pair',
    pairId: pairOf(day, workOrderId).id,
    from: day.instant(from),
    until: day.instant(until),
  }) as const;

describe('a pair that is edited', () => {
  test('before it is sent simply has other times', () => {
    const day = worked(false);
    day.do(edit(day, 7, '08:15', '11:30'));
    expect(written(day.visit(7))).toEqual(['2026-05-13T08:15:00-04:00 – 2026-05-13T11:30:00-04:00']);
    expect(day.visit(7).steps).toEqual([]);
  });

  test('before it is sent keeps the times that it had, each time, and the break that ended it earlier', () => {
    const day = worked(false);
    day
      .do(edit(day, 7, '08:15', '11:30'))
      .clock('18:05')
      .do(edit(day, 7, '08:20', '11:30'));
    day.clock('18:10').do({
      type: 'add-break',
      pairId: pairOf(day, 7).id,
      from: day.instant('10:00'),
      until: day.instant('10:30'),
    });
    const at = (time: string) => ({ ms: day.instant(time) });
    expect(trailOf(day.visit(7), pairOf(day, 7))).toMatchObject([
      { from: at('08:00'), until: at('12:00'), changedAt: day.instant('18:00') + CLICK },
      { from: at('08:15'), until: at('11:30'), changedAt: day.instant('18:05') + CLICK },
      { from: at('08:20'), until: at('11:30'), changedAt: day.instant('18:10') + CLICK },
    ]);
    expect(trailOf(day.visit(7), certain(day.visit(7).pairs[1]))).toEqual([]);
  });

  test('while it is open and unsent keeps that it was open', () => {
    const day = new Day().clock('08:00').checkIn(7).clock('09:00');
    day.do({ type: 'edit-pair', pairId: pairOf(day, 7).id, from: day.instant('07:30'), until: undefined });
    expect(trailOf(day.visit(7), pairOf(day, 7))).toMatchObject([
      { from: { ms: day.instant('08:00') }, until: null },
    ]);
  });

  test('at the same times leaves no trail', () => {
    const day = worked(false);
    day.do(edit(day, 7, '08:00', '12:00'));
    expect(trailOf(day.visit(7), pairOf(day, 7))).toEqual([]);
  });

  test('is corrected there once it is recorded, and keeps what was', () => {
    const day = worked(true);
    day.do(edit(day, 7, '08:15', '11:30'));
    const { steps, pairs } = day.visit(7);
    expect(steps).toMatchObject([
      {
        kind: 'activity',
        change: 'correct',
        at: { ms: day.instant('08:00') },
        was: { from: { ms: day.instant('08:00') }, until: { ms: day.instant('12:00') } },
      },
    ]);
    expect(pairState(certain(pairs[0]), day.visit(7))).toBe('waiting');
    day.sent(certain(steps[0]), 'recorded');
    expect(pairState(pairOf(day, 7), day.visit(7))).toBe('recorded');
  });

  test('twice before it is sent is one correction; after that, another', () => {
    const day = worked(true);
    day.do(edit(day, 7, '08:15', '11:30')).do(edit(day, 7, '08:20', '11:40'));
    expect(day.visit(7).steps).toHaveLength(1);
    day.sent(certain(day.visit(7).steps[0]), 'recorded').do(edit(day, 7, '08:30', '11:40'));
    expect(day.visit(7).steps.map(({ at }) => at.ms)).toEqual([day.instant('08:00'), day.instant('08:20')]);
  });

  test('that is refused says so, and given up it is as it was', () => {
    const day = worked(true);
    day.do(edit(day, 7, '08:15', '11:30'));
    const step = certain(day.visit(7).steps[0]);
    day.refused(step, 'completed');
    expect(pairState(pairOf(day, 7), day.visit(7))).toBe('refused');
    day.do({ type: 'discard', reportId: step.id });
    expect(written(day.visit(7))).toEqual(['2026-05-13T08:00:00-04:00 – 2026-05-13T12:00:00-04:00']);
    expect(pairState(pairOf(day, 7), day.visit(7))).toBe('recorded');
  });

  test('never overlaps another, lies in the future, or goes over 7 days back', () => {
    const day = worked(true);
    expect(day.fault(edit(day, 7, '08:00', '13:30'))).toEqual({ reason: 'elsewhere-then', workOrderId: 8 });
    expect(day.fault(edit(day, 8, '13:00', '18:30'))).toEqual({ reason: 'in-future' });
    const old = { ...edit(day, 7, '08:00', '11:00'), from: day.now - 8 * DAY };
    expect(day.fault(old)).toEqual({ reason: 'too-old' });
    expect(day.fault(edit(day, 7, '11:00', '10:00'))).toMatchObject({ reason: /previous|next/ });
  });

  test('waits until its reports are settled', () => {
    const day = new Day().clock('08:00').checkIn(7);
    day.sent(pairOf(day, 7).checkIn, 'recorded').clock('12:00');
    expect(day.fault(edit(day, 7, '09:00', '11:00'))).toEqual({ reason: 'still-open' });
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });
    expect(day.fault(edit(day, 7, '09:00', '11:00'))).toEqual({ reason: 'in-question' });
  });
});

describe('a record that somebody changed', () => {
  const heldAt = (day: Day, from: string, to: string | null) => ({
    from: day.instant(from),
    to: to === null ? null : day.instant(to),
  });

  test('is found by its own second, and its times are what was', () => {
    const day = worked(true);
    day.do({ ...edit(day, 7, '08:00', '12:00'), held: heldAt(day, '08:20', null) });
    expect(day.visit(7).steps).toMatchObject([
      { kind: 'activity', at: { ms: day.instant('08:20') }, was: { from: { ms: day.instant('08:00') } } },
    ]);
    expect(trailOf(day.visit(7), pairOf(day, 7))).toMatchObject([
      { from: { ms: day.instant('08:20') }, until: null },
    ]);
    expect(deliver(day)).toEqual(['activity']);
  });

  test('is corrected within 7 days, like any other', () => {
    const day = worked(true);
    day.now += 7 * DAY;
    const command = { ...edit(day, 7, '08:00', '12:00'), held: heldAt(day, '08:20', '12:00') };
    expect(day.fault(command)).toMatchObject({ reason: 'too-old' });
  });
});

describe('a break that is put in', () => {
  const add = (day: Day, from: string, until: string) =>
    ({
      type: 'add-break',
      pairId: pairOf(day, 7).id,
      from: day.instant(from),
      until: day.instant(until),
    }) as const;

  test('parts an unsent pair in two, the second with its status', () => {
    const day = worked(false);
    day.do(add(day, '10:00', '10:30'));
    expect(written(day.visit(7))).toEqual([
      '2026-05-13T08:00:00-04:00 – 2026-05-13T10:00:00-04:00',
      '2026-05-13T10:30:00-04:00 – 2026-05-13T12:00:00-04:00',
    ]);
    expect(day.visit(7).pairs.map(({ checkOut }) => checkOut?.leaving.action)).toEqual([
      'Cancel',
      'Complete',
    ]);
    expect(day.visit(7).pairs.map(({ techsCount }) => techsCount)).toEqual([2, 2]);
  });

  test('corrects the first part of a recorded one and reports the second', () => {
    const day = worked(true);
    day.do(add(day, '10:00', '10:30'));
    const { steps, pairs } = day.visit(7);
    expect(steps).toMatchObject([{ kind: 'activity', change: 'correct' }]);
    expect(pairs[1]?.checkIn.delivery).toEqual({ state: 'queued' });
  });

  test('whose correction is given up is not sent beside the stay that stands', () => {
    const day = worked(true);
    day.do(add(day, '10:00', '10:30'));
    const step = certain(day.visit(7).steps[0]);
    day.sent(step, 'refused').do({ type: 'discard', reportId: step.id });
    const [first, second] = day.visit(7).pairs;
    expect(written(day.visit(7))[0]).toBe('2026-05-13T08:00:00-04:00 – 2026-05-13T12:00:00-04:00');
    expect(certain(first).checkOut?.delivery.state).toBe('recorded');
    expect(day.deliveryOf(certain(second).checkIn)).toMatchObject({ problem: { reason: 'overlap' } });
    expect(sendable(day.mine)).toEqual([]);
    day.do({ type: 'discard', reportId: certain(second).checkIn.id });
    expect(livePairs(day.visit(7)).map(({ id }) => id)).toEqual([certain(first).id]);
  });

  test('before the clock is known leaves the end of the stay to the clock', () => {
    const day = new Day().clock('08:00').checkIn(7).clock('12:00');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'InProgress' });
    day.clock('13:00').do(add(day, '10:00', '10:30'));
    day.do({ type: 'clock-corrected', by: -5 * 60_000 });
    expect(written(day.visit(7)).at(-1)).toMatch(/ – 2026-05-13T11:55:00-04:00$/);
  });

  test('sets the status once more that was set after the stay, behind the check-in of the second part', () => {
    const day = new Day().clock('08:00').checkIn(7).clock('12:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('13:00');
    day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'PartsOnOrder', resolution: 'Belt' });
    for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
    day.clock('18:00').do(add(day, '10:00', '10:30'));
    const { finish, pairs } = day.visit(7);
    expect(pairs.map(({ checkOut }) => checkOut?.leaving.action)).toEqual(['Cancel', 'Cancel']);
    expect(finish).toMatchObject({
      primaryStatus: 'PartsOnOrder',
      resolution: 'Belt',
      delivery: { state: 'queued' },
    });
    expect(finish?.seq).toBeGreaterThan(certain(pairs[1]?.checkOut).seq);
    // It goes last: not before the second part is there.
    const order = deliver(day);
    expect(order).toEqual(['activity', 'check-in', 'check-out', 'status']);
    expect(phaseOf(day.visit(7))).toBe('over');
  });

  /** A recorded stay with a status that was set after it, and a break in it. */
  function setAndParted(): Day {
    const day = new Day().clock('08:00').checkIn(7).clock('12:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('13:00');
    day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'PartsOnOrder', resolution: 'Belt' });
    for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
    return day.clock('18:00').do(add(day, '10:00', '10:30'));
  }

  /** The correction is refused, and both it and the second part are given up. */
  function givenUp(day: Day): void {
    const step = certain(day.visit(7).steps[0]);
    day.refused(step, 'completed').do({ type: 'discard', reportId: step.id });
    expect(day.visit(7).finish?.delivery).toEqual({ state: 'queued' });
    day.do({ type: 'discard', reportId: certain(day.visit(7).pairs[1]).checkIn.id });
  }

  test('of which nothing comes leaves the status as it was recorded', () => {
    const day = setAndParted();
    givenUp(day);
    expect(day.visit(7).finish).toMatchObject({
      primaryStatus: 'PartsOnOrder',
      delivery: { state: 'recorded', by: 'answer' },
      setAgain: null,
    });
    expect(phaseOf(day.visit(7))).toBe('over');
    expect(sendable(day.mine)).toEqual([]);
  });

  test('twice, of which one part comes, sets the status once more', () => {
    const day = setAndParted();
    day.do({
      type: 'add-break',
      pairId: certain(day.visit(7).pairs[1]).id,
      from: day.instant('11:00'),
      until: day.instant('11:15'),
    });
    const third = certain(day.visit(7).pairs[2]);
    day.sent(certain(day.visit(7).steps[0]), 'recorded');
    day.refused(third.checkIn, 'premature').do({ type: 'discard', reportId: third.checkIn.id });
    expect(day.visit(7).finish?.delivery).toEqual({ state: 'queued' });
    expect(deliver(day)).toEqual(['check-in', 'check-out', 'status']);
  });

  test('whose status was refused and changed says what ServiceChannel held once nothing comes of it', () => {
    const day = setAndParted();
    const [, second] = day.visit(7).pairs.map(certain);
    const status = certain(day.visit(7).finish);
    day.sent(certain(day.visit(7).steps[0]), 'recorded').sent(certain(second).checkIn, 'refused');
    day.refused(status, 'extended-status').do({
      type: 'change',
      reportId: status.id,
      to: { kind: 'status', choice: { primaryStatus: 'Incomplete', resolution: 'None' } },
    });
    expect(day.visit(7).finish).toMatchObject({ primaryStatus: 'Incomplete', delivery: { state: 'queued' } });
    day.do({ type: 'discard', reportId: certain(second).checkIn.id });
    expect(day.visit(7).finish).toMatchObject({
      primaryStatus: 'PartsOnOrder',
      resolution: 'Belt',
      delivery: { state: 'recorded' },
    });
  });

  test('whose check-in may be there waits with the status until that is read', () => {
    const day = setAndParted();
    const { checkIn } = certain(day.visit(7).pairs[1]);
    day.sent(certain(day.visit(7).steps[0]), 'recorded').sent(checkIn, 'unconfirmed');
    day.do({ type: 'discard', reportId: checkIn.id });
    expect(day.visit(7).finish?.delivery).toEqual({ state: 'queued' });
    day.do({ type: 'not-there', reportId: checkIn.id });
    expect(day.visit(7).finish?.delivery).toMatchObject({ state: 'recorded' });
  });

  /** Two stays of one visit, the second of which was left with a status; all recorded. */
  function leftWithStatus(): Day {
    const day = new Day().clock('08:00').checkIn(7).clock('12:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('13:00');
    day.do({ type: 'resume', visitId: day.current.id }).clock('14:00');
    day.do({
      type: 'check-out',
      visitId: day.current.id,
      primaryStatus: 'PartsOnOrder',
      extendedStatus: 'ON HOLD',
      resolution: 'Belt',
    });
    for (const report of reportsOf(day.visit(7))) day.sent(report, 'recorded');
    return day.clock('18:00');
  }

  test('in an earlier stay sets the status of the last check-out once more', () => {
    const day = leftWithStatus();
    day.do(add(day, '10:00', '10:30'));
    expect(day.visit(7).finish).toMatchObject({
      primaryStatus: 'PartsOnOrder',
      extendedStatus: 'ON HOLD',
      resolution: 'Belt',
      at: { ms: day.instant('14:00') },
    });
    expect(deliver(day)).toEqual(['activity', 'check-in', 'check-out', 'status']);
    expect(phaseOf(day.visit(7))).toBe('over');
  });

  test('in an earlier stay of which nothing comes needs no status of its own', () => {
    const day = leftWithStatus();
    day.do(add(day, '10:00', '10:30'));
    givenUp(day);
    expect(day.visit(7).finish?.delivery).toEqual({ state: 'discarded' });
    expect(sendable(day.mine)).toEqual([]);
    expect(phaseOf(day.visit(7))).toBe('over');
  });

  test('in the stay that was left with the status goes with it, and sets none beside', () => {
    const day = worked(true);
    day.do(add(day, '10:00', '10:30'));
    expect(day.visit(7).finish).toBeNull();
  });

  test('in an earlier stay waits while it is not known whether the last check-out is there', () => {
    const day = new Day().clock('08:00').checkIn(7).clock('12:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('13:00');
    day.do({ type: 'resume', visitId: day.current.id }).clock('14:00');
    day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'PartsOnOrder' });
    const reports = reportsOf(day.visit(7)).map(certain);
    for (const each of reports.slice(0, 3)) day.sent(each, 'recorded');
    day.sent(certain(reports[3]), 'unconfirmed');
    expect(day.clock('18:00').fault(add(day, '10:00', '10:30'))).toEqual({ reason: 'in-question' });
  });

  test('waits while it is not known whether such a status was set', () => {
    const day = new Day().clock('08:00').checkIn(7).clock('12:00');
    day.do({ type: 'pause', visitId: day.current.id }).clock('13:00');
    day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'PartsOnOrder' });
    const [into, out, status] = reportsOf(day.visit(7)).map(certain);
    day.sent(certain(into), 'recorded').sent(certain(out), 'recorded').sent(certain(status), 'unconfirmed');
    expect(day.clock('18:00').fault(add(day, '10:00', '10:30'))).toEqual({ reason: 'in-question' });
  });

  test('lies within the pair and ends after it begins', () => {
    const day = worked(true);
    for (const [from, until] of [
      ['07:00', '09:00'],
      ['10:30', '10:00'],
      ['11:00', '12:30'],
    ] as const)
      expect(day.fault(add(day, from, until))).toEqual({ reason: 'break-order' });
  });
});

describe('a visit that is added', () => {
  const add = (day: Day, from: string, until: string) =>
    ({
      type: 'add-visit',
      workOrderId: 9,
      workTypeId: 1,
      techsCount: 3,
      from: day.instant(from),
      until: day.instant(until),
      primaryStatus: 'PartsOnOrder',
      resolution: 'Screws',
    }) as const;

  test('takes its codes along, but with another work type', () => {
    const day = worked(true);
    const codes = {
      codes: [{ id: 4012, text: null }],
      rootCauses: [{ id: 5001, text: null }],
      codesFirst: true,
    };
    day.do({ ...add(day, '12:10', '12:30'), ...codes });
    expect(deliver(day)).toEqual(['check-in', 'codes', 'codes', 'check-out']);
    day.do({ ...add(day, '12:35', '12:50'), ...codes, workTypeId: 11 });
    expect(deliver(day)).toEqual(['check-in', 'check-out']);
  });

  test('goes as a pair into a free gap, even before later reports', () => {
    const day = worked(true);
    day.do(add(day, '12:10', '12:50'));
    expect(written(day.visit(9))).toEqual(['2026-05-13T12:10:00-04:00 – 2026-05-13T12:50:00-04:00']);
    expect(day.visit(9).pairs).toMatchObject([
      { techsCount: 3, checkOut: { leaving: { primaryStatus: 'PartsOnOrder', resolution: 'Screws' } } },
    ]);
  });

  test('never overlaps another, lies in the future, goes over 7 days back, or ends as it begins', () => {
    const day = worked(true);
    for (const until of ['12:10', '12:05'])
      expect(day.fault(add(day, '12:10', until))).toEqual({ reason: 'break-order' });
    expect(day.fault(add(day, '11:30', '12:30'))).toEqual({ reason: 'elsewhere-then', workOrderId: 7 });
    expect(day.fault(add(day, '17:30', '18:30'))).toEqual({ reason: 'in-future' });
    expect(day.fault({ ...add(day, '12:10', '12:50'), from: day.now - 8 * DAY })).toEqual({
      reason: 'too-old',
    });
  });
});
