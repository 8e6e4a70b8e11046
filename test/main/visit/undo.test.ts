import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act, Command } from '../../../main/visit/commands.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { rule } from '../../../main/visit/rules.ts';
import type { State } from '../../../main/visit/types.ts';
import { isUndoable } from '../../../main/visit/undo.ts';
import { allReports, days, type Moment, play } from './sequences.ts';
import { certain, Day } from './support.ts';

function undoableDay(start?: string): Day {
  const day = new Day(start);
  day.undoable = true;
  return day;
}

/** 10:00 on site on 7, which is recorded; 10:30 now. */
function onSite(): Day {
  const day = undoableDay().clock('10:00').checkIn(7);
  day.do({ type: 'end-undo' });
  return day.sent(certain(day.current.pairs[0]).checkIn, 'recorded').clock('10:30');
}

function paused(): Day {
  const day = onSite();
  day.do({ type: 'pause', visitId: day.current.id }).do({ type: 'end-undo' });
  return day.clock('11:00');
}

const FOUND: readonly Command['type'][] = [
  'sending',
  'recorded',
  'refused',
  'unconfirmed',
  'not-recorded',
  'held',
  'held-as-reported',
  'check-in-doubted',
];

/** The results of reading a given-up check-out: each asks again about one that was taken back. */
const READ: readonly Command['type'][] = ['open-there', 'closed-there', 'not-there'];

const visitsOnly = ({ visits }: State) => visits;

describe('an act that is taken back', () => {
  const acts: readonly (readonly [string, () => Day, (day: Day) => Act, number])[] = [
    ['check-in', undoableDay, () => ({ type: 'check-in', workOrderId: 7, workTypeId: 1, techsCount: 1 }), 1],
    ['drive', undoableDay, () => ({ type: 'check-in', workOrderId: 7, workTypeId: 2, techsCount: 1 }), 1],
    ['pause', onSite, (day) => ({ type: 'pause', visitId: day.current.id }), 1],
    ['resume', paused, (day) => ({ type: 'resume', visitId: day.current.id }), 1],
    [
      'check-out',
      onSite,
      (day) => ({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' }),
      1,
    ],
    [
      'set status',
      paused,
      (day) => ({ type: 'finish', visitId: day.current.id, primaryStatus: 'Completed' }),
      1,
    ],
    [
      'no status change',
      paused,
      (day) => ({ type: 'finish', visitId: day.current.id, primaryStatus: 'NoStatusChange' }),
      0,
    ],
    [
      'break',
      onSite,
      (day) => ({
        type: 'break',
        visitId: day.current.id,
        at: day.instant('10:10'),
        until: day.instant('10:20'),
      }),
      2,
    ],
    ['crew', onSite, (day) => ({ type: 'change-crew', visitId: day.current.id, techsCount: 3 }), 2],
    ['switch', onSite, () => ({ type: 'check-in', workOrderId: 8, workTypeId: 1, techsCount: 1 }), 2],
    [
      'arrival',
      () => undoableDay().clock('09:00').checkIn(7, { workTypeId: 2 }).clock('09:30'),
      (day) => ({ type: 'arrived', visitId: day.current.id }),
      2,
    ],
  ];

  test.each(acts)('%s: everything is as it was before it', (_name, begin, act, made) => {
    const day = begin().do({ type: 'end-undo' });
    const { state } = day;
    day.do(act(day));
    const { reportIds } = certain(day.state.lastAct);
    expect(reportIds).toHaveLength(made);
    expect(day.state.visits).not.toEqual(state.visits);
    day.do({ type: 'undo' });
    expect(visitsOnly(day.state)).toEqual(visitsOnly(state));
    expect(day.fault({ type: 'undo' })).toEqual({ reason: 'too-late' });
  });

  test('gives its numbers to no other report', () => {
    const day = undoableDay().clock('10:00').checkIn(7);
    const { seq } = certain(allReports(day.state)[0]);
    day.do({ type: 'undo' }).checkIn(7);
    expect(allReports(day.state).map((report) => report.seq)).toEqual([seq + 1]);
  });

  test('was told by phone: nothing of it leaves either way', () => {
    const day = undoableDay().clock('10:00').checkIn(7);
    day.do({ type: 'end-undo' });
    const { checkIn } = certain(day.current.pairs[0]);
    day.refused(checkIn, 'xml-permission').do({ type: 'by-phone', reportId: checkIn.id });
    const { state } = day;
    day.clock('10:30').do({ type: 'pause', visitId: day.current.id }).do({ type: 'undo' });
    expect(day.state.visits).toEqual(state.visits);
  });
});

test('a drive to a paused visit that is taken back leaves what its arrival would have been', () => {
  const day = undoableDay().clock('10:00').checkIn(7, { workTypeId: 5 });
  day.do({ type: 'pause', visitId: day.current.id });
  const { visits } = day.state;
  const drive = { workOrderId: 7, workTypeId: 2, techsCount: 1, arrivalTypeId: 1 } as const;
  day
    .clock('11:00')
    .do({ type: 'check-in', ...drive })
    .do({ type: 'undo' });
  expect(day.state.visits).toEqual(visits);
});

test('a status that is taken back leaves the one before it as it was given up', () => {
  const day = paused();
  day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'Completed' }).do({ type: 'end-undo' });
  const { id: visitId, pairs, finish } = day.visit(7);
  day.sent(certain(pairs[0]?.checkOut), 'recorded').refused(certain(finish), 'status-unknown');
  day.do({ type: 'discard', reportId: certain(finish).id });
  const { visits } = day.state;
  day.do({ type: 'finish', visitId, primaryStatus: 'InProgress' }).do({ type: 'undo' });
  expect(day.state.visits).toEqual(visits);
});

