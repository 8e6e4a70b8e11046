import { describe, expect, test } from 'vitest';
import { prepare } from '../../../main/outbox/prepare.ts';
import { readBack } from '../../../main/outbox/read-back.ts';
import type { WorkActivity } from '../../../main/servicechannel/client.ts';
import { type FoundReport, findReport } from '../../../main/visit/edit.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { fakeClient } from '../fake-client.ts';
import { certain, Day, USER } from '../visit/support.ts';
import { activity, closedDeletionStep, deletionStep, RIGHT, WHO, WRONG } from './steps.ts';

const COLLEAGUE = USER + 1;

interface Step {
  readonly day: Day;
  readonly found: FoundReport;
}

const holding = (value: readonly WorkActivity[]) =>
  fakeClient({ workActivities: async () => ({ kind: 'ok', value: [...value] }) });

async function prepared({ day, found }: Step, list: readonly WorkActivity[]) {
  const situation = { isBehind: false, state: day.state, now: day.now };
  const made = await prepare(holding(list), found, WHO, situation);
  return made.kind === 'refused' ? made.problem.reason : made.kind;
}

const readAgain = ({ day, found }: Step, list: readonly WorkActivity[]) =>
  readBack(holding(list), day.state.visits, found, WHO, new AbortController().signal);

/** The stay from 10:00 to 11:30 as somebody else may have left it. */
const CHANGED: readonly (readonly [string, readonly WorkActivity[]])[] = [
  ['begins and ends at other times', [activity('10:02:00', '11:27:00')]],
  ['begins earlier and is open', [activity('09:00:00', null)]],
  ['lies over its end', [activity('11:00:00', '14:00:00')]],
  ['is another technician’s', [activity('10:00:00', '11:30:00', { userId: COLLEAGUE })]],
];

/** Activities that stand there without being it. */
const OTHERS: readonly (readonly [string, readonly WorkActivity[]])[] = [
  ['nothing is left', []],
  ['a stay before it touches it', [activity('08:00:00', '10:00:00')]],
  ['a stay after it touches it', [activity('11:30:00', '12:30:00')]],
  [
    'another technician was there at about that time',
    [activity('10:00:00', '11:31:00', { userId: COLLEAGUE })],
  ],
];

describe('a stay that is to be deleted, and is not found by its times', () => {
  test.each(CHANGED)('is not taken for gone where one %s', async (_what, list) => {
    expect(await prepared(closedDeletionStep(), list)).toBe('not-on-record');
    expect(await readAgain(closedDeletionStep(), list)).toBe('unclear');
  });

  test.each(OTHERS)('is gone where %s', async (_what, list) => {
    expect(await prepared(closedDeletionStep(), list)).toBe('done');
    expect(await readAgain(closedDeletionStep(), list)).toBe('there');
  });

  test('may have been given times until the technician said that it was none', async () => {
    const list = [activity('10:02:00', '10:15:00')];
    expect(await prepared(deletionStep(), list)).toBe('not-on-record');
    expect(await prepared(deletionStep(), [activity('10:30:00', '10:45:00')])).toBe('done');
  });

  test('is gone where a colleague who came along is left', async () => {
    const step = closedDeletionStep();
    const came = certain(step.day.visit(WRONG).pairs[0]);
    const theirs = { ...step.day.visit(WRONG), id: 'colleague', movedTo: null };
    const pairs = [{ ...came, id: 'their pair', userId: COLLEAGUE }];
    step.day.state = { ...step.day.state, visits: [...step.day.state.visits, { ...theirs, pairs }] };
    const list = [activity('10:00:00', '11:30:00', { userId: COLLEAGUE })];
    expect(await prepared(step, list)).toBe('done');
  });

  test('is gone where another stay of ours explains what is there', async () => {
    const step = closedDeletionStep();
    const list = [activity('11:00:00', '12:30:00')];
    expect(await prepared(step, list)).toBe('not-on-record');
    const came = certain(step.day.visit(WRONG).pairs[0]);
    const at = { ...came.checkIn.at, ms: step.day.instant('11:00') };
    const pairs = [{ ...came, id: 'since', checkIn: { ...came.checkIn, id: 'since.in', at } }];
    const since = { ...step.day.visit(WRONG), id: 'since', movedTo: null, pairs };
    step.day.state = { ...step.day.state, visits: [...step.day.state.visits, since] };
    expect(await prepared(step, list)).toBe('done');
  });
});

describe('of several stays that began in one second', () => {
  const SHORT = activity('10:00:00', '10:00:00', { id: '1' });

  /** In, out and in again at 10:00, out as said; all of it is moved, and the first stay is to be deleted. */
  function twoDeleted(end: string): Step {
    const day = new Day().clock('10:00').checkIn(WRONG);
    const visitId = day.current.id;
    day
      .do({ type: 'pause', visitId })
      .do({ type: 'resume', visitId })
      .clock(end)
      .do({ type: 'pause', visitId });
    for (const report of reportsOf(day.visit(WRONG))) day.sent(report, 'recorded');
    day.clock('12:00').do({ type: 'move', visitId, workOrderId: RIGHT });
    const [first] = day.visit(RIGHT).steps.filter(({ kind }) => kind === 'deletion');
    return { day, found: certain(findReport(day.state.visits, certain(first).id)) };
  }

  test('the one that another deletion means is not taken for the first, changed', async () => {
    const other = activity('10:00:00', '11:30:00', { id: '2' });
    expect(await prepared(twoDeleted('11:30'), [SHORT, other])).toBe('request');
    expect(await prepared(twoDeleted('11:30'), [other])).toBe('done');
    expect(await readAgain(twoDeleted('11:30'), [SHORT, other])).toBe('absent');
    expect(await readAgain(twoDeleted('11:30'), [other])).toBe('there');
  });

  test('those that end alike are each other’s: one that is left is not gone', async () => {
    expect(await prepared(twoDeleted('10:00'), [SHORT])).toBe('request');
    expect(await readAgain(twoDeleted('10:00'), [SHORT])).toBe('absent');
  });
});
