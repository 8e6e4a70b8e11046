import { describe, expect, test } from 'vitest';
import type { KnownWorkOrder } from '../../../main/storage/work-orders.ts';
import { visitsPart, workOrderView } from '../../../main/views/visits.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { REFUSAL_REASONS, type RefusalReason } from '../../../main/visit/problem.ts';
import { workOrder } from '../fake-client.ts';
import { certain, Day, PROBLEM } from '../visit/support.ts';

const known = (id: number, over: Partial<KnownWorkOrder> = {}): KnownWorkOrder => ({
  order: workOrder(id),
  workTypes: [{ id: 5, name: 'Survey' }],
  lacksPermission: false,
  ...over,
});

const pictureOf = (day: Day, offlineSince: number | null = null) =>
  visitsPart({
    visits: day.mine,
    known: (id) => (id === 7 ? known(7) : null),
    isFresh: () => false,
    now: day.now,
    offlineSince,
    clickedAt: day.now,
    between: null,
  });

const report = (day: Day, workOrderId: number, n: number) => certain(reportsOf(day.visit(workOrderId))[n]);

describe('the current visit', () => {
  test('is none at first', () => {
    expect(pictureOf(new Day())).toEqual({
      current: null,
      paused: [],
      recent: [],
      day: [],
      leavings: { likeliest: null, texts: [] },
      problems: [],
      unreported: [],
      late: null,
      differing: [],
      delivery: { kind: 'recorded', count: 0, waiting: 0, offlineSince: null, between: null },
    });
  });

  test('on site has a stretch that is going, and those that have ended', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    day.clock('11:30').do({ type: 'resume', visitId: day.current.id });
    const ten = day.instant('10:00');
    expect(pictureOf(day).current).toMatchObject({
      workOrderId: 7,
      phase: 'on site',
      since: { ms: ten, offset: -240 },
      pausedAt: null,
      closed: [
        { kind: 'on site', from: ten, to: day.instant('11:00') },
        { kind: 'paused', from: day.instant('11:00'), to: day.instant('11:30') },
      ],
      open: { kind: 'on site', from: day.instant('11:30') },
      workOrder: { store: 'Store 12' },
    });
  });

  test('paused has ended stretches only, and says since when', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:00').do({ type: 'pause', visitId: day.current.id });
    const { current, paused } = pictureOf(day);
    expect(current).toMatchObject({
      phase: 'paused',
      pausedAt: { ms: day.instant('11:00') },
      closed: [{ kind: 'on site' }],
      open: null,
    });
    expect(paused).toEqual([]);
  });

  test.each([
    [1, null, true],
    [2, null, false],
    [5, 'Survey', false],
    [6, null, false],
  ])('of work type %i is called %s by its subscriber', (workTypeId, workTypeName, hasForm) => {
    expect(pictureOf(new Day().checkIn(7, { workTypeId })).current).toMatchObject({ workTypeName, hasForm });
  });

  test('is shown beside those that are paused, the one paused last first', () => {
    const day = new Day().clock('10:00').checkIn(7).clock('11:00').checkIn(8).clock('12:00').checkIn(9);
    const { current, paused, recent } = pictureOf(day);
    expect([current?.workOrderId, paused.map((visit) => visit.workOrderId)]).toEqual([9, [8, 7]]);
    expect(recent.map(({ workOrderId, paused: isPaused }) => [workOrderId, isPaused])).toEqual([
      [8, true],
      [7, true],
    ]);
  });

  test('is not among the recent ones, of which the five newest are offered, paused first', () => {
    const day = new Day();
    for (const [index, time] of ['10:00', '10:01', '10:02', '10:03', '10:04', '10:05'].entries()) {
      day.clock(time).checkIn(11 + index);
      day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    }
    day.clock('11:00').checkIn(30).clock('11:01').checkIn(11);
    expect(pictureOf(day).recent.map((each) => each.workOrderId)).toEqual([30, 16, 15, 14, 13]);
  });

  test('and those before it are offered once each, but not what was given up', () => {
    const day = new Day();
    for (const workOrderId of [11, 12, 11, 13]) {
      day.checkIn(workOrderId);
      day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' });
    }
    day.sent(report(day, 13, 0), 'refused').do({ type: 'discard', reportId: report(day, 13, 0).id });
    expect(pictureOf(day).recent.map((each) => each.workOrderId)).toEqual([11, 12]);
  });
});

