import { describe, expect, test } from 'vitest';
import { livePairs, phaseOf, reportsOf } from '../../../main/visit/phase.ts';
import { rule } from '../../../main/visit/rules.ts';
import type { CheckOut, PrimaryStatus, Visit } from '../../../main/visit/types.ts';
import { certain, Day, USER, written } from './support.ts';

const leavings = (visit: Visit) => visit.pairs.map((pair) => pair.checkOut?.leaving);

const lastLeaving = (visit: Visit): CheckOut['leaving'] => certain(visit.pairs.at(-1)?.checkOut).leaving;

describe('a visit', () => {
  test('is two pairs and a pause between, in four reports', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('12:00').do({ type: 'pause', visitId: day.current.id });
    day.clock('12:30').do({ type: 'resume', visitId: day.current.id });
    day.clock('15:00').do({
      type: 'check-out',
      visitId: day.current.id,
      primaryStatus: 'Incomplete',
      extendedStatus: 'PARTS ON ORDER',
      resolution: ' Screws are missing ',
    });
    const visit = day.visit(7);
    expect(written(visit)).toEqual([
      '2026-05-13T10:00:00-04:00 – 2026-05-13T12:00:00-04:00',
      '2026-05-13T12:30:00-04:00 – 2026-05-13T15:00:00-04:00',
    ]);
    expect(leavings(visit)).toEqual([
      { action: 'Cancel' },
      {
        action: 'Complete',
        primaryStatus: 'Incomplete',
        extendedStatus: 'PARTS ON ORDER',
        resolution: 'Screws are missing',
      },
    ]);
    expect(visit.pairs.map(({ userId, workTypeId, techsCount }) => [userId, workTypeId, techsCount])).toEqual(
      [
        [USER, 1, 2],
        [USER, 1, 2],
      ],
    );
    expect(phaseOf(visit)).toBe('over');
    expect(reportsOf(visit).map((report) => report.delivery.state)).toEqual(Array(4).fill('queued'));
  });

  test('keeps the click’s own time by this computer’s clock beside the reported time', () => {
    const day = new Day().clock('10:00').checkIn(7, { at: new Day().instant('09:40') });
    const [checkIn] = reportsOf(day.current);
    expect(checkIn).toMatchObject({ at: { ms: day.instant('09:40') }, clickedAt: day.now + 17 });
  });

  test('resumes with the work type and the count that were paused', () => {
    const day = new Day().clock('10:00').checkIn(7, { workTypeId: 5, techsCount: 3 });
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    day.clock('11:30').do({ type: 'resume', visitId: day.current.id });
    expect(livePairs(day.current)[1]).toMatchObject({ workTypeId: 5, techsCount: 3, checkOut: null });
  });

  test('of one person is not another’s to end', () => {
    const day = new Day().clock('10:00').checkIn(7);
    const { id } = day.current;
    day.userId = USER + 1;
    expect(day.fault({ type: 'pause', visitId: id })).toEqual({ reason: 'not-now' });
    expect(day.checkIn(7).current.userId).toBe(USER + 1);
  });

  test('reported to one server is nothing to another', () => {
    const day = new Day().clock('10:00').checkIn(7);
    const { id } = day.current;
    const owner = { userId: USER, server: 'https://other.example/v3' };
    const elsewhere = { ...day.context, id: 'e', owner };
    expect(rule(day.state, { type: 'pause', visitId: id }, elsewhere)).toMatchObject({ ok: false });
    const checkIn = { type: 'check-in', workOrderId: 7, workTypeId: 1, techsCount: 1 } as const;
    const after = rule(day.state, checkIn, elsewhere);
    expect(after).toMatchObject({ ok: true, state: { visits: [day.current, { server: owner.server }] } });
  });

  test.each(['arrived', 'pause', 'resume'] as const)('that nobody knows cannot be changed: %s', (type) => {
    expect(new Day().fault({ type, visitId: 'nobody’s' })).toEqual({ reason: 'not-now' });
  });
});