describe('an act cannot be taken back', () => {
  test.each<[string, (day: Day) => void]>([
    ['when the time for it is over', (day) => day.do({ type: 'end-undo' })],
    [
      'after a decision about another report',
      (day) => day.do({ type: 'move', visitId: day.current.id, workOrderId: 9 }),
    ],
    ['once it has left', (day) => day.sent(certain(allReports(day.state)[0]), 'recorded')],
    [
      'by somebody else',
      (day) => {
        day.userId += 1;
      },
    ],
  ])('%s', (_name, meanwhile) => {
    const day = undoableDay().clock('10:00').checkIn(7);
    meanwhile(day);
    expect(day.fault({ type: 'undo' })).toEqual({ reason: 'too-late' });
    expect(allReports(day.state)).toHaveLength(1);
  });

  test('after the next act: that one is, and nothing before it', () => {
    const day = undoableDay().clock('10:00').checkIn(7);
    const { visits } = day.state;
    day.do({ type: 'change-crew', visitId: day.current.id, techsCount: 3 }).do({ type: 'undo' });
    expect(day.state.visits).toEqual(visits);
    expect(day.fault({ type: 'undo' })).toEqual({ reason: 'too-late' });
  });

  test('where the setting pauses by itself, and what was done before it stands too', () => {
    const day = onSite();
    day.do({ type: 'change-crew', visitId: day.current.id, techsCount: 3 }).clock('10:40');
    day.do({ type: 'pause', visitId: day.current.id, automatic: true });
    expect(day.fault({ type: 'undo' })).toEqual({ reason: 'too-late' });
  });

  test('where it goes on with a check-in that is on the record already', () => {
    const day = undoableDay();
    const at = day.instant('09:30');
    day.do({ type: 'continue', workOrderId: 7, at, workTypeId: 1, techsCount: 1 });
    expect(day.state.lastAct).toBeNull();
  });

  test('where acts are sent at once', () => {
    const day = new Day().checkIn(7);
    expect(day.fault({ type: 'undo' })).toEqual({ reason: 'too-late' });
  });

  test('when it does nothing', () => {
    const day = onSite();
    day.do({ type: 'change-crew', visitId: day.current.id, techsCount: 2 });
    expect(day.state.lastAct).toBeNull();
  });
});

test.each([
  ['check-in', 'check-in', (day: Day) => day.checkIn(7), '10:00'],
  ['drive-to', 'check-in of type 2', (day: Day) => day.checkIn(7, { workTypeId: 2 }), '10:00'],
  ['check-in', 'earlier', (day: Day) => day.checkIn(7, { at: day.instant('09:15') }), '09:15'],
] as const)('what was done is called %s: %s', (deed, _how, act, time) => {
  const day = undoableDay().clock('10:00');
  act(day);
  expect(day.state.lastAct).toMatchObject({ deed, workOrderId: 7, at: { ms: day.instant(time) } });
});

test('a check-in elsewhere, on the way and at its end are called what they are', () => {
  const day = onSite();
  expect(day.checkIn(8).state.lastAct).toMatchObject({ deed: 'switch', workOrderId: 8 });
  const seven = day.visit(7).id;
  day.clock('10:40').do({ type: 'resume', visitId: seven });
  expect(day.state.lastAct).toMatchObject({ deed: 'switch', workOrderId: 7 });
  day.clock('11:00').checkIn(9, { workTypeId: 2 });
  day.clock('11:20').checkIn(9);
  expect(day.state.lastAct).toMatchObject({ deed: 'arrived', workOrderId: 9 });
  day.clock('12:00').checkIn(10, { workTypeId: 2 }).clock('12:10');
  day.do({ type: 'check-out', visitId: day.current.id, primaryStatus: 'NoStatusChange' });
  expect(day.state.lastAct).toMatchObject({ deed: 'stop-driving', workOrderId: 10 });
});