describe('a problem', () => {
  test('shows what was refused, its own time, ServiceChannel’s words and the remedies', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.clock('11:30').do({ type: 'pause', visitId: day.current.id });
    day.sent(report(day, 7, 0), 'refused');
    expect(pictureOf(day)).toMatchObject({
      current: null,
      problems: [
        {
          reportId: report(day, 7, 0).id,
          kind: 'check-in',
          pause: false,
          workOrderId: 7,
          at: { ms: day.instant('10:00') },
          state: 'refused',
          problem: PROBLEM,
          subscriber: 'Client',
          remedies: ['send-again', 'change', 'discard'],
          minutes: 90,
        },
      ],
      delivery: { kind: 'attention', count: 1 },
    });
  });

  test('of an open pair has no minutes yet; a pause is called one', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.sent(report(day, 7, 0), 'unconfirmed');
    expect(pictureOf(day).problems).toMatchObject([{ minutes: null, problem: null, state: 'unconfirmed' }]);
    day.clock('11:00').do({ type: 'it-was-recorded', reportId: report(day, 7, 0).id });
    day.do({ type: 'pause', visitId: day.current.id }).sent(report(day, 7, 1), 'refused');
    expect(pictureOf(day).problems).toMatchObject([{ kind: 'check-out', pause: true, minutes: 60 }]);
  });

  test('in question can be settled in three ways, after a look there', () => {
    const day = new Day().checkIn(7);
    day.sent(report(day, 7, 0), 'unconfirmed');
    expect(pictureOf(day).problems[0]?.remedies).toEqual([
      'it-was-recorded',
      'send-again',
      'open-order',
      'discard',
    ]);
  });

  test.each(REFUSAL_REASONS)('of every kind can be sent again and given up: %s', (reason: RefusalReason) => {
    const day = new Day().checkIn(7);
    const { id } = report(day, 7, 0);
    day.do({ type: 'sending', reportId: id, since: 0 });
    day.do({ type: 'refused', reportId: id, problem: { ...PROBLEM, reason } });
    const remedies = pictureOf(day).problems[0]?.remedies;
    expect(remedies).toEqual(expect.arrayContaining(['send-again', 'discard']));
    expect(remedies?.includes('it-was-recorded')).toBe(reason === 'not-allowed');
  });

  test('of MechanicIds shows both, with the work order', () => {
    const day = new Day().clock('10:00').checkIn(7);
    day.do({ type: 'pause', visitId: day.current.id });
    for (const n of [0, 1]) {
      const { id } = report(day, 7, n);
      day.do({ type: 'sending', reportId: id, since: 0 });
      day.do({ type: 'recorded', reportId: id, mechanicId: 100 + n, by: 'answer' });
    }
    expect(pictureOf(day).differing).toMatchObject([{ workOrderId: 7, checkIn: 100, checkOut: 101 }]);
  });
});

describe('delivery in one line', () => {
  const two = () => {
    const day = new Day().clock('10:00').checkIn(7);
    return day.do({ type: 'pause', visitId: day.current.id });
  };
  const deliveryOf = (day: Day, offlineSince: number | null = null) => pictureOf(day, offlineSince).delivery;

  test('counts what waits, and since when there is no connection', () => {
    expect(deliveryOf(two())).toEqual({
      kind: 'waiting',
      count: 2,
      waiting: 2,
      offlineSince: null,
      between: null,
    });
    expect(deliveryOf(two(), 5)).toEqual({
      kind: 'waiting',
      count: 2,
      waiting: 2,
      offlineSince: 5,
      between: null,
    });
  });

  test('says that it is sending while something is on its way and a connection is there', () => {
    const day = two();
    day.do({ type: 'sending', reportId: report(day, 7, 0).id, since: 0 });
    expect(deliveryOf(day)).toEqual({
      kind: 'sending',
      count: 2,
      waiting: 2,
      offlineSince: null,
      between: null,
    });
    expect(deliveryOf(day, 5)).toEqual({
      kind: 'waiting',
      count: 2,
      waiting: 2,
      offlineSince: 5,
      between: null,
    });
  });

  test('says that everything is recorded, whatever the connection', () => {
    const day = two();
    for (const n of [0, 1]) day.sent(report(day, 7, n), 'recorded');
    expect(deliveryOf(day, 5)).toEqual({
      kind: 'recorded',
      count: 0,
      waiting: 0,
      offlineSince: null,
      between: null,
    });
  });

  test('says what needs a person before what waits', () => {
    const day = two();
    day.sent(report(day, 7, 0), 'unconfirmed');
    expect(deliveryOf(day)).toMatchObject({ kind: 'attention', count: 1 });
    day.do({ type: 'discard', reportId: report(day, 7, 0).id });
    expect(deliveryOf(day)).toMatchObject({ kind: 'recorded' });
  });
});

describe('a work order', () => {
  const view = (over: Parameters<typeof workOrder>[1]) =>
    workOrderView(known(7, { order: workOrder(7, over) }));

  test('shows the street, which is ServiceChannel’s second line, and what there is of the town', () => {
    expect(view({}).address).toBe('1 Main Street, Springfield IL');
    expect(view({ street: null, state: null }).address).toBe('Rear door, Springfield');
    expect(view({ city: null, state: null }).address).toBe('1 Main Street');
    expect(view({ street: null, addition: null, city: null, state: null }).address).toBeNull();
  });

  test('shows its status as far as there is one', () => {
    expect(view({}).status).toBe('IN PROGRESS / ON SITE');
    expect(view({ statusExtended: null }).status).toBe('IN PROGRESS');
    expect(view({ statusPrimary: null, statusExtended: null }).status).toBeNull();
  });

  test('warns of a denied check-in, whether or not there is a reason', () => {
    expect(view({}).deniedReason).toBeNull();
    expect(view({ isCheckInDenied: true }).deniedReason).toBe('');
    expect(view({ isCheckInDenied: true, checkInDeniedReason: 'No GPS' }).deniedReason).toBe('No GPS');
  });

  test('is named by its store, or by the store’s number', () => {
    expect(view({}).store).toBe('Store 12');
    expect(view({ store: null }).store).toBe('12');
  });

  test('says when its client is known to lack the permission', () => {
    expect(workOrderView(known(7, { lacksPermission: true })).lacksPermission).toBe(true);
  });
});