describe('a check-out', () => {
  const STATUSES: readonly [PrimaryStatus, string | null][] = [
    ['Completed', null],
    ['Incomplete', 'SOMETHING'],
    ['PartsOnOrder', 'SOMETHING'],
    ['WaitingForQuote', 'SOMETHING'],
    ['InProgress', 'SOMETHING'],
    ['NoStatusChange', null],
  ];

  test.each(STATUSES)(
    'with %s takes an extended status only where ServiceChannel does',
    (primaryStatus, extended) => {
      const day = new Day().clock('10:00').checkIn(7);
      const choice = { primaryStatus, extendedStatus: ' SOMETHING ', resolution: 'Done' };
      day.clock('11:00').do({ type: 'check-out', visitId: day.current.id, ...choice });
      expect(lastLeaving(day.visit(7))).toEqual({
        action: 'Complete',
        primaryStatus,
        extendedStatus: extended,
        resolution: 'Done',
      });
    },
  );

  test('with empty fields says nothing in them', () => {
    const day = new Day().clock('10:00').checkIn(7);
    const choice = { primaryStatus: 'Incomplete', extendedStatus: '', resolution: '  ' } as const;
    day.do({ type: 'check-out', visitId: day.current.id, ...choice });
    expect(lastLeaving(day.visit(7))).toMatchObject({ extendedStatus: null, resolution: null });
  });

  test.each([2, 5])('of work type %i changes no status, whatever is chosen', (workTypeId) => {
    const day = new Day().clock('10:00').checkIn(7, { workTypeId });
    const choice = { primaryStatus: 'Completed', extendedStatus: 'X', resolution: 'Y' } as const;
    day.do({ type: 'check-out', visitId: day.current.id, ...choice });
    expect(lastLeaving(day.visit(7))).toEqual({
      action: 'Complete',
      primaryStatus: 'NoStatusChange',
      extendedStatus: null,
      resolution: null,
    });
  });

  test('is not possible twice, nor while paused', () => {
    const day = new Day().clock('10:00').checkIn(7);
    const checkOut = { type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' } as const;
    day.do({ type: 'pause', visitId: checkOut.visitId });
    expect(day.fault(checkOut)).toEqual({ reason: 'not-now' });
    day.do({ type: 'resume', visitId: checkOut.visitId }).do(checkOut);
    expect(day.fault(checkOut)).toEqual({ reason: 'not-now' });
  });
});

describe('finishing a paused visit', () => {
  const paused = () => {
    const day = new Day().clock('10:00').checkIn(7);
    return day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
  };

  test('is one status report and no further pair', () => {
    const day = paused().clock('16:00');
    const { id } = day.current;
    const choice = { primaryStatus: 'PartsOnOrder', extendedStatus: 'X', resolution: ' Ordered ' } as const;
    day.do({ type: 'finish', visitId: id, ...choice });
    const visit = day.visit(7);
    expect(phaseOf(visit)).toBe('over');
    expect(visit.pairs).toHaveLength(1);
    expect(visit.finish).toMatchObject({
      kind: 'status',
      at: { ms: day.now },
      primaryStatus: 'PartsOnOrder',
      extendedStatus: 'X',
      resolution: 'Ordered',
      delivery: { state: 'queued' },
    });
  });

  test('with Completed takes the extended status that was chosen', () => {
    const day = paused();
    const choice = { primaryStatus: 'Completed', extendedStatus: 'X' } as const;
    day.do({ type: 'finish', visitId: day.current.id, ...choice });
    expect(day.visit(7).finish).toMatchObject({ extendedStatus: 'X', resolution: null });
  });

  test('without a status change reports nothing and ends the visit here', () => {
    const day = paused();
    day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'NoStatusChange' });
    expect(day.visit(7)).toMatchObject({ finish: null, endedAt: day.now });
    expect(phaseOf(day.visit(7))).toBe('over');
    expect(reportsOf(day.visit(7))).toHaveLength(2);
  });

  test('is not for a visit on site', () => {
    const day = paused();
    day.do({ type: 'resume', visitId: day.current.id });
    const finish = { type: 'finish', visitId: day.current.id, primaryStatus: 'Completed' } as const;
    expect(day.fault(finish)).toEqual({ reason: 'not-now' });
  });
});

describe('a crew that changes', () => {
  test('pauses with the old count and checks in with the new one at the same instant', () => {
    const day = new Day().clock('10:00').checkIn(7, { techsCount: 2 });
    day.clock('11:00').do({ type: 'change-crew', visitId: day.current.id, techsCount: 3 });
    expect(written(day.current)).toEqual([
      '2026-05-13T10:00:00-04:00 – 2026-05-13T11:00:00-04:00',
      '2026-05-13T11:00:00-04:00 – open',
    ]);
    expect(day.current.pairs.map((pair) => pair.techsCount)).toEqual([2, 3]);
    expect(leavings(day.current)).toEqual([{ action: 'Cancel' }, undefined]);
  });

  test('of the same size changes nothing', () => {
    const day = new Day().checkIn(7, { techsCount: 2 });
    const before = day.state;
    expect(day.do({ type: 'change-crew', visitId: day.current.id, techsCount: 2 }).state).toBe(before);
  });

  test('is not there while paused', () => {
    const day = new Day().checkIn(7);
    day.do({ type: 'pause', visitId: day.current.id });
    const change = { type: 'change-crew', visitId: day.current.id, techsCount: 3 } as const;
    expect(day.fault(change)).toEqual({ reason: 'not-now' });
  });
});
