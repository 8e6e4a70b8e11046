import { describe, expect, test } from 'vitest';
import { findTrace, type Trace, tracesOfActivity, tracesOfWork } from '../../../main/outbox/traces.ts';
import {
  directionOf,
  readCheckInActivity,
  readWorkActivities,
} from '../../../main/servicechannel/activity.ts';
import type { CheckIn, CheckOut } from '../../../main/visit/types.ts';
import { certain } from '../visit/support.ts';

const US = { userId: 1544987, authUserId: 8544987, userNames: ['demo', 'dana.demo'] };
const AT = Date.parse('2026-05-13T15:00:00Z');

const base = (seq: number, ms: number, offset: number) => ({
  id: `r${seq}`,
  seq,
  at: { ms, offset },
  clickedAt: ms,
  correction: 0,
  delivery: { state: 'sending', since: ms } as const,
});
const checkIn = (seq = 1, ms = AT, offset = -240): CheckIn => ({
  kind: 'check-in',
  ...base(seq, ms, offset),
});
const checkOut = (seq = 2, ms = AT, offset = -240): CheckOut => ({
  kind: 'check-out',
  leaving: { action: 'Cancel' },
  ...base(seq, ms, offset),
});

const trace = (time: string, over: Partial<Trace> = {}): Trace => ({
  direction: 'in',
  userId: US.userId,
  userName: null,
  times: [time],
  ...over,
});

const find = (traces: readonly Trace[], report = checkIn(), others: readonly CheckIn[] = []) =>
  findTrace(traces, report, others, US);

describe('a check-in at 15:00:00Z, reported from UTC−4, is', () => {
  test.each([
    ['there', 'with Z', '2026-05-13T15:00:00Z'],
    ['there', 'with an offset', '2026-05-13T11:00:00-04:00'],
    ['there', 'with another offset', '2026-05-13T20:30:00+05:30'],
    ['there', 'with a fraction', '2026-05-13T15:00:00.9230000Z'],
    ['there', 'without offset, in UTC', '2026-05-13T15:00:00'],
    ['there', 'without offset, in the zone it was reported in', '2026-05-13T11:00:00'],
    ['there', 'without offset, with a blank', '2026-05-13 15:00:00.000'],
    ['unclear', 'without offset, in another zone', '2026-05-13T10:00:00'],
    ['unclear', 'without offset, in a zone of three quarters of an hour', '2026-05-13T20:45:00'],
    ['unclear', 'a few seconds off', '2026-05-13T15:00:04Z'],
    ['absent', 'a minute off', '2026-05-13T15:01:00Z'],
    ['absent', 'an hour off', '2026-05-13T16:00:00Z'],
    ['absent', 'another second, without offset', '2026-05-13T10:00:07'],
    ['absent', 'the day before, without offset', '2026-05-12T15:00:00'],
    ['absent', 'no time at all', 'soon'],
  ] as const)('%s: %s', (finding, _what, time) => {
    expect(find([trace(time)])).toBe(finding);
  });

  test('absent where nothing is', () => expect(find([])).toBe('absent'));
  test('absent where only a check-out is', () => {
    expect(find([trace('2026-05-13T15:00:00Z', { direction: 'out' })])).toBe('absent');
  });
  test('unclear where the direction is called by an unknown word', () => {
    expect(find([trace('2026-05-13T15:00:00Z', { direction: 'unknown' })])).toBe('unclear');
  });
  test('absent where it is a colleague’s, by id or by name', () => {
    const time = '2026-05-13T15:00:00Z';
    expect(find([trace(time, { userId: 1544988 })])).toBe('absent');
    expect(find([trace(time, { userId: null, userName: 'second' })])).toBe('absent');
  });
  test('there by the other id, and by either name', () => {
    const time = '2026-05-13T15:00:00Z';
    expect(find([trace(time, { userId: 8544987 })])).toBe('there');
    expect(find([trace(time, { userId: 3, userName: 'DANA.Demo' })])).toBe('there');
  });
  test('unclear by another id alone, where the other id of this user is not known', () => {
    const one = trace('2026-05-13T15:00:00Z', { userId: 8544987 });
    expect(findTrace([one], checkIn(), [], { ...US, authUserId: null })).toBe('unclear');
  });
  test('there by name, whatever its case', () => {
    expect(find([trace('2026-05-13T15:00:00Z', { userId: null, userName: 'Demo' })])).toBe('there');
  });
  test('unclear where nobody says who it was', () => {
    expect(find([trace('2026-05-13T15:00:00Z', { userId: null })])).toBe('unclear');
  });
  test('unclear where the time may mean another report’s instant', () => {
    const fourHoursEarlier = checkIn(0, AT - 4 * 3_600_000);
    expect(find([trace('2026-05-13T11:00:00')], checkIn(), [fourHoursEarlier])).toBe('unclear');
  });
});

test('of several reports of one second each needs a trace of its own', () => {
  const one = trace('2026-05-13T15:00:00Z');
  const [first, second] = [checkIn(1), checkIn(3)];
  expect(find([one], second, [first])).toBe('absent');
  expect(find([one, one], second, [first])).toBe('there');
});

test('check-in activity is read whatever its words, ids and times', () => {
  const json = {
    value: [
      {
        Id: 'A-17',
        Date: '2026-05-13T15:00:00',
        Dto: '2026-05-13T10:00:00-05:00',
        User: { Id: '1544987' },
        Action: 'CHECKED IN',
      },
      { Id: 2, Date: '2026-05-13T15:00:00Z', Action: 'Salida' },
    ],
  };
  const traces = tracesOfActivity(certain(readCheckInActivity(json)));
  expect(find(traces)).toBe('there');
  expect(findTrace(traces, checkOut(), [], US)).toBe('unclear');
  expect(['Check In', 'CheckIn', 'check-in', 'checked in', 'IN'].map(directionOf)).toEqual(
    Array(5).fill('in'),
  );
  expect(['Check Out', 'check-out', 'checked-out', 'Out'].map(directionOf)).toEqual(Array(4).fill('out'));
  expect(['', 'Salida', null, 7, 'check in/check out'].map(directionOf)).toEqual(Array(5).fill('unknown'));
});

test('a work activity is a check-in, and a check-out once it has one', () => {
  const open = {
    value: [{ Id: 880100001, User: { Id: 1544987 }, TimeIn: '2026-05-13T15:00:00Z', TimeOut: null }],
  };
  const traces = tracesOfWork(certain(readWorkActivities(open)));
  expect(find(traces)).toBe('there');
  expect(findTrace(traces, checkOut(), [], US)).toBe('absent');
});

describe('a report of the same second that was made before a time zone was crossed', () => {
  // Written in the zone of the work order, where both were; the other one was sent again an hour further east.
  const there = trace('2026-05-13T10:00:00');
  const own = checkIn(3, AT, -300);

  test('may be what is there: no guess', () => {
    expect(find([there], own, [checkIn(1, AT, -240)])).toBe('unclear');
  });

  test('is told apart where a trace of its own explains it', () => {
    const traces = [there, trace('2026-05-13T09:30:00')];
    expect(find(traces, own, [checkIn(1, AT - 1_800_000, -300)])).toBe('there');
  });
});