describe('what ServiceChannel may hold open, because a check-out was given up', () => {
  /** On site again since 10:00: the check-out of 10:30 was refused and given up, and ServiceChannel read, or not yet. */
  function openAgain(read: boolean): Day {
    const day = onSite();
    const visitId = day.current.id;
    day.do({ type: 'check-out', visitId, primaryStatus: 'Incomplete' }).do({ type: 'end-undo' });
    const out = certain(day.visit(7).pairs[0]?.checkOut);
    day.refused(out, 'field').do({ type: 'discard', reportId: out.id });
    if (read) day.do({ type: 'open-there', reportId: out.id });
    return day.clock('11:00');
  }

  const acts: readonly (readonly [string, (day: Day) => Act])[] = [
    ['pause', (day) => ({ type: 'pause', visitId: day.current.id })],
    ['check-out', (day) => ({ type: 'check-out', visitId: day.current.id, primaryStatus: 'Completed' })],
    ['switch', () => ({ type: 'check-in', workOrderId: 8, workTypeId: 1, techsCount: 1 })],
    ['crew', (day) => ({ type: 'change-crew', visitId: day.current.id, techsCount: 3 })],
    [
      'break',
      (day) => ({
        type: 'break',
        visitId: day.current.id,
        at: day.instant('10:40'),
        until: day.instant('10:50'),
      }),
    ],
  ];

  for (const read of [false, true])
    test.each(acts)(`is in sight again when a %s is taken back; it was read: ${read}`, (_name, act) => {
      const day = openAgain(read);
      const { visits } = day.state;
      const given = certain(day.current.pairs[0]?.givenUp[0]);
      day.do(act(day));
      expect(day.visit(7).pairs[0]?.leftOpen).toBeNull();
      // A read that was under way finds nothing to speak of meanwhile.
      expect(day.fault({ type: 'open-there', reportId: given.id })).toEqual({ reason: 'not-now' });
      day.do({ type: 'undo' });
      expect(day.state.visits).toEqual(visits);
      expect(day.current.pairs[0]?.leftOpen?.stands).toBe(read ? 'on-site' : 'unread');
      day.do({ type: 'open-there', reportId: given.id });
      expect(day.current.pairs[0]?.leftOpen?.stands).toBe('on-site');
    });
});

test('a status that waits to be put back is given up when the check-in there stands, not before', () => {
  const day = new Day().clock('10:00');
  const statusBefore = { primary: 'OPEN', extended: null };
  day.do({ type: 'check-in', workOrderId: 7, workTypeId: 1, techsCount: 1, statusBefore });
  day.sent(certain(day.current.pairs[0]).checkIn, 'recorded');
  day.do({ type: 'move', visitId: day.current.id, workOrderId: 8 });
  const restore = certain(day.visit(8).steps.find(({ kind }) => kind === 'restore'));
  day.undoable = true;
  day.clock('11:00').checkIn(7);
  expect(day.deliveryOf(restore)).toEqual({ state: 'queued' });
  day.do({ type: 'end-undo' });
  expect(day.deliveryOf(restore)).toEqual({ state: 'discarded' });
});

/** Runs many days with Undo and looks at every moment of each. */
const always = (look: (moment: Moment, later: readonly Moment[]) => void) =>
  fc.assert(
    fc.property(days, (day) => {
      const moments = play({ ...day, undoable: true });
      for (const [index, moment] of moments.entries()) look(moment, moments.slice(index + 1));
    }),
    { numRuns: 1000 },
  );

describe('whatever is done, in whatever order', () => {
  test('to take an act back makes everything as if it had not been done, whatever was found out meanwhile', () => {
    always(({ before, after, context }, later) => {
      if (!after.lastAct || before.lastAct === after.lastAct) return;
      let undone = after;
      // The acts before it stand in any case.
      const stands = rule(before, { type: 'end-undo' }, context);
      let never: State = { ...(stands.ok ? stands.state : before), nextSeq: after.nextSeq };
      const stop = later.findIndex(({ command }) => !FOUND.includes(command.type));
      for (const { command, context: then } of later.slice(0, stop === -1 ? undefined : stop)) {
        const [a, b] = [rule(undone, command, then), rule(never, command, then)];
        expect(a.ok).toBe(b.ok);
        if (a.ok && b.ok) [undone, never] = [a.state, b.state];
      }
      const back = rule(undone, { type: 'undo' }, { ...context, id: 'undo' });
      expect(back).toEqual({ ok: true, state: never });
    });
  });

  test('what can be taken back has not left, and is all that is held', () => {
    always(({ after }) => {
      for (const report of allReports(after)) {
        if (!isUndoable(after, report.id)) continue;
        const { delivery } = report;
        expect(
          delivery.state === 'queued' || (delivery.state === 'recorded' && delivery.by === 'phone'),
        ).toBe(true);
      }
      if (!after.lastAct) for (const { id } of allReports(after)) expect(isUndoable(after, id)).toBe(false);
    });
  });

  test('only a person’s act can be taken back, and only the last', () => {
    always(({ command, before, after, context }) => {
      if ([...FOUND, ...READ].includes(command.type)) expect(after.lastAct).toBe(before.lastAct);
      else if (after.lastAct) {
        for (const id of after.lastAct.reportIds) expect(id.startsWith(`${context.id}.`)).toBe(true);
        const old = new Set(before.visits.flatMap(reportsOf).map(({ id }) => id));
        expect(allReports(after).filter(({ id }) => !old.has(id))).toHaveLength(
          after.lastAct.reportIds.length,
        );
      }
    });
  });
});
